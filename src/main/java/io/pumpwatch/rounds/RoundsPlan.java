package io.pumpwatch.rounds;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the station file says of rounds, sheets, jobs and defects.
 *
 * @param lang of texts that become part of a record
 * @param defects to whom an open defect goes, counted from its finding; the first step is "overdue"
 * @param work to whom an unhandled work item goes
 * @param workPoints alarms that open a work item (P5)
 * @param pumps by tag
 * @param instruments by tag, for commissioning
 * @param leftPercent a loop check may be off by so much of the span when the instrument is left
 */
public record RoundsPlan(
        ZoneId zone,
        Lang lang,
        List<SheetPlan> sheets,
        List<JobPlan> jobs,
        Ladder defects,
        Ladder work,
        List<AlarmId> workPoints,
        Map<Tag, Pump> pumps,
        Map<Tag, Instrument> instruments,
        double leftPercent) {
    private static final long HOUR_MS = 3_600_000;

    /** When defects are overdue where the file doesn't say. */
    public static final Ladder USUAL_DEFECTS =
            new Ladder(7 * 24 * HOUR_MS, 8 * 24 * HOUR_MS, 9 * 24 * HOUR_MS, List.of());

    /** How fast a work item goes up where the file doesn't say. */
    public static final Ladder USUAL_WORK = new Ladder(HOUR_MS / 6, HOUR_MS / 2, HOUR_MS, List.of());

    /** No sheets, no jobs. */
    public static final RoundsPlan STANDARD = new RoundsPlan(
            ZoneOffset.UTC, Lang.EN, List.of(), List.of(), USUAL_DEFECTS, USUAL_WORK, List.of(), Map.of(), Map.of(), 1);

    public RoundsPlan {
        sheets = List.copyOf(sheets);
        jobs = List.copyOf(jobs);
        workPoints = List.copyOf(workPoints);
        pumps = Map.copyOf(pumps);
        instruments = Map.copyOf(instruments);
    }

    /**
     * A pump that jobs are done on.
     *
     * @param kind emulsion, spray or drainage
     * @param pressure instrument that shows it relieved, if there is one
     * @param relievedBelow in that instrument's unit
     * @param instruments that belong to it
     */
    public record Pump(
            Tag tag, Text name, String kind, @Nullable Tag pressure, double relievedBelow, List<Tag> instruments) {
        public Pump {
            instruments = List.copyOf(instruments);
        }
    }

    /** An instrument on a current loop, with its values at 4 and 20 mA. */
    public record Instrument(Tag tag, Text name, String unit, double low, double high) {}

    /** The sheet of that id, or null. */
    public @Nullable SheetPlan sheet(String id) {
        return sheets.stream()
                .filter(sheet -> sheet.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The kind of job of that id, or null. */
    public @Nullable JobPlan job(String id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst().orElse(null);
    }
}
