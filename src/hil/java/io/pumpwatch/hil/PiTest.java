package io.pumpwatch.hil;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The package in the virtual Pi, in one boot: each test leaves the station well. Times are those of an emulated
 * machine, several times slower than a Pi.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PiTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int HORN = 5;
    private static final int FLOAT = 17;
    private static final int RUNNING = 27;
    private static final String STATUS = "pumpwatch status --json";
    private static final String ALARMS = "pumpwatch alarms --json";

    @TempDir
    static Path folder;

    private static Guest pi;

    @BeforeAll
    static void boot() throws IOException, InterruptedException {
        pi = Guest.boot(folder, List.of(Path.of(System.getProperty("deb")), Path.of("src/hil/station/station.toml")));
        pi.pin(FLOAT, false);
        pi.milliamps(0, 8);
        pi.milliamps(1, 12);
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        if (pi != null) {
            pi.close();
        }
    }

    @Test
    @Order(1)
    void installsAndScans() throws IOException {
        pi.run("apt-get install -y /mnt/pumpwatch_*_arm64.deb", Duration.ofMinutes(8))
                .good();
        pi.run("install -m 640 -g pumpwatch /mnt/station.toml /etc/pumpwatch/station.toml")
                .good();
        pi.run("systemctl start mosquitto; (mosquitto_sub -v -t 'pumpwatch/#' > /tmp/told &)")
                .good();
        pi.run("systemctl start pumpwatch", Duration.ofMinutes(3)).good();
        assertEquals("active", pi.run("systemctl is-active pumpwatch").output().strip());
        pi.until(STATUS, "\"quality\":\"good\"", SOON);
    }

    @Test
    @Order(2)
    void theUnitsAreRightAndClosed() throws IOException {
        assertEquals(
                "",
                pi.run("systemd-analyze verify --man=no pumpwatch.service pumpwatch-console.service")
                        .output()
                        .strip());
        String words = pi.run("systemd-analyze security --no-pager pumpwatch.service | tail -n 1")
                .good();
        Matcher level = Pattern.compile("([0-9]+\\.[0-9]+)").matcher(words);
        assertTrue(level.find(), words);
        assertTrue(Double.parseDouble(level.group(1)) <= 1.7, words);
        assertEquals("pumpwatch", pi.run("ps -o user= -C java | sort -u").good().strip());
    }

    @Test
    @Order(3)
    void everyBandComesThroughTheBus() throws IOException {
        String[][] bands = {
            {"12.0", "\"good\""},
            {"3.9", "under-range"},
            {"20.3", "over-range"},
            {"20.8", "saturated"},
            {"3.7", "below-range-limit"},
            {"3.0", "broken-wire"},
            {"21.5", "short-circuit"},
            {"8.0", "\"good\""}
        };
        for (String[] band : bands) {
            pi.milliamps(1, Double.parseDouble(band[0]));
            pi.until(STATUS + " | tr '_' '-' | grep -o '\"PT-301\"[^}]*'", band[1], Duration.ofSeconds(30));
        }
    }

    @Test
    @Order(4)
    void aContactAlarmsAndReachesTheBroker() throws IOException {
        pi.pin(FLOAT, true);
        pi.until("grep 'alarm/LSHH-301/HH' /tmp/told", "unack", SOON);
        pi.until("awk '$1 == 5 {print \"coil\" $4}' /sys/kernel/debug/hilsim/gpio", "coil1", SOON);
        pi.pin(FLOAT, false);
        pi.until(STATUS + " | grep -o '\"LSHH-301\"[^}]*'", "1", SOON);
    }

    @Test
    @Order(5)
    void aConverterThatIsUnpluggedIsNamedAndComesBack() throws IOException {
        pi.hilsim("i2c_present", "N");
        pi.until(ALARMS, "UA-900.FIELD", SOON);
        pi.until("journalctl -u pumpwatch; cat /var/lib/pumpwatch/journal/*", "i2c-1/0x48: no answer", SOON);
        pi.hilsim("i2c_present", "Y");
        pi.until(STATUS + " | grep -o '\"PT-301\"[^}]*'", "\"good\"", SOON);
    }

    @Test
    @Order(6)
    void aBusThatHangsHoldsUpNoScan() throws IOException {
        pi.hilsim("i2c_delay_us", "8000000");
        pi.until("cat /var/lib/pumpwatch/journal/*", "i2c-1: hangs", SOON);
        // Contacts go on meanwhile.
        pi.pin(RUNNING, false);
        pi.until(STATUS + " | grep -o '\"XS-301\"[^}]*'", "1", SOON);
        pi.pin(RUNNING, true);
        pi.hilsim("i2c_delay_us", "0");
        pi.until(STATUS + " | grep -o '\"PT-301\"[^}]*'", "\"good\"", SOON);
    }

    @Test
    @Order(7)
    void aStoppedAgentIsStartedAgainByTheWatchdog() throws IOException {
        String before = pid();
        pi.run("kill -STOP " + before).good();
        await().atMost(Duration.ofSeconds(90)).ignoreExceptions().until(() -> {
            String now = pid();
            return !now.equals(before) && !now.equals("0");
        });
        pi.until(STATUS, "\"quality\":\"good\"", SOON);
    }

    @Test
    @Order(8)
    void aKilledAgentLeavesItsOutputsAsTheFileSays() throws IOException {
        pi.run("systemctl stop pumpwatch; systemctl reset-failed pumpwatch; true")
                .good();
        assertTrue(pi.output(HORN), "the horn of a dead agent");
        pi.run("systemctl start pumpwatch", Duration.ofMinutes(2)).good();
        // Held back from starting again, so that what it left can be seen.
        pi.run("mkdir -p /run/systemd/system/pumpwatch.service.d; "
                        + "printf '[Service]\\nRestart=no\\n' > /run/systemd/system/pumpwatch.service.d/hil.conf; "
                        + "systemctl daemon-reload; systemctl kill -s KILL pumpwatch")
                .good();
        pi.until("systemctl is-active pumpwatch", "failed", SOON);
        assertTrue(pi.output(HORN), "the horn of a killed agent");
        pi.run(
                        "rm -r /run/systemd/system/pumpwatch.service.d; systemctl daemon-reload;"
                                + " systemctl start pumpwatch",
                        Duration.ofMinutes(2))
                .good();
        pi.until(STATUS, "\"quality\":\"good\"", SOON);
    }

    @Test
    @Order(9)
    void theClockIsWatched() throws IOException {
        pi.run("date -s 1970-01-02").good();
        pi.until("cat /var/lib/pumpwatch/journal/*", "clock-trust-changed", SOON);
        pi.run("date -s '2026-12-01 10:00'").good();
        pi.run("date -s '2026-12-01 09:00'").good();
        pi.until("grep -ho 'clock-stepped' /var/lib/pumpwatch/journal/* | wc -l", "3", SOON);
        assertEquals("active", pi.run("systemctl is-active pumpwatch").output().strip());
    }

    @Test
    @Order(10)
    void anUpgradeKeepsTheRecords() throws IOException {
        String entries = "cat /var/lib/pumpwatch/journal/* | grep -c kind";
        int before = Integer.parseInt(pi.run(entries).output().strip());
        pi.run("apt-get install -y --reinstall /mnt/pumpwatch_*_arm64.deb", Duration.ofMinutes(8))
                .good();
        pi.until(STATUS, "\"quality\":\"good\"", SOON);
        assertTrue(Integer.parseInt(pi.run(entries).output().strip()) > before);
        pi.run("systemctl stop pumpwatch").good();
        pi.run("runuser -u pumpwatch -- pumpwatch verify --data /var/lib/pumpwatch", Duration.ofMinutes(2))
                .good();
        pi.run("apt-get remove -y pumpwatch", Duration.ofMinutes(3)).good();
        assertFalse(pi.run("ls /var/lib/pumpwatch/journal").good().isBlank(), "removal keeps the records");
    }

    private static String pid() throws IOException {
        return pi.run("systemctl show -P MainPID pumpwatch").good().strip();
    }
}
