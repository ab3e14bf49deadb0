package io.pumpwatch.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.field.plant.Act;
import io.pumpwatch.field.plant.Upset;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.station.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** P3's figures on the whole scan: normal unloading never latches, what is no normal unloading does within 30 s. */
class UnloadingTest {
    private static final int SETTLING_SCANS = 600;

    private static SimulatedStation running(long seed) {
        SimulatedStation sim = new SimulatedStation(
                StoryStation.load("config/emulsion.toml", List.of()), seed, false, settings -> List.of());
        scan(sim, 20);
        sim.plant().act(new Act.Button(new Tag("P-101"), true));
        sim.plant().act(new Act.Button(new Tag("P-201"), true));
        scan(sim, SETTLING_SCANS);
        assertTrue(sim.station().last().live().settled().contains(new Tag("PT-101")), "the pump runs");
        return sim;
    }

    private static void scan(SimulatedStation sim, int times) {
        for (int i = 0; i < times; i++) {
            sim.scan();
        }
    }

    private static long swings(SimulatedStation sim) {
        return sim.station().journal().stream()
                .filter(entry -> entry.kind().equals("interlock.swing-latched"))
                .count();
    }

    @Test
    void oneHourOfNormalUnloadingLatchesNothingAndRaisesNothing() {
        SimulatedStation sim = running(1);
        scan(sim, 36_000);
        assertEquals(0, swings(sim));
        List<String> raised = sim.station().journal().stream()
                .filter(entry -> entry.kind().equals("alarm.moved"))
                .map(EntryLine::body)
                // Nobody is on duty in the simulation, and the duty book says so.
                .filter(body -> !body.contains("\"id\":\"UA-9"))
                .toList();
        assertEquals(List.of(), raised);
    }

    @ParameterizedTest
    @EnumSource(names = {"CAVITATION", "VALVE_FLUTTER", "BURST_HOSE"})
    void eachTroubleLatchesWithin30Seconds(Upset upset) {
        for (long seed = 1; seed <= 3; seed++) {
            SimulatedStation sim = running(seed);
            assertEquals(0, swings(sim));
            sim.plant().act(new Act.Begin(upset));
            scan(sim, 300);
            assertEquals(1, swings(sim), upset + ", seed " + seed);
        }
    }
}
