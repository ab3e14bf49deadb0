package io.pumpwatch.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A mosquitto of its own on 127.0.0.1; its queues are unlimited, so that nothing is lost on the way. */
final class BenchBroker implements AutoCloseable {
    private static final AtomicInteger NEXT = new AtomicInteger(18_300);

    private final int port = freePort();
    private final Process process;

    BenchBroker(Path folder) throws IOException {
        Path conf = folder.resolve("mosquitto.conf");
        Files.writeString(
                conf,
                "listener " + port + " 127.0.0.1\nallow_anonymous true\npersistence false\nmax_queued_messages 0\n"
                        + "log_type error\nset_tcp_nodelay true\n");
        process = new ProcessBuilder("mosquitto", "-c", conf.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        awaitPort(port);
    }

    int port() {
        return port;
    }

    /** A port below those that the kernel gives to outgoing connections. */
    static int freePort() {
        for (int tries = 0; tries < 1_000; tries++) {
            int port = NEXT.getAndIncrement();
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException taken) {
                System.err.println("port " + port + " is taken");
            }
        }
        throw new IllegalStateException("no free port");
    }

    /** Waits until somebody listens there. */
    static void awaitPort(int port) {
        for (int i = 0; i < 3_000; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(10_000_000);
            }
        }
        throw new IllegalStateException("nobody listens on port " + port);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
