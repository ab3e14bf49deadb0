package io.pumpwatch.app;

import io.pumpwatch.station.Clock;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one place that reads the machine's clocks. Wall time older than this program was never set; whether NTP has
 * answered, systemd-timesyncd says by a file.
 */
public final class SystemClock implements Clock {
    /** No wall time before this one can be right: 2026-01-01T00:00Z. */
    private static final long PROGRAM_UTC_MS = 1_767_225_600_000L;

    private static final Path SYNCHRONIZED = Path.of("/run/systemd/timesync/synchronized");
    private static final long TRUST_EVERY_MS = 10_000;

    private final long originNs = System.nanoTime();
    private volatile long trustReadMs = Long.MIN_VALUE / 2;
    private volatile boolean ntp;

    @Override
    public Now now() {
        long uptimeMs = (System.nanoTime() - originNs) / 1_000_000;
        long utcMs = System.currentTimeMillis();
        return new Now(utcMs, uptimeMs, trust(utcMs, uptimeMs));
    }

    /** Uptime for pacing, ns. */
    public long uptimeNs() {
        return System.nanoTime() - originNs;
    }

    private ClockTrust trust(long utcMs, long uptimeMs) {
        if (utcMs < PROGRAM_UTC_MS) {
            return ClockTrust.UNSET;
        }
        if (uptimeMs - trustReadMs >= TRUST_EVERY_MS) {
            ntp = Files.exists(SYNCHRONIZED);
            trustReadMs = uptimeMs;
        }
        return ntp ? ClockTrust.NTP : ClockTrust.RTC;
    }
}
