package io.pumpwatch.view.records;

import io.pumpwatch.rounds.Schedule;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.view.records.Dues.Due;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the timetable asked for, judged: kept, late, missed, or nobody can tell. Pure. */
final class RuleDues {
    private final Map<String, RuleRow> rows;
    private final Books books;
    private final Asked asked;
    private final long fromMs;
    private final long toMs;
    /** Sheets that were done, by id and key: a year has thousands, each looked up for its due time. */
    private final Map<String, Line> sheetsDone = new HashMap<>();

    private final Map<String, Line> briefings = new HashMap<>();
    /** Entries that say what wasn't done: they stand behind a miss, and never make one. */
    private final Map<String, Line> notDone = new HashMap<>();

    private RuleDues(Map<String, RuleRow> rows, Books books, Asked asked, long fromMs, long toMs) {
        this.rows = rows;
        this.books = books;
        this.asked = asked;
        this.fromMs = fromMs;
        this.toMs = toMs;
        for (Line line : books.of("rounds.sheet-done")) {
            sheetsDone.putIfAbsent(line.text("sheet") + " " + line.text("key"), line);
        }
        for (Line line : books.of("duty.briefing-held")) {
            briefings.putIfAbsent(line.text("slot"), line);
        }
        for (Line line : books.of("rounds.sheet-missed")) {
            notDone.putIfAbsent(line.text("sheet") + " " + line.text("key"), line);
        }
        for (Line line : books.of("duty.briefing-missed")) {
            notDone.putIfAbsent("briefing " + line.text("slot"), line);
        }
    }

    static void fill(Map<String, RuleRow> rows, Books books, Asked asked, long fromMs, long toMs) {
        if (books.firstMs() < 0) {
            return;
        }
        RuleDues dues = new RuleDues(rows, books, asked, fromMs, toMs);
        dues.slots();
        for (SheetPlan sheet : asked.plan().rounds().sheets()) {
            if (sheet.schedule() instanceof Schedule.Every every) {
                dues.intervals(sheet, every);
            }
        }
    }

    private RuleRow row(String rule) {
        return RuleRow.times(rows, rule);
    }

    private void slots() {
        long mannedMs = mannedMs();
        for (Due due : Dues.of(asked)) {
            boolean before = due.toMs() <= books.firstMs();
            // An empty station hands over to nobody: the first crew ever takes over from none.
            boolean first = due.what().equals("handover") && due.fromMs() <= mannedMs;
            Line done = done(due);
            boolean waits = done == null && due.lateMs() > asked.nowMs();
            if (before || first || waits) {
                continue;
            }
            judge(row(due.rule()), due, done);
            if (due.rule().equals("E8")) {
                judge(row("E9"), due, done);
            }
        }
    }

    /** When somebody first came on duty; never where nobody did. */
    private long mannedMs() {
        List<Line> on = books.of("duty.signed-on");
        return on.isEmpty() ? Long.MAX_VALUE : on.get(0).utcMs();
    }

    private void judge(RuleRow row, Due due, @Nullable Line done) {
        row.due++;
        if (done != null) {
            boolean late = done.utcMs() > due.toMs() || done.flag("late");
            row.kept += late ? 0 : 1;
            row.late += late ? 1 : 0;
            row.lines.add(done);
            return;
        }
        Line missed = notDone.get(due.what() + " " + due.key());
        if (missed != null) {
            row.lines.add(missed);
        }
        if (blind(due.fromMs(), due.toMs())) {
            row.unknown++;
        } else {
            row.missed++;
        }
    }

    /** Whether nobody watched for most of a time: then what people did may not have come to the records. */
    private boolean blind(long from, long to) {
        return 2 * books.unknownMs(from, to) > to - from;
    }

    /** The record that it was done, or null. */
    private @Nullable Line done(Due due) {
        return switch (due.what()) {
            case "handover" -> first("duty.handover-accepted", due.fromMs(), due.lateMs());
            case "briefing" -> briefings.get(due.key());
            default -> sheetsDone.get(due.what() + " " + due.key());
        };
    }

    private @Nullable Line first(String kind, long from, long to) {
        List<Line> found = books.of(kind, from, to);
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * What is due again so long after it was last done, from the first day of the records on. While it isn't done it
     * is due once more with each interval that passes: else a year without it would be a single miss.
     */
    private void intervals(SheetPlan sheet, Schedule.Every every) {
        List<Line> done = new ArrayList<>(sheetsDone.values());
        done.removeIf(line -> !line.text("sheet").equals(sheet.id()));
        done.sort(Comparator.comparingLong(Line::utcMs));
        RuleRow row = row(sheet.rule());
        long dueMs = books.firstMs();
        for (Line line : done) {
            dueMs = passed(row, every, dueMs, line.utcMs());
            if (line.utcMs() >= fromMs && line.utcMs() < toMs) {
                row.due++;
                boolean late = line.utcMs() > dueMs + every.graceMs();
                row.kept += late ? 0 : 1;
                row.late += late ? 1 : 0;
                row.lines.add(line);
            }
            dueMs = line.utcMs() + every.intervalMs();
        }
        passed(row, every, dueMs, asked.nowMs());
    }

    /** Counts the intervals that passed without it until then; when it was due last. */
    private long passed(RuleRow row, Schedule.Every every, long firstDueMs, long untilMs) {
        long dueMs = firstDueMs;
        while (dueMs + Math.max(every.intervalMs(), every.graceMs()) <= untilMs) {
            count(row, every, dueMs);
            dueMs += every.intervalMs();
        }
        boolean last = untilMs == asked.nowMs() && dueMs + every.graceMs() <= untilMs;
        if (last) {
            count(row, every, dueMs);
        }
        return dueMs;
    }

    private void count(RuleRow row, Schedule.Every every, long dueMs) {
        if (dueMs < fromMs || dueMs >= toMs) {
            return;
        }
        row.due++;
        boolean unknown = blind(dueMs, dueMs + Math.max(1, every.graceMs()));
        row.unknown += unknown ? 1 : 0;
        row.missed += unknown ? 0 : 1;
    }
}
