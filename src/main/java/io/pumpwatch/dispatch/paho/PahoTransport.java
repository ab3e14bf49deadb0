package io.pumpwatch.dispatch.paho;

import io.pumpwatch.dispatch.Broker;
import io.pumpwatch.dispatch.Inbound;
import io.pumpwatch.dispatch.LinkFault;
import io.pumpwatch.dispatch.Transport;
import io.pumpwatch.dispatch.paho.TlsFiles.TlsFileException;
import java.util.Arrays;
import java.util.List;
import javax.net.SocketFactory;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/**
 * MQTT 3.1.1 by Eclipse Paho. A fresh client for each attempt: none of the library's state outlives a connection. Its
 * callbacks only hand over; it never reconnects by itself; nothing here runs {@code close()} on one of its threads.
 */
public final class PahoTransport implements Transport {
    /** Far above the link's own window, so that the library's limit is never the one that is met. */
    private static final int LIBRARY_IN_FLIGHT_MAX = 10_000;

    private static final int KEEP_ALIVE_S = 15;
    private static final int CONNECT_S = 8;
    private static final long GOODBYE_MS = 500;
    private static final int SUBSCRIBE_FAILURE = 0x80;

    private final Broker broker;
    private final SocketFactory sockets;
    private @Nullable MqttAsyncClient client;
    private @Nullable Inbox inbox;
    private long session;

    /**
     * A way to this broker; its TLS files are read now.
     *
     * @throws TlsFileException naming the file that TLS can't use
     */
    public PahoTransport(Broker broker) throws TlsFileException {
        this.broker = broker;
        this.sockets = broker.tls() ? TlsFiles.sockets(broker) : new QuickSockets();
    }

    /**
     * Loads what a client of the library needs, which takes as long as many scans; nothing is connected.
     *
     * @return whether it can be used
     */
    public static boolean prepare() {
        try (MqttAsyncClient idle = new MqttAsyncClient("tcp://127.0.0.1", "idle", new MemoryPersistence())) {
            return !idle.isConnected();
        } catch (MqttException broken) {
            return false;
        }
    }

    @Override
    public void connect(long newSession, @Nullable Will will, Inbox newInbox) {
        drop();
        session = newSession;
        inbox = newInbox;
        try {
            MqttAsyncClient fresh = new MqttAsyncClient(broker.toString(), broker.clientId(), new MemoryPersistence());
            client = fresh;
            fresh.setCallback(new Callback(newSession, newInbox));
            fresh.connect(options(will), null, new IMqttActionListener() {
                @Override
                public void onSuccess(IMqttToken token) {
                    newInbox.post(new Inbound.Up(newSession));
                }

                @Override
                public void onFailure(IMqttToken token, @Nullable Throwable thrown) {
                    newInbox.post(new Inbound.Refused(newSession, Faults.of(broker, thrown)));
                }
            });
            var unused = Waker.beside(broker.clientId());
        } catch (MqttException | IllegalArgumentException bad) {
            newInbox.post(new Inbound.Refused(newSession, Faults.of(broker, bad)));
        }
    }

    private MqttConnectOptions options(@Nullable Will will) {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setAutomaticReconnect(false);
        // The journal and its cursors are the session; what the broker remembers of us doesn't count.
        options.setCleanSession(true);
        options.setMaxInflight(LIBRARY_IN_FLIGHT_MAX);
        options.setKeepAliveInterval(KEEP_ALIVE_S);
        options.setConnectionTimeout(CONNECT_S);
        options.setSocketFactory(sockets);
        options.setHttpsHostnameVerificationEnabled(broker.tls());
        if (broker.user() != null) {
            options.setUserName(broker.user());
        }
        if (broker.password() != null) {
            options.setPassword(broker.password().toCharArray());
        }
        if (will != null) {
            options.setWill(will.topic(), will.payload(), 1, true);
        }
        return options;
    }

    @Override
    public boolean publish(long token, String topic, byte[] payload, int qos, boolean retained) {
        MqttAsyncClient now = client;
        Inbox to = inbox;
        if (now == null || to == null) {
            return false;
        }
        try {
            now.publish(topic, payload, qos, retained, null, new Acknowledged(session, token, to));
            return true;
        } catch (MqttException bad) {
            // 32202 is "again"; anything else means that the connection is going, and Lost is on its way.
            return false;
        }
    }

    @Override
    public void subscribe(List<String> filters) {
        MqttAsyncClient now = client;
        Inbox to = inbox;
        if (now == null || to == null) {
            return;
        }
        String[] topics = filters.toArray(String[]::new);
        int[] qos = new int[topics.length];
        Arrays.fill(qos, 1);
        long mine = session;
        try {
            now.subscribe(topics, qos, null, new IMqttActionListener() {
                @Override
                public void onSuccess(IMqttToken token) {
                    denied(token, topics, mine, to);
                }

                @Override
                public void onFailure(IMqttToken token, @Nullable Throwable thrown) {
                    denied(token, topics, mine, to);
                }
            });
        } catch (MqttException bad) {
            to.post(new Inbound.Lost(mine, Faults.of(broker, bad)));
        }
    }

    private static void denied(IMqttToken token, String[] topics, long session, Inbox inbox) {
        int[] granted = token.getGrantedQos();
        for (int i = 0; granted != null && i < granted.length && i < topics.length; i++) {
            if (granted[i] == SUBSCRIBE_FAILURE) {
                inbox.post(new Inbound.Denied(session, topics[i]));
            }
        }
    }

    @Override
    public void unsubscribe(List<String> filters) {
        MqttAsyncClient now = client;
        if (now != null) {
            try {
                now.unsubscribe(filters.toArray(String[]::new));
            } catch (MqttException going) {
                // The connection is going, and with it the subscriptions.
                return;
            }
        }
    }

    @Override
    public void disconnect() {
        MqttAsyncClient now = client;
        if (now != null) {
            try {
                now.disconnect(GOODBYE_MS).waitForCompletion(2 * GOODBYE_MS);
            } catch (MqttException going) {
                // Then the will speaks for us.
            }
        }
        drop();
    }

    @Override
    public void drop() {
        MqttAsyncClient now = client;
        client = null;
        if (now == null) {
            return;
        }
        try {
            now.disconnectForcibly(0, 100, false);
        } catch (MqttException already) {
            // It wasn't connected.
        }
        try {
            now.close(true);
        } catch (MqttException already) {
            // A connect in progress ends by its own time limit and finds nobody listening.
        }
    }

    /** One publication's way back. */
    private record Acknowledged(long session, long token, Inbox inbox) implements IMqttActionListener {
        @Override
        public void onSuccess(IMqttToken done) {
            inbox.post(new Inbound.Acked(session, token));
        }

        @Override
        public void onFailure(IMqttToken failed, @Nullable Throwable thrown) {
            // The library fails publications only when the connection goes: Lost is on its way.
        }
    }

    /** Only hands over: an exception or a wait in here would cost the connection. */
    private final class Callback implements MqttCallback {
        private final long mine;
        private final Inbox to;

        Callback(long mine, Inbox to) {
            this.mine = mine;
            this.to = to;
        }

        @Override
        public void connectionLost(@Nullable Throwable cause) {
            LinkFault fault = Faults.of(broker, cause);
            to.post(new Inbound.Lost(mine, fault));
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            to.post(new Inbound.Message(mine, topic, message.getPayload(), message.isRetained()));
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // Each publication has a listener of its own.
        }
    }
}
