package io.pumpwatch.hil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

/** The console on the kernel's own first screen, read from its memory as characters. */
final class FirstScreen {
    private final Guest pi;

    FirstScreen(Station station) {
        this.pi = station.pi();
    }

    void shows() throws IOException {
        pi.run("systemctl start pumpwatch-console").good();
        pi.until("tr -d '\\0' < /dev/vcs1 | grep -c 'PT-301'", "1");
        String screen = pi.run("fold -w 80 < /dev/vcs1").good();
        // The overview: nothing that the screen answered was taken for a key.
        assertTrue(screen.contains("overview") && screen.contains("MPa"), screen);
        assertEquals(
                "pumpwatch-console",
                pi.run("stat -c %U /proc/$(systemctl show -P MainPID pumpwatch-console)")
                        .good()
                        .strip());
        pi.run("systemctl stop pumpwatch-console").good();
    }
}
