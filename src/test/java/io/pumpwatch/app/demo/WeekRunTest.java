package io.pumpwatch.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.station.Lang;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated week: what its records say is what its people did, counted apart from every fold. */
class WeekRunTest {
    private static final long DAY_S = 86_400;
    private static final Loaded FULL =
            Objects.requireNonNull(StationFile.read(Path.of("config/full.toml")).loaded());

    /** Monday to Wednesday: a defect, a missed round, overtime, a job under lock-out, an inspector's visit. */
    @Test
    void theRecordsOfThreeDaysAreRightToTheEntry(@TempDir Path folder) throws Exception {
        run(folder.resolve("station"), 3 * DAY_S);
    }

    /** With a swing, a trip, low spray pressure, an accident, an absence, a drill, rain and a muster. */
    @Test
    @Tag("full")
    void theRecordsOfTheWeekAreRightToTheEntry(@TempDir Path folder) throws Exception {
        run(folder.resolve("station"), 0);
    }

    private static void run(Path data, long seconds) throws Exception {
        List<Told> told = new ArrayList<>();
        WeekRun week = new WeekRun(
                new WeekRun.Options(FULL, seconds, 7, "test", Lang.EN, data, new Dispatch.Own()), told::add);
        RunSummary summary = week.run().summary();
        assertTrue(summary.verified(), summary::toString);
        assertEquals(summary.entries(), summary.received());
        assertTrue(told.stream().noneMatch(line -> line.words().contains("behind")), told::toString);
        WeekChecks checks = new WeekChecks(FULL, data, week.done());
        checks.refused();
        checks.timetable();
        checks.conditions();
        WeekStops.check(data, week.done());
        checks.hours();
        checks.attendance();
        checks.shifts();
    }
}
