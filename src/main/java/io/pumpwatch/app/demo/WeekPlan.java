package io.pumpwatch.app.demo;

import io.pumpwatch.config.FieldSettings;
import io.pumpwatch.config.Loaded;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The station of the simulated week: the full one, read once a second, from a Monday in flood season on. */
final class WeekPlan {
    /** A Monday, the same in every run, so that the same seed gives the same week. */
    static final LocalDate MONDAY = LocalDate.of(2026, 7, 6);

    /** Shortly before a change of crews: the first crew comes and takes over from nobody. */
    static final LocalTime BEGIN = LocalTime.of(7, 32);

    static final long SCAN_MS = 1_000;
    static final long WEEK_MS = 7 * 86_400_000L;

    /** The plant moves and is read in steps that a scan at 1 Hz can use. */
    private static final Map<String, Double> TIMING = Map.of("timing.step_ms", 100.0, "timing.sample_ms", 1_000.0);

    private WeekPlan() {}

    static long beginMs(ZoneId zone) {
        return MONDAY.atTime(BEGIN).atZone(zone).toInstant().toEpochMilli();
    }

    static Loaded slow(Loaded full) {
        FieldSettings field = full.field();
        Map<String, Double> physics = new HashMap<>(field.plant().physics());
        physics.putAll(TIMING);
        FieldSettings.Plant plant = new FieldSettings.Plant(
                true, (int) SCAN_MS, physics, field.plant().measures());
        return full.with(full.plan(), field.simulated(plant));
    }
}
