package io.pumpwatch.app;

import io.pumpwatch.station.Clock;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The one place that reads the machine's clocks. Wall time older than this program was never set; whether it is
 * synchronised, the kernel says (adjtimex; where a sandbox refuses that, systemd's services say it), and whether a
 * battery kept it, the kernel's note of where it took its time from at boot.
 */
public final class SystemClock implements Clock {
    /** No wall time before this one can be right: 2026-01-01T00:00Z. */
    private static final long PROGRAM_UTC_MS = 1_767_225_600_000L;

    private static final Path SYNCHRONIZED = Path.of("/run/systemd/timesync/synchronized");
    private static final Path MODEL = Path.of("/proc/device-tree/model");
    private static final Path BATTERY_CLOCKS = Path.of("/sys/class/rtc");
    private static final long TRUST_EVERY_MS = 10_000;
    /** Longer than the kernel's struct timex; all zero asks and sets nothing. */
    private static final int TIMEX_BYTES = 512;

    private static final int TIME_ERROR = 5;
    /** systemd-timedated asks the kernel for us: true with every program that keeps the time. */
    private static final List<String> TIMEDATED =
            List.of("timedatectl", "show", "--property=NTPSynchronized", "--value");

    private static final long TIMEDATED_S = 10;
    /** Less than the minute after which whoever has nothing else to do asks again. */
    private static final long ASK_NS = 50_000_000_000L;

    private final long originNs = System.nanoTime();
    private final boolean battery = battery();
    private volatile long trustReadMs = Long.MIN_VALUE / 2;
    private volatile boolean synchronised;
    /** Neither the kernel nor systemd-timesyncd's mark said anything. */
    private volatile boolean unanswered;

    private volatile boolean timedated;
    private long askedNs = Long.MIN_VALUE / 2;

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
            synchronised = synchronised();
            trustReadMs = uptimeMs;
        }
        if (synchronised) {
            return ClockTrust.NTP;
        }
        return battery ? ClockTrust.RTC : ClockTrust.UNSET;
    }

    private boolean synchronised() {
        if (LibC.there()) {
            int state = LibC.adjtimex(new byte[TIMEX_BYTES]);
            if (state >= 0) {
                return state != TIME_ERROR;
            }
        }
        boolean marked = Files.exists(SYNCHRONIZED);
        unanswered = !marked;
        return marked || timedated;
    }

    /**
     * Asks systemd-timedated where nothing else answers: with chrony or ntpd under our own unit, which may not ask the
     * kernel. May take seconds; for a thread that may wait. Asked again in less than a minute it does nothing: a
     * program is begun for each answer.
     */
    void askTimedated() throws InterruptedException {
        long nowNs = uptimeNs();
        if (unanswered && nowNs - askedNs >= ASK_NS) {
            askedNs = nowNs;
            timedated = saysYes(TIMEDATED);
        } else if (!unanswered) {
            timedated = false;
        }
    }

    /** Whether that program answers {@code yes} in time. */
    static boolean saysYes(List<String> command) throws InterruptedException {
        Process process;
        try {
            ProcessBuilder program = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            // What it would tell systemd is refused, and logged each time: only the agent speaks for the service.
            program.environment().remove("NOTIFY_SOCKET");
            process = program.start();
        } catch (IOException missing) {
            return false;
        }
        try (BufferedReader answer = process.inputReader(StandardCharsets.UTF_8)) {
            return process.waitFor(TIMEDATED_S, TimeUnit.SECONDS) && "yes".equals(answer.readLine());
        } catch (IOException broken) {
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Whether a battery kept the time: every machine has one but a Pi, which may have been given one. */
    private static boolean battery() {
        try {
            if (!Files.readString(MODEL).startsWith("Raspberry Pi")) {
                return true;
            }
        } catch (IOException noDeviceTree) {
            return true;
        }
        try (DirectoryStream<Path> clocks = Files.newDirectoryStream(BATTERY_CLOCKS)) {
            for (Path clock : clocks) {
                if (Files.readString(clock.resolve("hctosys")).strip().equals("1")) {
                    return true;
                }
            }
        } catch (IOException none) {
            return false;
        }
        return false;
    }
}
