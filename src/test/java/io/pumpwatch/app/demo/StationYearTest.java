package io.pumpwatch.app.demo;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A simulated year and its annual summary: every table agrees with counts taken apart from every fold. */
class StationYearTest {
    private static final Loaded FULL =
            Objects.requireNonNull(StationFile.read(Path.of("config/full.toml")).loaded());

    /** From spring into flood season. */
    @Test
    void aMonthAgreesWithItsSummary() {
        run(LocalDate.of(2026, 5, 20), 30, 1);
    }

    @Test
    @Tag("full")
    void aYearAgreesWithItsSummary() {
        run(LocalDate.of(2026, 1, 1), 365, 1);
    }

    private static void run(LocalDate first, int days, long seed) {
        StationYear year = new StationYear(FULL, first, days, seed);
        year.run();
        year.foldsBack();
        YearChecks checks = new YearChecks(year);
        checks.faults();
        checks.refused();
        checks.alarms();
        checks.timetable();
        checks.defects();
        checks.pumps();
        checks.levels();
        checks.happened();
        checks.certificates();
        checks.attendance();
    }
}
