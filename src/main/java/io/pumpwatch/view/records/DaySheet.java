package io.pumpwatch.view.records;

import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.conditioning.InstrumentPlan.Signal;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.view.records.Report.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The day sheet with its running sheet (泵站运行记录表): a line each hour. What no instrument tells (the weather, who noted
 * it) is marked for a person to write. Pure.
 */
final class DaySheet {
    private static final long HOUR_MS = 3_600_000;

    private DaySheet() {}

    static List<Section> sections(Books books, Asked asked, Cells cells) {
        List<Section> all = new ArrayList<>();
        for (LocalDate day = asked.from(); !day.isAfter(asked.to()); day = day.plusDays(1)) {
            Asked one = asked.days(day, day);
            all.add(running(books, one, cells, one.fromMs(), one.untilMs()).of(day.toString()));
            all.add(ShiftRecord.pumps(books, cells, one.fromMs(), one.untilMs()));
            all.add(ShiftRecord.crew(books, cells, one.fromMs(), one.untilMs()));
            all.add(ShiftRecord.alarms(books, cells, one.fromMs(), one.untilMs()));
            all.add(Deeds.section(cells, books, "deeds", one.fromMs(), one.untilMs()));
        }
        return all;
    }

    /** A line each hour of a stretch of wall time. */
    static Section running(Books books, Asked asked, Cells cells, long fromMs, long untilMs) {
        Cells.Rows rows = cells.rows("running", "time", "weather");
        List<InstrumentPlan> analogue = asked.plan().instruments().stream()
                .filter(instrument -> instrument.signal() != Signal.CONTACT)
                .toList();
        List<PumpPlan> pumps = asked.plan().interlocks().pumps();
        analogue.forEach(each -> rows.column(each.tag().name() + " " + each.unit()));
        pumps.forEach(each -> rows.column(each.tag().name() + " h"));
        rows.column(cells.say("col.switched")).column(cells.say("col.onDuty")).column(cells.say("col.noted"));
        // By steps of an hour of real time: the day on which the clock changes has 23 or 25 lines.
        for (long atMs = fromMs; atMs < untilMs; atMs += HOUR_MS) {
            List<String> row = new ArrayList<>();
            row.add(cells.minute(atMs));
            row.add(cells.say("toNote"));
            for (InstrumentPlan each : analogue) {
                row.add(Cells.number(asked.readings().at(each.tag(), atMs)));
            }
            long endMs = Math.min(atMs + HOUR_MS, untilMs);
            // Without an agent nobody knows whether a pump ran: the cell stays empty, as those of the readings.
            boolean watched = books.unknownMs(atMs, endMs) < endMs - atMs;
            for (PumpPlan each : pumps) {
                row.add(watched ? Cells.hours(books.pumps().ranMs(each.tag().name(), atMs, endMs)) : "");
            }
            row.add(switched(books, cells, atMs, endMs));
            row.add(String.join(
                    ", ",
                    Crews.stays(books, atMs, endMs).stream()
                            .map(stay -> books.name(stay.person()))
                            .distinct()
                            .toList()));
            row.add(cells.say("toNote"));
            rows.row(row);
        }
        return rows.done();
    }

    /** Starts and stops of an hour, with their time and why. */
    private static String switched(Books books, Cells cells, long fromMs, long toMs) {
        List<String> all = new ArrayList<>();
        for (PumpBook.Run run : books.pumps().runs(fromMs, toMs)) {
            if (run.start.utcMs() >= fromMs) {
                all.add(cells.say("started", "pump", run.pump, "at", cells.minute(run.start.utcMs())));
            }
            if (run.endUtcMs >= fromMs && run.endUtcMs < toMs) {
                String why = run.reason.isEmpty() ? cells.known("rep.stop.", run.why) : run.reason;
                all.add(cells.say("stopped", "pump", run.pump, "at", cells.minute(run.endUtcMs), "why", why));
            }
        }
        return String.join("; ", all);
    }
}
