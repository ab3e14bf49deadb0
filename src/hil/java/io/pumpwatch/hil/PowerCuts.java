package io.pumpwatch.hil;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pulls the plug (kill -9 of the machine) while alarms come and go, boots again and compares: what the broker was told
 * must be in the journal, by number, boot and time.
 */
final class PowerCuts {
    /** What no other entry has: number, boot and time. */
    private static final Pattern HEAD =
            Pattern.compile("\"epoch\":[0-9]+,\"seq\":[0-9]+,\"boot\":[0-9]+,\"utc\":\"[^\"]+\"");

    /** Entries of each cut that are looked for: those that were told last. */
    private static final int LAST = 20;

    /** How much of the journal is read for them. */
    private static final int TAIL_BYTES = 400_000;

    private final Station station;
    private final Random random;
    private int told;
    private int lost;
    private final List<Double> firstScans = new ArrayList<>();

    PowerCuts(Station station, long seed) {
        this.station = station;
        this.random = new Random(seed);
    }

    int told() {
        return told;
    }

    int lost() {
        return lost;
    }

    /** Seconds from the start of userspace to the first scan, boot by boot. */
    List<Double> firstScans() {
        return firstScans;
    }

    /** One cut; afterwards the agent must scan again, with its outputs at their safe states until then. */
    void cut() throws IOException, InterruptedException {
        List<String> heads = workAndPull();
        safeUntilItScans();
        firstScans.add(station.firstScanSeconds());
        lost += missing(heads);
        station.rest();
        station.untilWell();
    }

    /** One cut of an agent whose syncs do nothing; whether it comes up again is not asked. */
    void cutWithoutSync() throws IOException, InterruptedException {
        lost += missing(workAndPull());
    }

    /** Has each sync of the agent do nothing, from its next start on. */
    void withoutSync() throws IOException {
        station.pi()
                .run("mkdir -p /etc/systemd/system/pumpwatch.service.d; "
                        + "printf '[Service]\\nEnvironment=LD_PRELOAD=libeatmydata.so\\n'"
                        + " > /etc/systemd/system/pumpwatch.service.d/nosync.conf; systemctl daemon-reload")
                .good();
        station.stop();
        station.restart();
        // The agent's own syncs are gone; this one is the suite's, so that only what comes now can be lost.
        station.pi()
                .run("grep -q eatmydata /proc/$(systemctl show -P MainPID pumpwatch)/maps && sync")
                .good();
    }

    /** Alarms come and go until a random moment and beyond: the plug is pulled in the midst of it. */
    private List<String> workAndPull() throws IOException, InterruptedException {
        Guest pi = station.pi();
        pi.run("""
                mosquitto_sub -h 127.0.0.1 -q 1 -t 'pumpwatch/v1/+/+/event' > /run/told 2>/dev/null &
                (while true; do
                  echo '17 1' > /sys/kernel/debug/hilsim/gpio; sleep 0.4
                  echo '17 0' > /sys/kernel/debug/hilsim/gpio; sleep 0.4
                done) >/dev/null 2>&1 &""").good();
        await("entries are told")
                .atMost(Station.SOON)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> Integer.parseInt(pi.run("wc -l < /run/told").good().strip()) >= LAST / 2);
        String lines = pi.run(
                        String.format(Locale.ROOT, "sleep %.2f; tail -n %d /run/told", random.nextDouble() * 4, LAST))
                .good();
        pi.kill();
        List<String> heads = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            Matcher head = HEAD.matcher(line.replace("\\\"", "\""));
            if (line.contains("\"hash\"") && head.find()) {
                heads.add(head.group());
            }
        }
        assertTrue(heads.size() >= 2, "there is something to lose: " + lines);
        told += heads.size();
        pi.start();
        return heads;
    }

    /** Until the agent is ready no output is energised; the last look may fall together with its first scan. */
    private void safeUntilItScans() throws IOException {
        String looks = station.pi()
                .run("""
                        until systemctl is-active -q pumpwatch; do
                          awk '$1 == %d || $1 == %d { print $1, $2 == "in" ? 0 : $4 }' \\
                            /sys/kernel/debug/hilsim/gpio | xargs
                          sleep 0.3
                        done""".formatted(Station.HORN, Station.HEARTBEAT), Station.LONG)
                .good();
        List<String> lines = looks.lines().toList();
        String safe = Station.HORN + " 0 " + Station.HEARTBEAT + " 0";
        for (String line : lines.subList(0, Math.max(0, lines.size() - 2))) {
            assertTrue(line.equals(safe), "outputs before the first scan: " + lines);
        }
    }

    private int missing(List<String> heads) throws IOException {
        String journal = station.pi()
                .run("cat /var/lib/pumpwatch/journal/*.log | tail -c " + TAIL_BYTES, Station.SOON)
                .good();
        int missing = 0;
        for (String head : heads) {
            missing += journal.contains(head) ? 0 : 1;
        }
        return missing;
    }
}
