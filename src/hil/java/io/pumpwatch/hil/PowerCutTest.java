package io.pumpwatch.hil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plug is pulled while the station has alarms: what the broker has told must be in the journal after the next boot,
 * by number, boot and time. With {@code -Dnegative=true} the agent's syncs do nothing, and something must be seen to be
 * lost.
 */
class PowerCutTest {
    private static final Duration LONG = Duration.ofMinutes(8);
    private static final int FLOAT = 17;
    private static final int HEARTBEAT = 6;

    /** What no other entry has: number, boot and time. */
    private static final Pattern HEAD =
            Pattern.compile("\"epoch\":[0-9]+,\"seq\":[0-9]+,\"boot\":[0-9]+,\"utc\":\"[^\"]+\"");

    @TempDir
    Path folder;

    @Test
    void whatWasAnnouncedIsKept() throws IOException, InterruptedException {
        int cuts = Integer.getInteger("cuts", 5);
        boolean negative = Boolean.getBoolean("negative");
        Random random = new Random(20_261_125);
        int lost = 0;
        int told = 0;
        Path deb = Path.of(System.getProperty("deb"));
        try (Guest pi = Guest.boot(folder, List.of(deb, Path.of("src/hil/station/station.toml")))) {
            install(pi, negative);
            for (int cut = 0; cut < cuts; cut++) {
                List<String> lines = work(pi, random);
                told += lines.size();
                pi.kill();
                pi.start();
                assertTrue(!pi.output(HEARTBEAT) || active(pi), "outputs are safe until the agent runs");
                pi.until("systemctl is-active pumpwatch", "active", LONG);
                for (String line : lines) {
                    lost += kept(pi, line) ? 0 : 1;
                }
            }
        }
        assertTrue(told >= cuts, "there was something to lose: " + told);
        if (negative) {
            assertTrue(lost > 0, "without sync something must have been lost, or this test sees nothing");
        } else {
            assertEquals(0, lost, "announced and gone, of " + told);
        }
    }

    private static void install(Guest pi, boolean negative) throws IOException {
        pi.pin(FLOAT, false);
        pi.milliamps(0, 8);
        pi.milliamps(1, 12);
        pi.run("apt-get install -y /mnt/pumpwatch_*_arm64.deb", LONG).good();
        pi.run("install -m 640 -g pumpwatch /mnt/station.toml /etc/pumpwatch/station.toml")
                .good();
        pi.run("systemctl enable mosquitto pumpwatch").good();
        if (negative) {
            pi.run("mkdir -p /etc/systemd/system/pumpwatch.service.d; "
                            + "printf '[Service]\\nEnvironment=LD_PRELOAD=libeatmydata.so\\n'"
                            + " > /etc/systemd/system/pumpwatch.service.d/nosync.conf; systemctl daemon-reload")
                    .good();
        }
        pi.run("sync; systemctl start mosquitto pumpwatch", LONG).good();
        pi.run("sync").good();
    }

    private static boolean active(Guest pi) throws IOException {
        return pi.run("systemctl is-active pumpwatch").output().startsWith("active");
    }

    /** Alarms come and go, until the random moment; the last entries that the broker told. */
    private static List<String> work(Guest pi, Random random) throws IOException {
        int toggles = 10 + random.nextInt(20);
        String told = pi.run("""
                        mosquitto_sub -q 1 -t 'pumpwatch/v1/+/+/event' > /tmp/told & sub=$!
                        for i in $(seq %d); do
                          echo '17 1' > /sys/kernel/debug/hilsim/gpio; sleep 0.4
                          echo '17 0' > /sys/kernel/debug/hilsim/gpio; sleep 0.4
                        done
                        kill $sub; tail -n 12 /tmp/told""".formatted(toggles), LONG).good();
        return told.lines().filter(line -> line.contains("\"hash\"")).toList();
    }

    private static boolean kept(Guest pi, String told) throws IOException {
        Matcher head = HEAD.matcher(told.replace("\\\"", "\""));
        assertTrue(head.find(), told);
        return pi.run("cat /var/lib/pumpwatch/journal/*.log | grep -qF '" + head.group() + "'")
                        .code()
                == 0;
    }
}
