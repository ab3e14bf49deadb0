package io.pumpwatch.conditioning;

import static io.pumpwatch.conditioning.Loop.PT;
import static io.pumpwatch.conditioning.Loop.RUNS;
import static io.pumpwatch.conditioning.Loop.TWIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.conditioning.InstrumentPlan.Deviation;
import io.pumpwatch.station.Ne107;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.QualityCause;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Reading.Use;
import io.pumpwatch.station.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Conditioning after NE 43 and NE 107, by the standards page. */
class ConditioningTest {
    @Test
    void everyBandIsWorthWhatTheStandardsPageSays() throws IOException {
        try (InputStream in = ConditioningTest.class.getResourceAsStream("bands.txt")) {
            assertNotNull(in);
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(ConditioningTest::band);
        }
    }

    private static void band(String line) {
        String[] cells = line.trim().split("\\s+", -1);
        Loop loop = new Loop(Loop.plain(PT));
        loop.hold(PT, 12, 60);
        Reading reading = loop.hold(PT, Double.parseDouble(cells[0]), Double.parseDouble(cells[1]));
        assertEquals(Quality.valueOf(cells[2]), reading.quality(), line);
        assertEquals(Use.valueOf(cells[3]), reading.use(), line);
        assertEquals(QualityCause.valueOf(cells[4]), reading.cause(), line);
        assertEquals(Double.parseDouble(cells[5]), reading.value(), 1e-9, line);
    }

    @Test
    void startsAsBadWaitingForInitialDataNeverAsGoodZero() {
        Reading first = new Loop(Loop.plain(PT)).scan(PT);
        assertEquals(Quality.BAD, first.quality());
        assertEquals(QualityCause.WAITING_FOR_INITIAL_DATA, first.cause());
        assertTrue(Double.isNaN(first.value()));
        assertFalse(first.used());
    }

    @Test
    void withoutAnySampleItBecomesStaleAfterTheFreshnessTime() {
        Loop loop = new Loop(Loop.plain(PT));
        assertEquals(
                QualityCause.WAITING_FOR_INITIAL_DATA, loop.silence(PT, 3.0).cause());
        assertEquals(QualityCause.NO_FRESH_SAMPLE, loop.silence(PT, 0.1).cause());
    }

    @Test
    void freshnessGoesBySuccessfulReadsNotByChangesOfValue() {
        Loop loop = new Loop(Loop.plain(PT));
        assertEquals(Quality.GOOD, loop.hold(PT, 12, 600).quality());
        assertEquals(Quality.GOOD, loop.silence(PT, 2.9).quality());
        Reading stale = loop.silence(PT, 0.1);
        assertEquals(QualityCause.NO_FRESH_SAMPLE, stale.cause());
        assertEquals(80, stale.value(), 1e-9);
        assertEquals(Quality.GOOD, loop.give(PT, 13).scan(PT).quality());
    }

    @Test
    void busErrorIsHeldThenBadAndTheNextReadWorksAgain() {
        Loop loop = new Loop(Loop.plain(PT));
        loop.hold(PT, 12, 5);
        assertEquals(QualityCause.FAILURE_SUSPECTED, loop.fail(PT).scan(PT).cause());
        Reading reading = loop.conditioned().of(PT);
        for (int i = 0; i < 40; i++) {
            reading = loop.fail(PT).scan(PT);
        }
        assertEquals(Quality.BAD, reading.quality());
        assertEquals(QualityCause.BUS_ERROR, reading.cause());
        assertEquals(Quality.GOOD, loop.give(PT, 12).scan(PT).quality());
    }

    @Test
    void notANumberIsAFailure() {
        Loop loop = new Loop(Loop.plain(PT));
        loop.hold(PT, 12, 5);
        Reading reading = loop.hold(PT, Double.NaN, 4);
        assertEquals(Quality.BAD, reading.quality());
        assertEquals(Ne107.FAILURE, reading.category());
    }

    @Test
    void wanderingBetweenTwoFailureBandsHidesNothing() {
        Loop loop = new Loop(Loop.plain(PT));
        loop.hold(PT, 12, 5);
        Reading reading = loop.conditioned().of(PT);
        for (int i = 0; i < 60; i++) {
            reading = loop.hold(PT, i % 2 == 0 ? 3.5 : 3.7, 0.1);
        }
        assertEquals(Quality.BAD, reading.quality(), "10 s below 3.8 mA, whatever the band");
    }

    @Test
    void frozenOnlyWhereTheProcessMustMove() {
        InstrumentPlan contact = InstrumentPlan.contact(RUNS, Text.NONE, 3_600_000);
        Loop loop = new Loop(Loop.with(PT, 5_000, 0, false, 1, null), contact);
        loop.give(RUNS, 0);
        assertEquals(Quality.GOOD, loop.hold(PT, 12, 60).quality(), "pump stands: a still value is no fault");
        loop.give(RUNS, 1);
        assertEquals(QualityCause.FROZEN, loop.hold(PT, 12, 6).cause(), "pump runs: no change at all for 5 s");
        assertEquals(Quality.GOOD, loop.give(PT, 12.001).scan(PT).quality(), "it moves again");
    }

    @Test
    void jumpIsHeldUntilThreeSamplesAgreeButATripSeesItAtOnce() {
        Loop loop = new Loop(Loop.with(PT, 0, 20, false, 1, null));
        loop.hold(PT, 12, 5);
        Reading jump = loop.give(PT, 18).scan(PT);
        assertEquals(QualityCause.JUMP, jump.cause());
        assertFalse(jump.used());
        assertEquals(140, jump.raw(), 1e-9);
        loop.give(PT, 18).scan(PT);
        Reading truth = loop.give(PT, 18).scan(PT);
        assertEquals(Quality.GOOD, truth.quality());
        assertEquals(140, truth.value(), 1e-9);
    }

    @Test
    void oneWildSampleIsNoTruth() {
        Loop loop = new Loop(Loop.with(PT, 0, 20, false, 1, null));
        loop.hold(PT, 12, 5);
        loop.give(PT, 18).scan(PT);
        Reading back = loop.give(PT, 12).scan(PT);
        assertEquals(Quality.GOOD, back.quality());
        assertEquals(80, back.value(), 1e-9);
    }

    @Test
    void twinsThatDisagreeAreBothDoubtedAndStayInUse() {
        Loop loop = new Loop(Loop.with(PT, 0, 0, false, 1, new Deviation(TWIN, 5, 2_000)), Loop.plain(TWIN));
        for (int i = 0; i < 21; i++) {
            loop.give(TWIN, 12.4).give(PT, 12).scan(PT);
        }
        assertTrue(loop.conditioned().deviating().isEmpty(), "4 units apart is within 5");
        for (int i = 0; i < 21; i++) {
            loop.give(TWIN, 12.6).give(PT, 12).scan(PT);
        }
        assertTrue(loop.conditioned().deviating().contains(PT), "6 units apart for 2 s");
        assertEquals(QualityCause.DEVIATION, loop.conditioned().of(PT).cause());
        assertEquals(QualityCause.DEVIATION, loop.conditioned().of(TWIN).cause());
        assertTrue(loop.conditioned().of(PT).used());
    }

    @Test
    void medianOfThreeTakesOutOneSpikeAndTripStillSeesIt() {
        Loop loop = new Loop(Loop.with(PT, 0, 0, true, 1, null));
        loop.hold(PT, 12, 5);
        Reading spike = loop.give(PT, 18).scan(PT);
        assertEquals(80, spike.value(), 1e-9);
        assertEquals(140, spike.raw(), 1e-9);
    }

    @Test
    void filterCountsSamplesAndNotScans() {
        Loop slow = new Loop(Loop.with(PT, 0, 0, false, 4, null));
        Loop fast = new Loop(Loop.with(PT, 0, 0, false, 4, null));
        slow.give(PT, 12).scan(PT);
        fast.give(PT, 12).scan(PT);
        for (int i = 0; i < 3; i++) {
            slow.give(PT, 16).scan(PT);
            fast.give(PT, 16).scan(PT);
            fast.silence(PT, 1.0);
        }
        assertEquals(
                slow.conditioned().of(PT).value(), fast.conditioned().of(PT).value(), 1e-12);
        assertEquals(
                80 + 40 * (1 - Math.pow(0.75, 3)), fast.conditioned().of(PT).value(), 1e-9);
    }

    @Test
    void fiveFlapsInTenMinutesMarkTheInstrument() {
        Loop loop = new Loop(Loop.plain(PT));
        for (int flap = 1; flap <= 5; flap++) {
            loop.hold(PT, 12, 1);
            assertFalse(loop.conditioned().flapping().contains(PT), "after " + (flap - 1));
            loop.hold(PT, 3.0, 1);
        }
        assertTrue(loop.conditioned().flapping().contains(PT));
        loop.hold(PT, 12, 601);
        assertFalse(loop.conditioned().flapping().contains(PT), "ten quiet minutes");
    }

    @Test
    void aSampleHandedOutTwiceCountsOnce() {
        Loop loop = new Loop(Loop.with(PT, 0, 0, false, 4, null));
        loop.give(PT, 12).scan(PT);
        double before = loop.give(PT, 16).scan(PT).value();
        assertEquals(before, loop.scan(PT).value(), 0.0);
    }
}
