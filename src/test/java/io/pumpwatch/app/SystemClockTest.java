package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whom the clock believes where it may not ask the kernel. */
@Timeout(30)
class SystemClockTest {
    private static List<String> shell(String script) {
        return List.of("sh", "-c", script);
    }

    @Test
    void onlyAYesIsAYes() throws InterruptedException {
        assertTrue(SystemClock.saysYes(shell("echo yes")));
        assertFalse(SystemClock.saysYes(shell("echo no")));
        assertFalse(SystemClock.saysYes(shell("echo Failed to connect to bus >&2; exit 1")));
        assertFalse(SystemClock.saysYes(shell(":")));
        assertFalse(SystemClock.saysYes(List.of("no-such-program-anywhere")), "a machine without systemd");
    }
}
