package io.pumpwatch.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.dispatch.Mosquitto;
import io.pumpwatch.station.Lang;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo without the broker inside the program: by another one, or with nobody who listens. */
@Timeout(120)
class DemoDispatchTest {
    private static RunSummary run(Dispatch dispatch, List<DemoRun.Doors> doors) throws Exception {
        Loaded full = Objects.requireNonNull(
                StationFile.read(Path.of("config/full.toml")).loaded());
        DemoRun demo = new DemoRun(new DemoRun.Options(full, 4, 1, 0, "test", Lang.EN, dispatch), told -> {});
        return demo.run(doors::add);
    }

    @Test
    void withNobodyItRunsAndVerifiesTheJournal() throws Exception {
        List<DemoRun.Doors> doors = new ArrayList<>();
        RunSummary summary = run(new Dispatch.Nobody(), doors);
        assertEquals("", doors.get(0).broker());
        assertEquals(-1, summary.received());
        assertTrue(summary.entries() > 10, summary::toString);
        assertTrue(summary.verified(), summary::toString);
    }

    @Test
    void byAnotherBrokerDispatchReceivesEverything(@TempDir Path folder) throws Exception {
        List<DemoRun.Doors> doors = new ArrayList<>();
        try (Mosquitto mosquitto = new Mosquitto(folder, "allow_anonymous true")) {
            RunSummary summary = run(new Dispatch.At("127.0.0.1", mosquitto.port()), doors);
            assertEquals("mqtt://127.0.0.1:" + mosquitto.port(), doors.get(0).broker());
            assertEquals(summary.entries(), summary.received(), summary::toString);
            assertTrue(summary.verified(), summary::toString);
        }
    }

    @Test
    void whereTheBrokerIsStrippedNobodyListens() {
        assertInstanceOf(Dispatch.Own.class, Dispatch.usual());
        assertInstanceOf(Dispatch.Nobody.class, Dispatch.usual("io.moquette.broker.Gone"));
    }

    @Test
    void addresses() {
        assertEquals(Optional.of(new Dispatch.At("127.0.0.1", 1883)), Dispatch.at("127.0.0.1:1883"));
        assertEquals(Optional.of(new Dispatch.At("mine", 1)), Dispatch.at("tcp://mine:1"));
        for (String wrong : List.of("", "mine", "mine:0", "mine:70000", "ssl://mine:8883", "a b:1")) {
            assertEquals(Optional.empty(), Dispatch.at(wrong), wrong);
        }
    }
}
