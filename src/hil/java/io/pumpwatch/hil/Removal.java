package io.pumpwatch.hil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;

/** The package goes: its records stay until a purge is told that they may go too. */
final class Removal {
    private final Guest pi;

    Removal(Station station) {
        this.pi = station.pi();
    }

    void keepsThenPurges() throws IOException {
        pi.run(
                        "rm -f /etc/systemd/system/pumpwatch.service.d/nosync.conf; systemctl daemon-reload; "
                                + "apt-get remove -y pumpwatch",
                        Station.LONG)
                .good();
        assertFalse(pi.run("ls /var/lib/pumpwatch/journal").good().isBlank(), "removal keeps the records");
        pi.run("DEBIAN_FRONTEND=noninteractive apt-get purge -y pumpwatch", Station.LONG)
                .good();
        assertFalse(pi.run("ls /var/lib/pumpwatch/journal").good().isBlank(), "purge keeps them unless told");
        // Unpacked is enough to be purged.
        pi.run(
                        "dpkg --unpack /mnt/pumpwatch_" + Station.VERSION + "_arm64.deb; "
                                + "echo pumpwatch pumpwatch/purge-records boolean true | debconf-set-selections; "
                                + "DEBIAN_FRONTEND=noninteractive dpkg --purge pumpwatch",
                        Station.LONG)
                .good();
        assertEquals(
                List.of(),
                pi.run("ls -d /var/lib/pumpwatch 2>/dev/null || true")
                        .good()
                        .lines()
                        .toList());
    }
}
