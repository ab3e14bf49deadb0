package io.pumpwatch.app;

import io.pumpwatch.station.Now;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tinylog.Logger;

/**
 * Tells systemd that the agent is up, that it still scans, and that it ends. The watchdog is fed by scans and nothing
 * else: an agent whose scan stands still is killed and started again. Does nothing where nobody asked for it.
 */
final class SystemdNotes implements AutoCloseable {
    private static final int AF_UNIX = 1;
    private static final int DATAGRAM = 2;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int DONT_WAIT = 0x40;
    private static final int US_A_MS = 1_000;
    /** So often within the time that systemd waits. */
    private static final int FEEDS = 3;

    private final int fd;
    private final byte[] address;
    private final long everyMs;
    private boolean ready;
    private long fedMs = Long.MIN_VALUE / 2;

    private SystemdNotes(int fd, byte[] address, long everyMs) {
        this.fd = fd;
        this.address = address;
        this.everyMs = everyMs;
    }

    /** By the environment of a unit of {@code Type=notify}. */
    static SystemdNotes of(Map<String, String> environment) {
        String path = environment.getOrDefault("NOTIFY_SOCKET", "");
        if (path.isEmpty() || !LibC.there()) {
            return new SystemdNotes(-1, new byte[0], Long.MAX_VALUE);
        }
        String watchdogUs = environment.getOrDefault("WATCHDOG_USEC", "");
        long everyMs = watchdogUs.matches("[0-9]{1,18}")
                ? Math.max(1, Long.parseLong(watchdogUs) / US_A_MS / FEEDS)
                : Long.MAX_VALUE;
        return new SystemdNotes(LibC.socket(AF_UNIX, DATAGRAM | CLOSE_ON_EXEC, 0), address(path), everyMs);
    }

    /** struct sockaddr_un; a name that begins with @ is an abstract one. */
    static byte[] address(String path) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        byte[] address = new byte[2 + name.length + (path.startsWith("@") ? 0 : 1)];
        address[0] = AF_UNIX;
        System.arraycopy(name, 0, address, 2, name.length);
        if (path.startsWith("@")) {
            address[2] = 0;
        }
        return address;
    }

    /** After each scan, on its thread: never waits. */
    void scanned(Now now) {
        if (fd < 0) {
            return;
        }
        if (!ready) {
            ready = true;
            tell("READY=1");
        }
        if (now.uptimeMs() - fedMs >= everyMs) {
            fedMs = now.uptimeMs();
            tell("WATCHDOG=1");
        }
    }

    private void tell(String words) {
        byte[] data = words.getBytes(StandardCharsets.UTF_8);
        long sent = LibC.sendto(fd, data, data.length, DONT_WAIT, address, address.length);
        if (sent < 0) {
            Logger.debug("systemd didn't take {}", words);
        }
    }

    /** The agent ends in good order. */
    @Override
    public void close() {
        if (fd >= 0) {
            tell("STOPPING=1");
            Logger.debug("notify socket closed: {}", LibC.close(fd) == 0);
        }
    }
}
