package io.pumpwatch.view.records;

import io.pumpwatch.duty.Attendance;
import io.pumpwatch.duty.Attendance.Kept;
import io.pumpwatch.duty.Attendance.Row;
import io.pumpwatch.duty.Timetable.Slot;
import java.util.List;

/** D9: work is arranged for every shift, and who was due came. Pure. */
final class RuleRoster {
    private RuleRoster() {}

    /** Shifts that nobody was due in are missed: the timetable asks for a crew in each. */
    static void fill(RuleRow row, Books books, Asked asked, long fromMs) {
        if (books.firstMs() < 0 || asked.plan().duty().crew().needed() == 0) {
            return;
        }
        Rosters rosters = new Rosters(books);
        List<Row> rows = Attendance.sheet(
                        asked.plan().duty(),
                        rosters,
                        Rosters.sessions(books, asked.nowMs()),
                        asked.from(),
                        asked.to(),
                        asked.nowMs())
                .rows();
        for (Slot slot : asked.plan().duty().timetable().slots(asked.from(), asked.to())) {
            boolean over = slot.endUtcMs() <= asked.nowMs() && slot.beginUtcMs() >= fromMs;
            if (over && rosters.due(slot.key()).isEmpty()) {
                count(row, blind(books, slot), Kept.ABSENT);
            }
        }
        for (Row person : rows) {
            Slot slot = person.slot();
            boolean judged = person.kept() != Kept.EXTRA && person.kept() != Kept.AWAITED;
            if (judged && slot.beginUtcMs() >= fromMs && slot.endUtcMs() <= asked.nowMs()) {
                count(row, blind(books, slot), person.kept());
            }
        }
        row.lines.addAll(books.of("duty.shift-arranged", fromMs, asked.untilMs()));
        row.lines.addAll(books.of("duty.absence-excused", fromMs, asked.untilMs()));
    }

    private static boolean blind(Books books, Slot slot) {
        return 2 * books.unknownMs(slot.beginUtcMs(), slot.endUtcMs()) > slot.endUtcMs() - slot.beginUtcMs();
    }

    private static void count(RuleRow row, boolean blind, Kept kept) {
        row.due++;
        switch (kept) {
            case PRESENT, EXCUSED -> row.kept++;
            case LATE -> row.late++;
            default -> {
                row.unknown += blind ? 1 : 0;
                row.missed += blind ? 0 : 1;
            }
        }
    }
}
