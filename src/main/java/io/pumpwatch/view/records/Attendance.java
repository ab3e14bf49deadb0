package io.pumpwatch.view.records;

import io.pumpwatch.view.records.Report.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Attendance (考勤) from signed-on time (D9): hours of each person on each day. Pure. */
final class Attendance {
    private Attendance() {}

    static List<Section> sections(Books books, Asked asked, Cells cells) {
        List<Crews.Stay> stays = Crews.stays(books, asked.fromMs(), asked.untilMs());
        Map<String, List<Crews.Stay>> byPerson = new TreeMap<>();
        stays.forEach(stay -> byPerson.computeIfAbsent(stay.person(), person -> new ArrayList<>())
                .add(stay));
        Cells.Rows rows = cells.rows("attendance", "id", "name", "days", "hours");
        List<LocalDate> days = asked.from().datesUntil(asked.to().plusDays(1)).toList();
        boolean daily = days.size() <= 31;
        if (daily) {
            days.forEach(day -> rows.column(day.toString()));
        }
        byPerson.forEach((person, own) -> {
            List<String> row = new ArrayList<>();
            int present = 0;
            long sumMs = 0;
            List<String> perDay = new ArrayList<>();
            for (LocalDate day : days) {
                Asked one = asked.days(day, day);
                long ms = own.stream()
                        .mapToLong(stay -> stay.span().within(one.fromMs(), one.untilMs()))
                        .sum();
                present += ms > 0 ? 1 : 0;
                sumMs += ms;
                perDay.add(ms > 0 ? Cells.hours(ms) : "");
            }
            row.add(person);
            row.add(books.name(person));
            row.add(Integer.toString(present));
            row.add(Cells.hours(sumMs));
            if (daily) {
                row.addAll(perDay);
            }
            rows.row(row);
        });
        Cells.Rows each = cells.rows("stays", "name", "on", "off", "hours");
        for (Crews.Stay stay : stays) {
            each.row(
                    books.name(stay.person()),
                    cells.time(stay.span().fromMs()),
                    stay.ended() ? cells.time(stay.span().toMs()) : "",
                    Cells.hours(stay.span().within(asked.fromMs(), asked.untilMs())));
        }
        return List.of(rows.done(), each.done());
    }
}
