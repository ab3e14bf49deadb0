package io.pumpwatch.hil;

import static io.pumpwatch.hil.Station.FLOAT;
import static io.pumpwatch.hil.Station.HEARTBEAT;
import static io.pumpwatch.hil.Station.HORN;
import static io.pumpwatch.hil.Station.RUNNING;
import static io.pumpwatch.hil.Station.SOON;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.tinylog.Logger;

/**
 * The package in the virtual Pi, on one disk and in this order: each test leaves the station well. Times are those of
 * an emulated machine, several times slower than a Pi.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PiTest {
    @TempDir
    static Path folder;

    private static Station station;
    private static Guest pi;

    @BeforeAll
    static void boot() throws IOException, InterruptedException {
        station = Station.boot(folder);
        pi = station.pi();
    }

    @AfterAll
    static void end() throws IOException {
        if (station != null) {
            pi.close();
        }
    }

    @Test
    @Order(1)
    void theVersionBeforeInstallsAndScans() throws IOException {
        station.install(Station.VERSION + "~before", "off");
        station.commission();
        assertEquals("active", unit("ActiveState"));
        assertTrue(unit("ExecMainPID").matches("[1-9][0-9]*"));
    }

    @Test
    @Order(2)
    void anUpgradeKeepsTheRecords() throws IOException {
        int before = station.entries("\"seq\"");
        assertTrue(before > 3, "entries before the upgrade: " + before);
        String first = pi.run("grep -hm1 '\"seq\":1,' /var/lib/pumpwatch/journal/*.log")
                .good();
        station.install(Station.VERSION);
        station.untilWell();
        assertTrue(station.entries("\"seq\"") > before);
        assertEquals(
                first,
                pi.run("grep -hm1 '\"seq\":1,' /var/lib/pumpwatch/journal/*.log")
                        .good());
        assertEquals(2, station.number("boot"));
        station.verify();
    }

    @Test
    @Order(3)
    void theUnitsAreRightAndClosed() throws IOException {
        String units = "pumpwatch.service pumpwatch-console.service";
        assertEquals(
                "",
                pi.run("systemd-analyze verify --man=no " + units, SOON)
                        .output()
                        .strip());
        String words = pi.run("systemd-analyze security --no-pager pumpwatch.service | tail -n 1", SOON)
                .good();
        Matcher level = Pattern.compile("([0-9]+\\.[0-9]+)").matcher(words);
        assertTrue(level.find(), words);
        Logger.info("systemd-analyze security: {}", level.group(1));
        assertTrue(Double.parseDouble(level.group(1)) <= 1.7, words);
        assertEquals("pumpwatch", pi.run("ps -o user= -C java | sort -u").good().strip());
        assertEquals(
                "root:gpio 660",
                pi.run("stat -c '%U:%G %a' /dev/gpiochip1").good().strip());
        assertEquals(
                "root:i2c 660", pi.run("stat -c '%U:%G %a' /dev/i2c-1").good().strip());
    }

    @Test
    @Order(4)
    void theArchiveOfTheInstallIsInUse() throws IOException {
        String maps = pi.run("cat /proc/" + unit("MainPID") + "/maps").good();
        assertTrue(maps.contains("/usr/lib/pumpwatch/lib/pumpwatch-17"), maps);
        assertTrue(pi.run("pumpwatch status --json", SOON).good().contains("\"station\":\"hil\""));
    }

    @Test
    @Order(5)
    void theConsoleStandsOnTheFirstScreen() throws IOException {
        new FirstScreen(station).shows();
    }

    @Test
    @Order(6)
    void everyBandComesThroughTheBus() throws IOException {
        String[][] bands = {
            {"12.0", "\"quality\":\"good\",\"cause\":\"none\""},
            {"3.9", "under-range"},
            {"3.7", "below-range-limit"},
            {"3.5", "broken-wire"},
            {"0.0", "broken-wire"},
            {"20.3", "over-range"},
            {"20.8", "saturated"},
            {"21.5", "short-circuit"},
            {"4.0", "\"quality\":\"good\",\"cause\":\"none\""},
            {"20.0", "\"quality\":\"good\",\"cause\":\"none\""},
            {"12.0", "\"value\":2.0"}
        };
        for (String[] band : bands) {
            pi.milliamps(1, Double.parseDouble(band[0]));
            station.until("PT-301", band[1]);
        }
    }

    @Test
    @Order(7)
    void aContactAlarmsAtTheBrokerAndSoundsTheHorn() throws IOException {
        pi.pin(FLOAT, true);
        station.untilAlarm("LSHH-301.HH", "unacked");
        pi.untilOutput(HORN, "1");
        pi.pin(FLOAT, false);
        station.untilAlarm("LSHH-301.HH", "rtn-unacked");
        pi.pin(RUNNING, false);
        station.until("XS-301", "\"value\":1.0");
        pi.pin(RUNNING, true);
        station.until("XS-301", "\"value\":0.0");
    }

    @Test
    @Order(8)
    void anAlarmIsAtTheBrokerWithinItsTime() throws IOException {
        AlarmTimes times = AlarmTimes.measure(pi, 8);
        Logger.info("contact edge to alarm at the subscriber, debounce of 200 ms in it: {}", times);
        assertTrue(times.medianMs() >= 200, "shorter than the debounce: " + times);
        assertTrue(times.medianMs() <= 2_000, times.toString());
    }

    @Test
    @Order(9)
    void aConverterThatIsUnpluggedIsNamedAndComesBack() throws IOException {
        int before = station.entries("i2c-1/0x48: no answer");
        pi.hilsim("i2c_present", "N");
        station.until("PT-301", "bus-error");
        station.untilAlarm("UA-900.FIELD", "unacked");
        station.untilEntries("i2c-1/0x48: no answer", before);
        pi.hilsim("i2c_present", "Y");
        station.untilWell();
    }

    @Test
    @Order(10)
    void aBusThatHangsHoldsUpNoScan() throws IOException {
        int before = station.entries("i2c-1: hangs");
        pi.hilsim("i2c_delay_us", "8000000");
        station.untilEntries("i2c-1: hangs", before);
        station.until("PT-301", "\"quality\":\"bad\"");
        // Contacts go on meanwhile.
        pi.pin(RUNNING, false);
        station.until("XS-301", "\"value\":1.0");
        pi.pin(RUNNING, true);
        pi.hilsim("i2c_delay_us", "0");
        station.untilWell();
    }

    @Test
    @Order(11)
    void aStoppedProcessIsStartedAgainByTheWatchdog() throws IOException {
        String before = unit("MainPID");
        pi.run("kill -STOP " + before).good();
        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).until(() -> {
            String now = unit("MainPID");
            return !now.equals(before) && !now.equals("0");
        });
        station.firstScanSeconds();
        station.untilWell();
        assertTrue(Integer.parseInt(unit("NRestarts")) >= 1);
    }

    @Test
    @Order(12)
    void outputsOfAnAgentThatEndsAreAsTheFileSays() throws IOException {
        long tookMs = station.stop();
        Logger.info("stop took {} ms", tookMs);
        assertEquals("success", unit("Result"));
        assertEquals("1", pi.output(HORN), "the horn of a stopped agent");
        station.restart();
        // Held back from starting again, so that what it left can be seen.
        pi.run("mkdir -p /run/systemd/system/pumpwatch.service.d; "
                        + "printf '[Service]\\nRestart=no\\n' > /run/systemd/system/pumpwatch.service.d/hil.conf; "
                        + "systemctl daemon-reload; systemctl kill -s KILL pumpwatch")
                .good();
        pi.until("systemctl is-active pumpwatch", "failed");
        assertEquals("1", pi.output(HORN), "the horn of a killed agent");
        assertEquals("0", pi.output(HEARTBEAT).replace("in", "0"), "the heartbeat of a killed agent");
        pi.run("rm -r /run/systemd/system/pumpwatch.service.d; systemctl daemon-reload")
                .good();
        station.restart();
        // 5 s on a Pi; systemd would kill it after 10 s. Last, so that the next test finds the station well.
        assertTrue(tookMs < 10_000, "stop took " + tookMs + " ms");
    }

    @Test
    @Order(13)
    void aFullDiskStopsNoScan() throws IOException {
        new BadDisk(station).full();
    }

    @Test
    @Order(14)
    void aDiskThatTurnedReadOnlyStopsNoScan() throws IOException, InterruptedException {
        new BadDisk(station).readOnly();
    }

    @Test
    @Order(15)
    void theClockIsWatched() throws IOException {
        new BadClock(station).unsetThenSteps();
        assertEquals("active", unit("ActiveState"));
        station.verify();
    }

    @Test
    @Order(16)
    void fivePowerCutsLoseNothing() throws IOException, InterruptedException {
        int cuts = Integer.getInteger("cuts", 5);
        PowerCuts plug = new PowerCuts(station, 20_261_126);
        for (int cut = 0; cut < cuts; cut++) {
            plug.cut();
        }
        Logger.info(
                "{} power cuts: {} entries told, {} lost; first scans {} s after the start of userspace",
                cuts,
                plug.told(),
                plug.lost(),
                plug.firstScans());
        assertEquals(0, plug.lost(), "announced and gone, of " + plug.told());
        station.verify();
    }

    @Test
    @Order(17)
    void withoutSyncALossIsSeen() throws IOException, InterruptedException {
        PowerCuts plug = new PowerCuts(station, 20_261_127);
        plug.withoutSync();
        plug.cutWithoutSync();
        Logger.info("a power cut without sync: {} entries told, {} lost", plug.told(), plug.lost());
        assertTrue(plug.lost() > 0, "without sync something must have been lost, or these tests see nothing");
    }

    @Test
    @Order(18)
    void removalKeepsTheRecordsAndPurgeAsks() throws IOException {
        new Removal(station).keepsThenPurges();
    }

    private static String unit(String property) throws IOException {
        return station.unit(property);
    }
}
