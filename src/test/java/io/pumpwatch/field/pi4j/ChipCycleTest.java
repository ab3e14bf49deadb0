package io.pumpwatch.field.pi4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.field.pi4j.Pi4jSettings.Channel;
import io.pumpwatch.field.pi4j.Pi4jSettings.Chip;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One converter, against a chip that behaves like its data sheet. */
class ChipCycleTest {
    private static final long MS = 1_000_000;
    private static final int AT_12_MA = 9_600;

    private long nowNs;
    private final FakeChip chip = new FakeChip(() -> nowNs);
    private final List<AdcRead> reads = new ArrayList<>();
    private final ChipCycle cycle = new ChipCycle(settings(860), (bus, address) -> chip.open(), reads::add);

    private static Chip settings(int rate) {
        return new Chip(
                1,
                0x48,
                4.096,
                rate,
                100,
                List.of(
                        new Channel(new Tag("PT-101"), 0, 100, Calibration.NONE),
                        new Channel(new Tag("LT-301"), 2, 100, new Calibration(1.01, -0.05))));
    }

    private void runMs(long ms) {
        long endNs = nowNs + ms * MS;
        while (nowNs < endNs) {
            nowNs = Math.min(endNs, Math.max(nowNs, cycle.step(nowNs)));
        }
    }

    @Test
    void readsEachInputOnceARoundAndGivesMilliamps() {
        chip.counts[0] = AT_12_MA;
        chip.counts[2] = 2 * AT_12_MA;
        runMs(100);
        assertEquals(2, reads.size());
        assertEquals(12.0, reads.get(0).milliamps(), 1e-9);
        assertEquals(AT_12_MA, reads.get(0).counts());
        assertEquals(24.0 * 1.01 - 0.05, reads.get(1).milliamps(), 1e-9);
        runMs(100);
        assertEquals(4, reads.size());
        assertEquals(2, reads.get(2).number());
        assertEquals("", cycle.fault());
    }

    @Test
    void aConversionTakesAsLongAsTheChipNeeds() {
        runMs(20);
        assertTrue(
                reads.get(0).atNs() >= 1_162_790,
                "not before 1/860 s: " + reads.get(0).atNs());
        assertTrue(
                reads.get(1).atNs() < 4 * MS,
                "two inputs in less than 4 ms: " + reads.get(1).atNs());
    }

    @Test
    void aChipThatWasResetIsNotBelieved() {
        chip.counts[0] = AT_12_MA;
        nowNs = cycle.step(nowNs);
        chip.reset();
        chip.counts[0] = 1;
        nowNs = cycle.step(nowNs);
        assertEquals("was reset", cycle.fault());
        assertEquals(2, reads.size(), "both channels failed");
        assertEquals("was reset", reads.get(1).fault());
        reads.clear();
        runMs(150);
        assertEquals(12.0 / AT_12_MA, reads.get(0).milliamps(), 1e-9);
        assertEquals("", cycle.fault());
    }

    @Test
    void aChipThatDoesNotAnswerIsAskedMoreAndMoreRarely() {
        chip.fault = "no answer";
        runMs(20_000);
        // 0.1 + 0.2 + 0.4 + 0.8 + 1.6 + 3.2 s, then each 5 s.
        assertEquals(9, chip.opened);
        assertEquals(18, reads.size());
        chip.fault = "";
        reads.clear();
        runMs(5_000);
        assertEquals("", cycle.fault());
        assertEquals("", reads.get(0).fault());
        assertEquals(10, chip.opened, "opened anew, once");
    }

    @Test
    void aConversionThatNeverEndsIsAFault() {
        chip.neverReady = true;
        runMs(30);
        assertEquals("conversion doesn't end", cycle.fault());
    }

    @Test
    void conversionsOfTwoChipsRunSideBySide() {
        FakeChip second = new FakeChip(() -> nowNs);
        ChipCycle other = new ChipCycle(settings(8), (bus, address) -> second.open(), reads::add);
        ChipCycle one = new ChipCycle(settings(8), (bus, address) -> chip.open(), reads::add);
        long dueNs = Math.max(one.step(0), other.step(0));
        nowNs = dueNs;
        one.step(dueNs);
        other.step(dueNs);
        assertEquals(2, reads.size(), "both within the time of one: " + dueNs);
    }

    @Test
    void wordsOfTheDataSheet() {
        // Default of the data sheet with input 0 against ground, 4.096 V, single shot begun, 128 a second: 0xC383.
        assertEquals(0xC383, Ads1115.start(0, 4.096, 128));
        assertEquals(0xF1E3 | 0x0200, Ads1115.start(3, 4.096, 860));
        assertEquals(-32_768, Ads1115.counts(0x8000));
        assertEquals(20.0, Ads1115.milliamps(16_000, 4.096, 100), 1e-9);
        assertThrows(IllegalArgumentException.class, () -> Ads1115.start(4, 4.096, 860));
    }

    @Test
    void twoPointsMakeALine() {
        Calibration line = Calibration.of(4.02, 4.00, 19.90, 20.00);
        assertEquals(4.0, line.correct(4.02), 1e-9);
        assertEquals(20.0, line.correct(19.90), 1e-9);
    }
}
