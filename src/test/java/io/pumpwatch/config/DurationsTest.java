package io.pumpwatch.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DurationsTest {
    @Test
    void readsEveryUnit() {
        assertEquals(500, Durations.parse("500 ms"));
        assertEquals(15_000, Durations.parse("15 s"));
        assertEquals(1_500, Durations.parse("1.5s"));
        assertEquals(600_000, Durations.parse("10 min"));
        assertEquals(28_800_000, Durations.parse("8 h"));
        assertEquals(2_592_000_000L, Durations.parse("30 d"));
        assertEquals(0, Durations.parse("0 s"));
    }

    @Test
    void refusesTheRest() {
        for (String text : new String[] {"", "15", "-1 s", "1 m", "1 S", "s", "1e3 s", "9999999999 s", "1 s 2 ms"}) {
            assertEquals(Durations.NONE, Durations.parse(text), text);
        }
    }

    @Test
    void showsWhatItReads() {
        for (String text : new String[] {"500 ms", "15 s", "10 min", "8 h", "30 d", "90 s", "0 s"}) {
            assertEquals(text, Durations.show(Durations.parse(text)));
        }
    }
}
