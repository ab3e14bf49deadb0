package io.pumpwatch.hil;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;

/** A disk that takes nothing: the agent scans and alarms all the same, says so, and keeps again when the disk does. */
final class BadDisk {
    private final Station station;
    private final Guest pi;

    BadDisk(Station station) {
        this.station = station;
        this.pi = station.pi();
    }

    /** Every block is taken, but for those that only root may have. */
    void full() throws IOException {
        pi.run(
                        "fallocate -l $(df --output=avail -B1 / | tail -n 1) /full1; "
                                + "runuser -u nobody -- sh -c 'cat /dev/zero > /var/tmp/full2'; df / | tail -n 1; true",
                        Station.SOON)
                .good();
        try {
            alarmsMeanwhile();
        } finally {
            pi.run("rm -f /full1 /var/tmp/full2").good();
        }
        keepsAgain();
    }

    /**
     * As the kernel leaves a file system in which it found a fault: read-only until the machine starts again. (After a
     * remount by the emergency key ext4 answers each sync with success and writes nothing; no program can see that.)
     */
    void readOnly() throws IOException, InterruptedException {
        pi.run("mount -o remount,errors=remount-ro / && "
                        + "echo 1 > /sys/fs/ext4/$(basename $(findmnt -n -o SOURCE /))/trigger_fs_error")
                .good();
        pi.until("touch /etc/hil 2>&1", "Read-only");
        alarmsMeanwhile();
        pi.kill();
        pi.start();
        station.rest();
        station.firstScanSeconds();
        station.untilWell();
        station.verify();
    }

    private void alarmsMeanwhile() throws IOException {
        // Entries until one has no room; each edge makes some.
        await("the disk is seen to take nothing")
                .atMost(Station.SOON)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    pi.run("echo '17 1' > /sys/kernel/debug/hilsim/gpio; sleep 0.5; "
                                    + "echo '17 0' > /sys/kernel/debug/hilsim/gpio; sleep 0.5")
                            .good();
                    return station.number("storeStalledMs") > 2_000;
                });
        station.untilAlarm("UA-900.STORE", "unacked");
        long before = station.number("scans");
        pi.pin(Station.FLOAT, true);
        pi.run(
                        "mosquitto_sub -h 127.0.0.1 -W 60 -C 1 -t 'pumpwatch/v1/+/+/alarm/UA-900/STORE'"
                                + " | grep -q unacked",
                        Station.SOON)
                .good();
        station.untilAlarm("LSHH-301.HH", "unacked");
        pi.pin(Station.FLOAT, false);
        station.untilAlarm("LSHH-301.HH", "rtn-unacked");
        assertTrue(station.number("scans") > before);
    }

    private void keepsAgain() throws IOException {
        station.untilStatus("\"storeStalledMs\":0,\"unkept\":0", true);
        assertEquals("active", station.unit("ActiveState"));
        // The trends try again at their next flush.
        pi.until("hil-get /api/v1/health", "\"historyFault\":\"\"");
        station.verify();
    }
}
