package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Stamp;
import org.junit.jupiter.api.Test;

class StoreCommandsTest {
    private static final long YEAR_2026_MS = 1_767_225_600_000L;

    @Test
    void anEpochOfARestoreGrowsWithTheClockWhereItCanBeBelieved() {
        assertEquals(60, StoreCommands.epochAtLeast(at(YEAR_2026_MS + 3_600_000, ClockTrust.NTP)));
        assertEquals(61, StoreCommands.epochAtLeast(at(YEAR_2026_MS + 3_660_000, ClockTrust.RTC)));
        assertEquals(0, StoreCommands.epochAtLeast(at(YEAR_2026_MS + 3_600_000, ClockTrust.UNSET)));
        assertEquals(0, StoreCommands.epochAtLeast(at(0, ClockTrust.NTP)));
    }

    private static Stamp at(long utcMs, ClockTrust trust) {
        return new Stamp(1, utcMs, 5, trust);
    }
}
