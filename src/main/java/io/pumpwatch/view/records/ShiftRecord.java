package io.pumpwatch.view.records;

import io.pumpwatch.view.records.AlarmBook.Raise;
import io.pumpwatch.view.records.Report.Section;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The shift record (值班记录): one block of tables for each shift. Pure. */
final class ShiftRecord {
    private ShiftRecord() {}

    /** A shift by the station's clock. */
    record Slot(long fromMs, long toMs) {}

    /** Shifts that begin within the days asked for, as the changes of crews cut them. */
    static List<Slot> slots(Asked asked) {
        List<LocalTime> changes = asked.plan().duty().handover().changes();
        List<Long> cuts = new ArrayList<>();
        for (LocalDate day = asked.from(); !day.isAfter(asked.to().plusDays(1)); day = day.plusDays(1)) {
            for (LocalTime change : changes) {
                cuts.add(day.atTime(change).atZone(asked.zone()).toInstant().toEpochMilli());
            }
        }
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            if (cuts.get(i) >= asked.fromMs() && cuts.get(i) < asked.untilMs()) {
                slots.add(new Slot(cuts.get(i), cuts.get(i + 1)));
            }
        }
        return slots;
    }

    static List<Section> sections(Books books, Asked asked, Cells cells) {
        List<Section> all = new ArrayList<>();
        for (Slot slot : slots(asked)) {
            String name = cells.minute(slot.fromMs()) + " – " + cells.minute(slot.toMs());
            long toMs = Math.min(slot.toMs(), asked.nowMs());
            all.add(titled(name, crew(books, cells, slot.fromMs(), toMs)));
            all.add(titled(name, handovers(books, cells, slot.fromMs(), toMs)));
            all.add(titled(name, alarms(books, cells, slot.fromMs(), toMs)));
            all.add(titled(name, pumps(books, cells, slot.fromMs(), toMs)));
            all.add(titled(name, Deeds.section(cells, books, "deeds", slot.fromMs(), toMs)));
            long unknownMs = books.unknownMs(slot.fromMs(), toMs);
            all.add(titled(
                    name,
                    cells.rows("unknown", "hours").row(Cells.hours(unknownMs)).done()));
        }
        return all;
    }

    private static Section titled(String name, Section section) {
        return new Section(name + "  " + section.title(), section.columns(), section.rows());
    }

    static Section crew(Books books, Cells cells, long fromMs, long toMs) {
        Cells.Rows rows = cells.rows("crew", "name", "on", "off", "hours");
        for (Crews.Stay stay : Crews.stays(books, fromMs, toMs)) {
            rows.row(
                    books.name(stay.person()),
                    cells.time(stay.span().fromMs()),
                    stay.ended() ? cells.time(stay.span().toMs()) : "",
                    Cells.hours(stay.span().within(fromMs, toMs)));
        }
        return rows.done();
    }

    static Section handovers(Books books, Cells cells, long fromMs, long toMs) {
        Cells.Rows rows = cells.rows("handovers", "time", "what", "who", "words", "entry");
        for (String kind : HandoverRecord.STEPS) {
            books.of(kind, fromMs, toMs).forEach(line -> Deeds.row(rows, cells, books, line));
        }
        return rows.done();
    }

    static Section alarms(Books books, Cells cells, long fromMs, long toMs) {
        Cells.Rows rows = cells.rows("alarms", "time", "alarm", "priority", "value", "response", "who", "ended");
        for (Raise raise : books.alarms().raises(fromMs, toMs)) {
            rows.row(
                    cells.time(raise.at.utcMs()),
                    raise.point,
                    cells.known("priority.", raise.priority),
                    raise.value(),
                    Cells.seconds(raise.responseMs),
                    books.name(raise.by),
                    cells.time(raise.endUtcMs));
        }
        return rows.done();
    }

    static Section pumps(Books books, Cells cells, long fromMs, long toMs) {
        Cells.Rows rows = cells.rows("runs", "pump", "start", "stop", "hours", "why", "words");
        for (PumpBook.Run run : books.pumps().runs(fromMs, toMs)) {
            rows.row(
                    run.pump,
                    cells.time(run.start.utcMs()),
                    cells.time(run.endUtcMs),
                    Cells.hours(run.within(fromMs, toMs)),
                    cells.known("rep.stop.", run.why),
                    run.reason);
        }
        return rows.done();
    }
}
