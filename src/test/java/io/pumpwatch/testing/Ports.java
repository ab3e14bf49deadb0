package io.pumpwatch.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Free ports for servers that tests start, stop and start again. They lie below those that the kernel gives to outgoing
 * connections: a client that knocks while its server is away could be given the server's own port, and keep it.
 */
public final class Ports {
    private static final int FIRST = 15_000;
    private static final int COUNT = 15_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 37 % COUNT));

    private Ports() {}

    /** A port of 127.0.0.1 that nobody listens on now. */
    public static int free() throws IOException {
        IOException last = new IOException("no port was tried");
        for (int tries = 0; tries < COUNT; tries++) {
            int port = FIRST + NEXT.getAndIncrement() % COUNT;
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return port;
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw last;
    }
}
