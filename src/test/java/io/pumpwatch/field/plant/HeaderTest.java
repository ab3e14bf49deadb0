package io.pumpwatch.field.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.field.Field;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules P1 to P3 rest on this: what normal unloading looks like at PT-101, and what each trouble does to it. */
class HeaderTest {
    private static final int WINDOW_MS = 10_000;
    private static final long SETTLED_MS = 30_000;

    /** Scans a plant with permits given and watches PT-101 as the agent would. */
    private static final class Watched {
        private final Plant plant;
        private final Field field;
        private final Deque<Sample> window = new ArrayDeque<>();
        private Now now = Plants.START;
        private double lowest = Double.POSITIVE_INFINITY;
        private double highest = Double.NEGATIVE_INFINITY;
        private double widest;

        Watched(PlantSettings settings, long seed) {
            plant = new Plant(settings, seed);
            field = plant.connect();
        }

        void scan(int times) {
            for (int i = 0; i < times; i++) {
                for (Sample sample : field.read(now)) {
                    if (sample.tag().equals(Plants.PT101)) {
                        take(sample);
                    }
                }
                field.write(
                        List.of(
                                new Output(Plants.XC101, true),
                                new Output(new Tag("XC-102"), true),
                                new Output(new Tag("XC-201"), true)),
                        now);
                now = now.plusMs(100);
            }
        }

        private void take(Sample sample) {
            double mpa = (sample.value() - 4) / 16 * 60;
            lowest = Math.min(lowest, mpa);
            highest = Math.max(highest, mpa);
            window.addLast(sample);
            while (sample.uptimeMs() - window.getFirst().uptimeMs() > WINDOW_MS) {
                window.removeFirst();
            }
            double high = 0;
            double low = Double.POSITIVE_INFINITY;
            for (Sample in : window) {
                high = Math.max(high, in.value());
                low = Math.min(low, in.value());
            }
            widest = Math.max(widest, (high - low) / 16 * 60);
        }

        void forget() {
            window.clear();
            lowest = Double.POSITIVE_INFINITY;
            highest = Double.NEGATIVE_INFINITY;
            widest = 0;
        }

        Watched settled() {
            scan(2);
            plant.act(new Act.Button(Plants.P101, true));
            scan((int) SETTLED_MS / 100);
            forget();
            return this;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anHourOfNormalUnloadingSwingsLessThan4MpaWithin10SecondsAndStaysInP1(long seed) {
        Watched watched = new Watched(Plants.full().build(), seed).settled();
        watched.scan(36_000);
        assertTrue(watched.widest < 3.5, "widest " + watched.widest);
        assertTrue(watched.lowest > 30.5, "lowest " + watched.lowest);
        assertTrue(watched.highest < 34, "highest " + watched.highest);
        assertTrue(watched.widest > 1, "it cycles at all: " + watched.widest);
    }

    @Test
    void theUnloadingValveCyclesEvery10To60Seconds() {
        Watched watched = new Watched(Plants.full().build(), 1).settled();
        int cycles = 0;
        boolean above = false;
        for (int i = 0; i < 36_000; i++) {
            watched.scan(1);
            boolean now = watched.plant.truth().headerMpa() > 32;
            cycles += now && !above ? 1 : 0;
            above = now;
        }
        assertTrue(cycles >= 60 && cycles <= 360, "cycles in an hour: " + cycles);
    }

    @Test
    void itIsAtPressureBefore30SecondsAfterTheStart() {
        Watched watched = new Watched(Plants.full().build(), 3);
        watched.scan(2);
        watched.plant.act(new Act.Button(Plants.P101, true));
        watched.scan(250);
        assertTrue(watched.plant.truth().headerMpa() > 30.5);
    }

    @ParameterizedTest
    @CsvSource({
        "CAVITATION, 1", "CAVITATION, 2", "CAVITATION, 3",
        "VALVE_FLUTTER, 1", "VALVE_FLUTTER, 2", "VALVE_FLUTTER, 3",
        "BURST_HOSE, 1", "BURST_HOSE, 2", "BURST_HOSE, 3"
    })
    void eachOfTheseSwingsMoreThan4MpaWithin10SecondsSoon(Upset upset, long seed) {
        Watched watched = new Watched(Plants.full().build(), seed).settled();
        watched.plant.act(new Act.Begin(upset));
        int seconds = 0;
        while (watched.widest <= 4.5 && seconds < 30) {
            watched.scan(10);
            seconds++;
        }
        assertTrue(seconds <= 12, upset + " took " + seconds + " s");
        assertTrue(watched.highest < 35, "a swing isn't an overpressure: " + watched.highest);
    }

    @Test
    void aBurstHoseCollapsesAndRocks() {
        Watched watched = new Watched(Plants.full().build(), 4).settled();
        watched.plant.act(new Act.Begin(Upset.BURST_HOSE));
        watched.scan(100);
        watched.forget();
        watched.scan(100);
        assertTrue(watched.highest < 15, "collapsed: " + watched.highest);
        assertTrue(watched.widest > 1, "rocks: " + watched.widest);
    }

    @Test
    void withoutAPumpNothingCavitates() {
        Watched watched = new Watched(
                Plants.full().header(HeaderSettings.usual().startingAt(20)).build(), 4);
        watched.plant.act(new Act.Begin(Upset.CAVITATION));
        watched.scan(20);
        watched.forget();
        watched.scan(20);
        assertTrue(watched.widest < 3, "only the leak: " + watched.widest);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aStuckUnloadingValvePassesThirtyFiveInSecondsAndATripStopsIt(long seed) {
        Watched watched = new Watched(Plants.full().build(), seed).settled();
        watched.plant.act(new Act.Begin(Upset.UNLOADING_STUCK));
        int tenths = 0;
        while (watched.plant.truth().headerMpa() <= 35 && tenths < 200) {
            watched.scan(1);
            tenths++;
        }
        assertTrue(tenths < 150, "took " + tenths / 10.0 + " s");
        watched.field.write(List.of(new Output(Plants.XT101, true)), watched.now);
        watched.scan(10);
        assertFalse(watched.plant.truth().pump(Plants.P101).contactorClosed());
        double atTrip = watched.plant.truth().headerMpa();
        watched.scan(300);
        assertTrue(watched.plant.truth().headerMpa() < atTrip);
        assertTrue(watched.highest < 36.5, "highest " + watched.highest);
    }

    @Test
    void withoutATripTheSafetyValveHolds() {
        Watched watched = new Watched(Plants.full().build(), 1).settled();
        watched.plant.act(new Act.Begin(Upset.UNLOADING_STUCK));
        watched.scan(1200);
        assertTrue(watched.highest > 38 && watched.highest < 41, "highest " + watched.highest);
    }

    @Test
    void heavyDemandPullsItBelow30() {
        Watched watched = new Watched(Plants.full().build(), 1).settled();
        watched.plant.act(new Act.Begin(Upset.HEAVY_DEMAND));
        watched.scan(300);
        assertTrue(watched.plant.truth().headerMpa() < 30);
    }

    @Test
    void aTankThatRunsEmptyMakesThePumpCavitate() {
        Watched watched = new Watched(Plants.full().build(), 1).settled();
        watched.plant.act(new Act.Begin(Upset.NO_MAKEUP));
        watched.plant.act(new Act.SetTank(1));
        watched.scan(200);
        assertTrue(watched.widest > 4, "widest " + watched.widest);
    }

    @Test
    void aSecondPumpJoinsWithoutASwing() {
        Watched watched = new Watched(Plants.full().build(), 6).settled();
        watched.plant.act(new Act.Button(Plants.P102, true));
        watched.scan(3000);
        assertTrue(watched.widest < 3.5, "widest " + watched.widest);
        assertTrue(watched.highest < 34.5, "highest " + watched.highest);
        assertEquals(1, watched.plant.truth().pump(Plants.P102).starts());
    }
}
