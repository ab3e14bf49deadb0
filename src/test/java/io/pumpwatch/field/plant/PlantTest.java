package io.pumpwatch.field.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.field.Field;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plant as a whole: seed, scan rate, spray, sump, parts that are missing, the simulated crew. */
class PlantTest {
    private static List<Sample> twentyMinutes(PlantSettings settings, long seed, int scanMs, List<TimedAct> script) {
        Plant plant = new Plant(settings, seed, script);
        List<Sample> samples = new ArrayList<>();
        try (Field field = plant.connect()) {
            for (long ms = 0; ms <= 1_200_000; ms += scanMs) {
                samples.addAll(field.read(Plants.START.plusMs(ms)));
            }
        }
        return samples;
    }

    private static Plant after(PlantSettings settings, int seconds, Act... acts) {
        Plant plant = new Plant(settings, 5);
        for (Act act : acts) {
            plant.act(act);
        }
        plant.runTo(seconds * 1000L);
        return plant;
    }

    private static PlantSettings drainage() {
        return Plants.drainage(PlantSettings.builder()).build();
    }

    @Test
    void sameSeedSameSamplesOtherSeedOthers() {
        PlantSettings settings = Plants.full()
                .timing(Timing.usual().sampledEvery(1000))
                .crew(true)
                .build();
        List<TimedAct> script = Troubles.draw(settings, 3, 0, 1_200_000, 40);
        List<Sample> first = twentyMinutes(settings, 42, 1000, script);
        assertEquals(first, twentyMinutes(settings, 42, 1000, script));
        assertNotEquals(first, twentyMinutes(settings, 43, 1000, script));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 75, 2000, 600_000})
    void theScanRateChangesNothing(int scanMs) {
        PlantSettings settings = Plants.full()
                .timing(Timing.usual().sampledEvery(1000))
                .crew(true)
                .build();
        List<TimedAct> script = Troubles.draw(settings, 4, 0, 1_200_000, 40);
        assertEquals(twentyMinutes(settings, 1, 1000, script), twentyMinutes(settings, 1, scanMs, script));
    }

    @Test
    void oneMoreChannelLeavesTheOthersAsTheyWere() {
        Tag extra = new Tag("TT-101");
        PlantSettings more = Plants.full()
                .channel(ChannelSettings.loop(extra, Measure.TEMPERATURE, Plants.P101, 0, 150))
                .build();
        List<Sample> without = twentyMinutes(Plants.full().build(), 9, 60_000, List.of());
        List<Sample> with = new ArrayList<>(twentyMinutes(more, 9, 60_000, List.of()));
        assertTrue(with.removeIf(sample -> sample.tag().equals(extra)));
        assertEquals(without, with);
    }

    @Test
    void aChangedContactIsReadBetweenTheBeats() {
        PlantSettings settings = Plants.drainage(PlantSettings.builder())
                .timing(Timing.usual().sampledEvery(1000))
                .build();
        Plant plant = new Plant(settings, 1, List.of(new TimedAct(5_100, new Act.Button(Plants.P301, true))));
        Field field = plant.connect();
        List<Long> closed =
                field.read(Plants.START).stream().map(Sample::uptimeMs).toList();
        assertFalse(closed.isEmpty());
        List<Sample> running = field.read(Plants.START.plusMs(6_500)).stream()
                .filter(sample -> sample.tag().equals(new Tag("XS-301")) && sample.value() == 1)
                .toList();
        assertEquals(5_100 + 60, (double) (running.get(0).uptimeMs() - Plants.START.uptimeMs()), 40);
    }

    @Test
    void aLongLeapIsReadForItsEndOnly() {
        Plant plant = new Plant(drainage(), 1);
        Field field = plant.connect();
        field.read(Plants.START);
        Now day = Plants.START.plusMs(86_400_000);
        List<Sample> samples = field.read(day);
        assertTrue(samples.size() < 10 * 6_100, "samples: " + samples.size());
        assertTrue(samples.get(0).uptimeMs() >= day.uptimeMs() - 600_000);
        assertEquals(86_400_000, plant.timeMs());
    }

    @Test
    void blockedNozzlesPassSixAndLostOnesFallBelowFour() {
        PlantSettings settings = Plants.full().build();
        Act bridged = new Act.Pump(Plants.P201, PumpFault.PERMIT_BRIDGED);
        Act start = new Act.Button(Plants.P201, true);
        double clear = after(settings, 20, bridged, start).truth().sprayMpa();
        assertEquals(5, clear, 0.4);
        assertTrue(after(settings, 20, bridged, start, new Act.Begin(Upset.BLOCKED_NOZZLE))
                        .truth()
                        .sprayMpa()
                > 6.3);
        assertTrue(after(settings, 20, bridged, start, new Act.Begin(Upset.LOST_NOZZLE))
                        .truth()
                        .sprayMpa()
                < 3.8);
        assertEquals(0, after(settings, 20).truth().sprayMpa(), 0.01);
    }

    @Test
    void sprayStaysBetween4And6ForAnHour() {
        Plant plant = after(
                Plants.full().build(),
                10,
                new Act.Pump(Plants.P201, PumpFault.PERMIT_BRIDGED),
                new Act.Button(Plants.P201, true));
        for (int second = 11; second < 3_600; second++) {
            plant.runTo(second * 1000L);
            double mpa = plant.truth().sprayMpa();
            assertTrue(mpa > 4.3 && mpa < 5.7, "at " + second + " s: " + mpa);
        }
    }

    @Test
    void aDrainagePumpLowersTheSumpAlongItsCurve() {
        Plant plant = after(drainage(), 60, new Act.Button(Plants.P301, true));
        double flowM3h = plant.truth().drainageM3h();
        assertTrue(flowM3h > 120 && flowM3h < 220, "flow " + flowM3h);
        assertTrue(plant.truth().sumpM() < 2.0);
        plant.act(new Act.SetSump(4.5));
        plant.runTo(61_000);
        assertTrue(plant.truth().drainageM3h() > flowM3h, "less lift, more flow");
        plant.act(new Act.Pump(Plants.P301, PumpFault.VALVE_CLOSED));
        plant.runTo(63_000);
        assertEquals(0, plant.truth().drainageM3h());
    }

    @Test
    void twoPumpsMoveTwice() {
        double one =
                after(drainage(), 20, new Act.Button(Plants.P301, true)).truth().drainageM3h();
        double two = after(drainage(), 20, new Act.Button(Plants.P301, true), new Act.Button(Plants.P302, true))
                .truth()
                .drainageM3h();
        assertEquals(2 * one, two, one * 0.05);
    }

    @Test
    void rainAndFloodFillTheSumpUntilItRunsOver() {
        double dry = after(drainage(), 600).truth().sumpM();
        Plant wet = after(drainage(), 600, new Act.Begin(Upset.RAIN, 100));
        assertTrue(wet.truth().sumpM() > dry + 1, "rain: " + wet.truth().sumpM());
        assertTrue(wet.truth().raining());
        Plant flooded = after(drainage(), 600, new Act.Begin(Upset.FLOOD, 1));
        assertEquals(5.5, flooded.truth().sumpM(), 1e-6);
        assertTrue(flooded.truth().overflowM3() > 100);
    }

    @Test
    void aSuctionThatDrawsAirMovesNothing() {
        Plant plant = after(drainage(), 20, new Act.SetSump(0.1), new Act.Button(Plants.P301, true));
        assertEquals(0, plant.truth().drainageM3h());
    }

    @Test
    void floatDoorAndRainComeAsContacts() {
        PlantSettings settings = Plants.full().build();
        Plant plant = new Plant(settings, 1);
        Field field = plant.connect();
        assertEquals(List.of(1.0, 1.0, 0.0), contacts(field, Plants.START));
        plant.act(new Act.SetSump(5));
        plant.act(new Act.Door(true));
        plant.act(new Act.Begin(Upset.RAIN));
        assertEquals(List.of(0.0, 0.0, 1.0), contacts(field, Plants.START.plusMs(1_000)));
    }

    private static List<Double> contacts(Field field, Now now) {
        Map<Tag, Double> last = new HashMap<>();
        field.read(now).forEach(sample -> last.put(sample.tag(), sample.value()));
        return List.of(
                last.getOrDefault(Plants.LSHH301, -1.0),
                last.getOrDefault(new Tag("ZS-401"), -1.0),
                last.getOrDefault(new Tag("RT-601"), -1.0));
    }

    @Test
    void clearAllMendsEverything() {
        Plant plant = after(
                Plants.full().build(),
                1,
                new Act.Begin(Upset.POWER_LOSS),
                new Act.Pump(Plants.P101, PumpFault.LOCAL),
                new Act.Signal(Plants.PT101, SignalFault.SILENT));
        plant.act(new Act.ClearAll());
        plant.runTo(2_000);
        assertTrue(plant.truth().upsets().isEmpty());
        assertTrue(plant.truth().pump(Plants.P101).available());
        Map<Tag, Sample> last = new HashMap<>();
        plant.connect().read(Plants.START).forEach(sample -> last.put(sample.tag(), sample));
        assertTrue(last.containsKey(Plants.PT101));
    }

    @Test
    void aStationMayBeEmpty() {
        Plant plant = after(PlantSettings.builder().build(), 60);
        assertEquals(List.of(), plant.connect().read(Plants.START));
        assertFalse(plant.truth().anyTurning());
    }

    @Test
    void settingsThatCantWorkAreRefused() {
        PlantSettings.Builder twice = Plants.full().pump(PumpSettings.spray(Plants.P101));
        assertTrue(assertThrows(IllegalArgumentException.class, twice::build)
                .toString()
                .contains("P-101"));
        PlantSettings.Builder lost = PlantSettings.builder().output(OutputSettings.trip(Plants.XT101, Plants.P101));
        assertTrue(assertThrows(IllegalArgumentException.class, lost::build)
                .toString()
                .contains("P-101"));
    }

    @Test
    void theCrewKeepsTheStationGoingThroughADay() {
        PlantSettings settings = Plants.drainage(PlantSettings.builder())
                .pump(PumpSettings.emulsion(Plants.P101))
                .pump(PumpSettings.emulsion(Plants.P102))
                .pump(PumpSettings.spray(Plants.P201))
                .sump(SumpSettings.usual().startingAt(2.8))
                .crew(true)
                .build();
        Plant plant = new Plant(settings, 8);
        int low = 0;
        double highest = 0;
        for (int minute = 2; minute < 1_440; minute++) {
            plant.runTo(minute * 60_000L);
            low += plant.truth().headerMpa() < 30 ? 1 : 0;
            highest = Math.max(highest, plant.truth().sumpM());
        }
        assertEquals(0, low, "minutes below 30 MPa");
        assertTrue(highest < 4, "sump up to " + highest);
        assertTrue(plant.truth().pump(Plants.P101).starts() >= 1);
        assertTrue(plant.truth().pump(Plants.P102).starts() >= 1, "they take turns");
        assertTrue(plant.truth().pump(Plants.P301).starts()
                        + plant.truth().pump(Plants.P302).starts()
                >= 2);
    }
}
