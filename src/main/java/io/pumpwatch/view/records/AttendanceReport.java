package io.pumpwatch.view.records;

import io.pumpwatch.duty.Attendance;
import io.pumpwatch.duty.Attendance.Kept;
import io.pumpwatch.duty.Attendance.Placed;
import io.pumpwatch.duty.Attendance.Row;
import io.pumpwatch.duty.ShiftState.Session;
import io.pumpwatch.view.records.Report.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Attendance (考勤) from signed-on time (D9): hours of each person on each day; against the roster who came late, who
 * was absent, and overtime. Pure.
 */
final class AttendanceReport {
    private static final int DAYS_SHOWN = 31;
    private static final long MINUTE_MS = 60_000;

    private final Books books;
    private final Asked asked;
    private final Cells cells;
    private final List<Placed> placed;
    private final Attendance.Sheet sheet;
    /** Of whom the reader may see. */
    private final List<Row> shown;

    private AttendanceReport(Books books, Asked asked, Cells cells) {
        this.books = books;
        this.asked = asked;
        this.cells = cells;
        List<Session> sessions = Rosters.sessions(books, asked.nowMs());
        this.placed = Attendance.placed(sessions).stream()
                .filter(each -> asked.scope().shows(each.person()))
                .toList();
        this.sheet = Attendance.sheet(
                asked.plan().duty(), new Rosters(books), sessions, asked.from(), asked.to(), asked.nowMs());
        this.shown = sheet.rows().stream()
                .filter(row -> asked.scope().shows(row.person()))
                .toList();
    }

    static List<Section> sections(Books books, Asked asked, Cells cells) {
        AttendanceReport report = new AttendanceReport(books, asked, cells);
        List<Section> own = List.of(report.people(), report.shifts(), report.stays());
        if (!asked.scope().all()) {
            return own;
        }
        List<Section> all = new ArrayList<>(own);
        all.add(report.unplaced());
        return all;
    }

    private List<Placed> touching() {
        return placed.stream()
                .filter(each -> each.fromUtcMs() < asked.untilMs() && each.toUtcMs() > asked.fromMs())
                .toList();
    }

    /** Each person's sums, and hours of each day where there aren't too many. */
    private Section people() {
        Map<String, List<Placed>> byPerson = new TreeMap<>();
        touching()
                .forEach(each -> byPerson.computeIfAbsent(each.person(), person -> new ArrayList<>())
                        .add(each));
        SortedSet<String> people = new TreeSet<>(byPerson.keySet());
        shown.forEach(row -> people.add(row.person()));
        Cells.Rows rows = cells.rows(
                "attendance", "id", "name", "days", "hours", "dueShifts", "lateTimes", "absent", "excused", "overtime");
        List<LocalDate> days = asked.from().datesUntil(asked.to().plusDays(1)).toList();
        boolean daily = days.size() <= DAYS_SHOWN;
        if (daily) {
            days.forEach(day -> rows.column(day.toString()));
        }
        for (String person : people) {
            List<Long> perDay = days.stream()
                    .map(day -> hoursMs(byPerson.getOrDefault(person, List.of()), asked.days(day, day)))
                    .toList();
            List<Row> own =
                    shown.stream().filter(row -> row.person().equals(person)).toList();
            List<String> row = new ArrayList<>(List.of(
                    person,
                    books.name(person),
                    Long.toString(perDay.stream().filter(ms -> ms > 0).count()),
                    Cells.hours(perDay.stream().mapToLong(ms -> ms).sum()),
                    Long.toString(own.stream()
                            .filter(each -> each.kept() != Kept.EXTRA && each.kept() != Kept.AWAITED)
                            .count()),
                    count(own, Kept.LATE),
                    count(own, Kept.ABSENT),
                    count(own, Kept.EXCUSED),
                    Cells.hours(own.stream().mapToLong(Row::overtimeMs).sum())));
            if (daily) {
                perDay.forEach(ms -> row.add(ms > 0 ? Cells.hours(ms) : ""));
            }
            rows.row(row);
        }
        return rows.done();
    }

    private static long hoursMs(List<Placed> own, Asked day) {
        List<Spans.Span> spans = own.stream()
                .map(each -> new Spans.Span(each.fromUtcMs(), each.toUtcMs()))
                .toList();
        // Paper and agent may tell of the same hours: they count once.
        return Spans.covered(spans, day.fromMs(), day.untilMs());
    }

    private static String count(List<Row> rows, Kept kept) {
        return Long.toString(rows.stream().filter(row -> row.kept() == kept).count());
    }

    /** Each shift of the roster with who was due or came beside. */
    private Section shifts() {
        Cells.Rows rows = cells.rows(
                "attendanceShifts", "slot", "name", "keptAs", "on", "lateMinutes", "hours", "overtime", "paper");
        for (Row row : shown) {
            Long on = row.onUtcMs();
            rows.row(
                    cells.named().slot(row.slot().key()),
                    books.name(row.person()),
                    cells.known("kept.", row.kept().name()),
                    on == null ? "" : cells.time(on),
                    row.lateMs() > 0 ? Long.toString(row.lateMs() / MINUTE_MS) : "",
                    Cells.hours(row.workedMs()),
                    Cells.hours(row.overtimeMs()),
                    row.paper() ? cells.say("yes") : "");
        }
        return rows.done();
    }

    private Section stays() {
        Cells.Rows each = cells.rows("stays", "name", "on", "off", "hours", "paper");
        for (Placed stay : touching()) {
            boolean here = !stay.paper() && stay.toUtcMs() >= asked.nowMs();
            each.row(
                    books.name(stay.person()),
                    cells.time(stay.fromUtcMs()),
                    here ? "" : cells.time(stay.toUtcMs()),
                    Cells.hours(
                            new Spans.Span(stay.fromUtcMs(), stay.toUtcMs()).within(asked.fromMs(), asked.untilMs())),
                    stay.paper() ? cells.say("yes") : "");
        }
        return each.done();
    }

    private Section unplaced() {
        return cells.rows("unplaced", "count")
                .row(Integer.toString(sheet.unplaced()))
                .done();
    }
}
