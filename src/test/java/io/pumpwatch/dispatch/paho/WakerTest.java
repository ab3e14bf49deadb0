package io.pumpwatch.dispatch.paho;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.dispatch.EmbeddedBroker;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is woken while a connection is made, and who isn't. */
@Timeout(60)
class WakerTest {
    private static final String PAHO = "org.eclipse.paho.client.mqttv3.internal.";

    @ParameterizedTest
    @CsvSource({
        "java.lang.Thread, sleep, CommsReceiver, start, true",
        "java.lang.Thread, sleep, CommsSender, start, true",
        "java.lang.Thread, sleep, CommsCallback, start, true",
        "java.lang.Thread, sleep, CommsReceiver, run, false",
        "java.lang.Thread, sleep, ClientComms, start, false",
        "java.lang.Object, wait, CommsSender, start, false",
        "sun.nio.ch.Net, poll, TCPNetworkModule, start, false",
    })
    void onlyWhoWaitsForAThreadIsWoken(String top, String method, String below, String called, boolean woken) {
        StackTraceElement[] stack = {
            new StackTraceElement(top, method, null, -1), new StackTraceElement(PAHO + below, called, null, -1)
        };
        assertEquals(woken, Waker.waitsForAThread(stack));
    }

    @Test
    void nobodyStandsNowhere() {
        assertEquals(false, Waker.waitsForAThread(new StackTraceElement[0]));
    }

    /** A library that does it otherwise makes this fail: then the waker can go. */
    @Test
    void aRealConnectionIsWokenAndComesUp() throws IOException, MqttException {
        try (EmbeddedBroker broker = new EmbeddedBroker();
                MqttAsyncClient client =
                        new MqttAsyncClient("tcp://127.0.0.1:" + broker.port(), "sleeper", new MemoryPersistence())) {
            client.connect();
            Waker waker = Waker.beside("sleeper");
            await("connected").atMost(Duration.ofSeconds(20)).until(client::isConnected);
            await("the waker ends with it").atMost(Duration.ofSeconds(20)).until(waker::ended);
            assertTrue(waker.woke() > 0, "somebody was asleep");
            client.disconnectForcibly(0, 100, false);
        }
    }

    @Test
    void theLibraryIsPreparedWithoutAConnection() {
        assertTrue(PahoTransport.prepare());
    }

    /** A connection that nobody makes, because it failed at once, isn't waited for. */
    @Test
    void whereNobodyConnectsItEnds() {
        Waker waker = Waker.beside("nobody");
        await().atMost(Duration.ofSeconds(20)).until(waker::ended);
        assertEquals(0, waker.woke());
    }
}
