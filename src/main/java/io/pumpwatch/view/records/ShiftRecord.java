package io.pumpwatch.view.records;

import io.pumpwatch.duty.Timetable;
import io.pumpwatch.view.records.AlarmBook.Raise;
import io.pumpwatch.view.records.Report.Section;
import io.pumpwatch.view.records.Spans.Span;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The shift record (值班记录): one block of tables for each shift. Pure. */
final class ShiftRecord {
    /** Kinds of entries that a part of the record gathers; the course of the shift tells them too, in their time. */
    private static final List<Part> PARTS = List.of(
            new Part(
                    "defects",
                    Set.of(
                            "rounds.defect-found",
                            "rounds.defect-assigned",
                            "rounds.defect-handled",
                            "rounds.defect-reopened",
                            "rounds.defect-escalated",
                            "rounds.defect-closed",
                            "rounds.work-opened",
                            "rounds.work-escalated",
                            "rounds.work-handled")),
            new Part("jobs", jobs()),
            new Part("orders", Set.of("duty.order-received")),
            new Part(
                    "visitors",
                    Set.of(
                            "duty.visitor-approved",
                            "duty.visitor-revoked",
                            "duty.visitor-entered",
                            "duty.escort-changed",
                            "duty.outsider-inside",
                            "duty.visitor-left",
                            "duty.entry-announced",
                            "duty.door-forced",
                            "duty.entry-explained")));

    private record Part(String title, Set<String> kinds) {}

    /** What is told of jobs, and instruments that were commissioned. */
    private static Set<String> jobs() {
        Set<String> kinds = new HashSet<>(JobRecord.DEEDS);
        kinds.add("rounds.instrument-commissioned");
        return kinds;
    }

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
        List<Span> times = asked.scope().times(books, asked);
        for (Slot slot : slots(asked)) {
            if (!Spans.hold(times, slot.fromMs())) {
                continue;
            }
            String name = cells.minute(slot.fromMs()) + " – " + cells.minute(slot.toMs());
            long toMs = Math.min(slot.toMs(), asked.nowMs());
            all.add(crew(books, cells, slot.fromMs(), toMs).of(name));
            all.add(handovers(books, cells, slot.fromMs(), toMs).of(name));
            all.add(alarms(books, cells, slot.fromMs(), toMs).of(name));
            all.add(pumps(books, cells, slot.fromMs(), toMs).of(name));
            all.add(Deeds.section(cells, books, "deeds", slot.fromMs(), toMs).of(name));
            all.add(briefings(books, asked, cells, slot.fromMs(), toMs).of(name));
            all.add(DaySheet.running(books, asked, cells, slot.fromMs(), toMs).of(name));
            all.add(sheets(books, cells, slot.fromMs(), toMs).of(name));
            for (Part part : PARTS) {
                all.add(Deeds.section(cells, books, part.title(), part.kinds()::contains, slot.fromMs(), toMs)
                        .of(name));
            }
            for (Line accepted : books.of("duty.handover-accepted", slot.fromMs(), toMs)) {
                HandoverRecord.sheet(books, asked, cells, accepted).forEach(each -> all.add(each.of(name)));
            }
            long unknownMs = books.unknownMs(slot.fromMs(), toMs);
            all.add(cells.rows("unknown", "hours")
                    .row(Cells.hours(unknownMs))
                    .done()
                    .of(name));
        }
        return all;
    }

    static Section crew(Books books, Cells cells, long fromMs, long toMs) {
        Cells.Rows rows = cells.rows("crew", "name", "on", "off", "hours", "roles");
        for (Crews.Stay stay : Crews.stays(books, fromMs, toMs)) {
            rows.row(
                    books.name(stay.person()),
                    cells.time(stay.span().fromMs()),
                    stay.ended() ? cells.time(stay.span().toMs()) : "",
                    Cells.hours(stay.span().within(fromMs, toMs)),
                    roles(books, cells, stay.person(), toMs));
        }
        return rows.done();
    }

    /** Roles that somebody was last enrolled with before that time. */
    private static String roles(Books books, Cells cells, String person, long untilMs) {
        List<String> roles = List.of();
        for (Line line : books.of("duty.person-enrolled")) {
            if (line.utcMs() < untilMs && line.text("person").equals(person)) {
                roles = line.texts("roles");
            }
        }
        return String.join(
                ", ", roles.stream().map(role -> cells.known("role.", role)).toList());
    }

    /** What was told before the shift, its risks with their measures, and who signed (E8, E9). */
    private static Section briefings(Books books, Asked asked, Cells cells, long fromMs, long toMs) {
        Set<String> slots =
                asked
                        .plan()
                        .duty()
                        .timetable()
                        .slots(asked.from().minusDays(1), asked.to().plusDays(1))
                        .stream()
                        .filter(slot -> slot.beginUtcMs() >= fromMs && slot.beginUtcMs() < toMs)
                        .map(Timetable.Slot::key)
                        .collect(Collectors.toSet());
        Cells.Rows rows = cells.rows("briefing", "time", "who", "words", "risks", "signed");
        for (Line held : books.of("duty.briefing-held")) {
            if (!slots.contains(held.text("slot"))) {
                continue;
            }
            List<String> risks = held.objects("risks").stream()
                    .map(each -> each.get("risk") + " → " + each.get("measure"))
                    .toList();
            List<String> signed = books.of("duty.briefing-signed").stream()
                    .filter(line -> line.text("slot").equals(held.text("slot")))
                    .map(line -> books.name(line.text("person")))
                    .distinct()
                    .toList();
            rows.row(
                    cells.time(held.utcMs()),
                    books.name(held.text("by")),
                    held.text("words"),
                    String.join("; ", risks),
                    String.join(", ", signed));
        }
        return rows.done();
    }

    /** Rounds and checks that ended in the shift: done, late, missed; by whom. */
    private static Section sheets(Books books, Cells cells, long fromMs, long toMs) {
        Cells.Rows rows = cells.rows("sheets", "time", "sheet", "key", "what", "signed", "remark");
        List<Line> ended = new ArrayList<>(books.of("rounds.sheet-done", fromMs, toMs));
        ended.addAll(books.of("rounds.sheet-missed", fromMs, toMs));
        ended.sort(Comparator.comparingLong(Line::utcMs));
        for (Line line : ended) {
            boolean done = line.kind().equals("rounds.sheet-done");
            String outcome = !done ? "missed" : line.flag("late") ? "done-late" : "done";
            List<String> signed = books.of("rounds.sheet-signed").stream()
                    .filter(each -> each.text("sheet").equals(line.text("sheet"))
                            && each.text("key").equals(line.text("key")))
                    .map(each -> books.name(each.text("by")))
                    .distinct()
                    .toList();
            List<String> remarks = new ArrayList<>();
            if (line.flag("fast")) {
                remarks.add(cells.known("cli.sheet.", "fast"));
            }
            if (line.whole("skipped") > 0) {
                remarks.add(cells.say("skipped", "count", line.text("skipped")));
            }
            rows.row(
                    cells.time(line.utcMs()),
                    cells.named().sheet(line.text("sheet")),
                    cells.named().slot(line.text("sheet"), line.text("key")),
                    cells.known("sheet.outcome.", outcome),
                    String.join(", ", signed),
                    String.join("; ", remarks));
        }
        return rows.done();
    }

    static Section handovers(Books books, Cells cells, long fromMs, long toMs) {
        Cells.Rows rows = cells.rows("handovers", "time", "what", "who", "words", "entry");
        HandoverRecord.steps(books, fromMs, toMs).forEach(line -> Deeds.row(rows, cells, books, line));
        return rows.done();
    }

    static Section alarms(Books books, Cells cells, long fromMs, long toMs) {
        Cells.Rows rows =
                cells.rows("alarms", "time", "alarm", "priority", "value", "response", "who", "ended", "what");
        for (Raise raise : books.alarms().raises(fromMs, toMs)) {
            rows.row(
                    cells.time(raise.at.utcMs()),
                    raise.point,
                    cells.known("priority.", raise.priority),
                    raise.value(),
                    Cells.seconds(raise.responseMs),
                    books.name(raise.by),
                    cells.time(raise.endUtcMs),
                    cells.named().alarm(raise.point));
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
