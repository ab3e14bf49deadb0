package io.pumpwatch.app.demo;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;

/** A real MQTT broker inside the demo, on 127.0.0.1 only; it forgets everything at its end. */
final class DemoBroker implements AutoCloseable {
    private static final int MESSAGE_BYTES_MAX = 512 * 1024;

    private final Server server = new Server();
    private final int port;

    private DemoBroker(int port) throws IOException {
        this.port = port;
        Properties properties = new Properties();
        properties.setProperty("host", "127.0.0.1");
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("allow_anonymous", "true");
        properties.setProperty("persistence_enabled", "false");
        properties.setProperty("telemetry_enabled", "false");
        // The broker's own default of 8 kB is less than all readings of a station.
        properties.setProperty("netty.mqtt.message_size", Integer.toString(MESSAGE_BYTES_MAX));
        server.startServer(new MemoryConfig(properties));
    }

    /** Starts on a free port. */
    static DemoBroker start() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        return new DemoBroker(free);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.stopServer();
    }
}
