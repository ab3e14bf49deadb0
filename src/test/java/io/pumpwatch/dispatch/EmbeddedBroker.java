package io.pumpwatch.dispatch;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import io.pumpwatch.testing.Ports;
import java.io.IOException;
import java.util.Properties;

/** Moquette on a free port of 127.0.0.1, nothing on disk. */
public final class EmbeddedBroker implements AutoCloseable {
    private final Server server = new Server();
    private final int port;

    public EmbeddedBroker() throws IOException {
        this(Ports.free());
    }

    public EmbeddedBroker(int port) throws IOException {
        this.port = port;
        Properties properties = new Properties();
        properties.setProperty("host", "127.0.0.1");
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("allow_anonymous", "true");
        properties.setProperty("persistence_enabled", "false");
        properties.setProperty("telemetry_enabled", "false");
        // The broker's own default of 8 kB is less than all readings of a station.
        properties.setProperty("netty.mqtt.message_size", Integer.toString(512 * 1024));
        server.startServer(new MemoryConfig(properties));
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.stopServer();
    }
}
