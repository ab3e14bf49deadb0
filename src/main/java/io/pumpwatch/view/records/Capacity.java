package io.pumpwatch.view.records;

import io.pumpwatch.interlocks.InterlockPlan.Sump;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.records.PumpBook.Run;
import io.pumpwatch.view.records.Report.Section;
import java.time.YearMonth;
import java.util.List;

/**
 * What each pump did by month: running hours, and for a drainage pump how fast the level fell while it ran alone. The
 * figure falls when a pump wears or a screen is blocked. Pure.
 */
final class Capacity {
    /** A run shorter than this says nothing about a fall. */
    private static final long SHORTEST_MS = 5 * 60_000;

    private static final double HOUR_MS = 3_600_000;

    private Capacity() {}

    static List<Section> sections(Books books, Asked asked, Cells cells) {
        Cells.Rows rows = cells.rows("capacity", "month", "pump", "starts", "hours", "measured", "fall");
        YearMonth last = YearMonth.from(asked.to());
        for (YearMonth month = YearMonth.from(asked.from()); !month.isAfter(last); month = month.plusMonths(1)) {
            Asked one = asked.days(
                    month.atDay(1).isBefore(asked.from()) ? asked.from() : month.atDay(1),
                    month.atEndOfMonth().isAfter(asked.to()) ? asked.to() : month.atEndOfMonth());
            for (var pump : asked.plan().interlocks().pumps()) {
                row(rows, books, one, month, pump.tag());
            }
        }
        return List.of(rows.done());
    }

    private static void row(Cells.Rows rows, Books books, Asked asked, YearMonth month, Tag pump) {
        List<Run> runs = books.pumps().runs(asked.fromMs(), asked.untilMs()).stream()
                .filter(run -> run.pump.equals(pump.name()))
                .toList();
        long starts =
                runs.stream().filter(run -> run.start.utcMs() >= asked.fromMs()).count();
        double fall = 0;
        long measuredMs = 0;
        for (Sump sump : asked.plan().interlocks().sumps()) {
            if (!sump.pumps().contains(pump)) {
                continue;
            }
            for (Run run : runs) {
                long ms = run.endUtcMs - run.start.utcMs();
                double before = asked.readings().at(sump.level(), run.start.utcMs());
                double after = asked.readings().at(sump.level(), run.endUtcMs);
                boolean known = run.endUtcMs >= 0 && ms >= SHORTEST_MS && Double.isFinite(before - after);
                if (known && alone(books, sump, run)) {
                    fall += before - after;
                    measuredMs += ms;
                }
            }
        }
        rows.row(
                month.toString(),
                pump.name(),
                Long.toString(starts),
                Cells.hours(books.pumps().ranMs(pump.name(), asked.fromMs(), asked.untilMs())),
                measuredMs == 0 ? "" : Cells.hours(measuredMs),
                measuredMs == 0 ? "" : Cells.number(fall / (measuredMs / HOUR_MS)));
    }

    private static boolean alone(Books books, Sump sump, Run run) {
        return books.pumps().runs(run.start.utcMs(), run.endUtcMs).stream()
                .filter(other ->
                        sump.pumps().stream().anyMatch(tag -> tag.name().equals(other.pump)))
                .allMatch(other -> other.pump.equals(run.pump));
    }
}
