package io.pumpwatch.web;

import io.pumpwatch.api.AttendancePage;
import io.pumpwatch.api.RosterPage;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.ShiftPage.Excused;
import io.pumpwatch.api.ShiftPage.Signed;
import io.pumpwatch.api.ShiftPage.Somebody;
import io.pumpwatch.duty.Attendance;
import io.pumpwatch.duty.BriefingState.Briefing;
import io.pumpwatch.duty.Briefings;
import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.duty.DutyState;
import io.pumpwatch.duty.MusterState.Muster;
import io.pumpwatch.duty.RotaState;
import io.pumpwatch.duty.ShiftState.Gap;
import io.pumpwatch.duty.Timetable;
import io.pumpwatch.duty.Timetable.Shift;
import io.pumpwatch.duty.Timetable.Slot;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.Named;
import io.pumpwatch.view.StationView;
import io.pumpwatch.view.records.Scope;
import io.pumpwatch.web.Page.Asked;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What is read of the shift: who is here, the roster, attendance. */
final class ShiftPages {
    private static final int DAYS_MAX = 62;
    private static final int DAYS_USUAL = 7;

    private ShiftPages() {}

    static void add(Map<String, Page> pages) {
        pages.put("shift", ShiftPages::shift);
        pages.put("roster", ShiftPages::roster);
        pages.put("attendance", ShiftPages::attendance);
    }

    private static ShiftPage shift(Asked asked) {
        StationView view = asked.view();
        DutyPlan plan = view.plan().duty();
        DutyState duty = view.state().duty();
        boolean believed = view.now().trust() != ClockTrust.UNSET;
        Slot present = believed ? plan.timetable().at(view.now().utcMs()) : null;
        Slot next = believed ? plan.timetable().next(view.now().utcMs()) : null;
        Gap gap = duty.shift().gap();
        Slot briefed = Briefings.slot(plan, view.now());
        Briefing briefing = briefed == null ? null : duty.shift().briefings().of(briefed.key());
        Stamp forced = duty.premises().door().forced();
        return new ShiftPage(
                view.plan().zone().getId(),
                present == null ? null : slot(asked, present),
                next == null ? null : slot(asked, next),
                plan.crew().needed(),
                crew(duty, Named.of(view, asked.lang())),
                gap == null ? List.of() : names(duty, gap.missing()),
                briefing == null || briefed == null ? null : briefing(asked, briefed, briefing),
                present != null
                        && duty.shift().briefings().missedUtcMs() == present.beginUtcMs()
                        && duty.shift().briefings().of(present.key()) == null,
                duty.premises().muster().season(),
                muster(view, duty, duty.premises().muster().open()),
                PeoplePages.inside(duty),
                Wire.utcOrNull(forced),
                signOn(plan, asked.lang()),
                SwingWords.of(view, asked.lang()),
                Readiness.of(view, asked.lang()));
    }

    private static ShiftPage.SignOn signOn(DutyPlan plan, Lang lang) {
        Words words = Words.of(lang);
        List<ShiftPage.Work> works = plan.work().values().stream()
                .sorted(Comparator.comparing(DutyPlan.Work::id))
                .map(work -> new ShiftPage.Work(
                        work.id(),
                        work.name().in(lang),
                        work.id().equals(plan.usualWork()),
                        work.gear().stream()
                                .map(item -> new ShiftPage.Gear(item, known(words, item)))
                                .toList(),
                        work.certificates()))
                .toList();
        return new ShiftPage.SignOn(plan.crew().fitness(), works);
    }

    /** A station file may list gear of its own, which has no words. */
    private static String known(Words words, String item) {
        String key = "gear.item." + item;
        return words.has(key) ? words.say(key) : item;
    }

    private static ShiftPage.Slot slot(Asked asked, Slot slot) {
        DutyState duty = asked.view().state().duty();
        return new ShiftPage.Slot(
                slot.key(),
                name(asked.view().plan().duty().timetable(), slot, asked.lang()),
                Wire.utc(slot.beginUtcMs()),
                Wire.utc(slot.endUtcMs()),
                names(duty, duty.shift().rota().due(slot.key())));
    }

    private static String name(Timetable timetable, Slot slot, Lang lang) {
        Shift shift = timetable.shift(slot.shift());
        return shift == null ? slot.shift() : shift.name().in(lang);
    }

    static List<String> names(DutyState duty, List<String> ids) {
        return ids.stream().map(duty::name).toList();
    }

    private static List<Somebody> crew(DutyState duty, Named named) {
        List<Somebody> crew = new ArrayList<>();
        duty.shift().posts().forEach((id, post) -> {
            Stamp since = duty.onDuty().getOrDefault(id, post.answered());
            crew.add(new Somebody(
                    id,
                    duty.name(id),
                    post.work(),
                    Wire.utc(since),
                    post.missing().stream().map(named::gear).toList(),
                    Wire.utc(post.answered()),
                    post.silent()));
        });
        return crew;
    }

    private static ShiftPage.Briefing briefing(Asked asked, Slot slot, Briefing briefing) {
        DutyState duty = asked.view().state().duty();
        return new ShiftPage.Briefing(
                slot.key(),
                Named.of(asked.view(), asked.lang()).slot(slot.key()),
                briefing.words(),
                briefing.risks().stream()
                        .map(risk -> new ShiftPage.Risk(risk.risk(), risk.measure()))
                        .toList(),
                duty.name(briefing.by()),
                Wire.utc(briefing.at()),
                signed(duty, briefing.signed()));
    }

    private static List<Signed> signed(DutyState duty, SortedMap<String, Stamp> stamps) {
        return stamps.entrySet().stream()
                .map(each -> new Signed(duty.name(each.getKey()), Wire.utc(each.getValue())))
                .toList();
    }

    private static ShiftPage.@Nullable Muster muster(StationView view, DutyState duty, @Nullable Muster muster) {
        return muster == null
                ? null
                : new ShiftPage.Muster(
                        muster.number(),
                        muster.why(),
                        Wire.utc(muster.at()),
                        Wire.end(muster.at(), muster.arriveMs(), view.boot(), view.now()),
                        signed(duty, muster.arrived()),
                        muster.excused().entrySet().stream()
                                .map(each -> new Excused(duty.name(each.getKey()), each.getValue()))
                                .toList(),
                        names(duty, muster.missing()));
    }

    /** The span that is asked for, at most two months; a week from today where none is named. */
    private record Span(LocalDate from, LocalDate to) {
        static Span of(Asked asked) throws RequestFault {
            StationView view = asked.view();
            LocalDate from = view.plan().duty().timetable().date(view.now().utcMs());
            String named = asked.first("from");
            try {
                from = named == null ? from : LocalDate.parse(named);
            } catch (DateTimeException unread) {
                throw RequestFault.field(Refusal.of("field.wrong", "field", "from", "form", "form.date"), "from");
            }
            int days = DataPages.whole(asked, "days", DAYS_USUAL, 1, DAYS_MAX);
            return new Span(from, from.plusDays(days - 1));
        }
    }

    private static RosterPage roster(Asked asked) throws RequestFault {
        Span span = Span.of(asked);
        Timetable timetable = asked.view().plan().duty().timetable();
        DutyState duty = asked.view().state().duty();
        RotaState rota = duty.shift().rota();
        List<RosterPage.Slot> slots = new ArrayList<>();
        for (Slot slot : timetable.slots(span.from(), span.to())) {
            List<String> due = rota.due(slot.key());
            List<String> excused = due.stream()
                    .filter(id -> rota.excused(slot.key(), id))
                    .map(id -> duty.name(id) + ": " + rota.reason(slot.key(), id))
                    .toList();
            slots.add(new RosterPage.Slot(
                    slot.key(),
                    name(timetable, slot, asked.lang()),
                    Wire.utc(slot.beginUtcMs()),
                    Wire.utc(slot.endUtcMs()),
                    names(duty, due),
                    excused));
        }
        return new RosterPage(asked.view().plan().zone().getId(), slots);
    }

    private static AttendancePage attendance(Asked asked) throws RequestFault {
        Span span = Span.of(asked);
        Scope scope = RecordPages.scope(asked.person());
        StationView view = asked.view();
        DutyState duty = view.state().duty();
        Attendance.Sheet sheet =
                Attendance.sheet(view.plan().duty(), duty, span.from(), span.to(), view.boot(), view.now());
        Named named = Named.of(view, asked.lang());
        List<AttendancePage.Row> rows = sheet.rows().stream()
                .filter(row -> scope.shows(row.person()))
                .map(row -> new AttendancePage.Row(
                        row.slot().key(),
                        named.slot(row.slot().key()),
                        row.person(),
                        duty.name(row.person()),
                        Wire.word(row.kept()),
                        row.onUtcMs() == null ? null : Wire.utc(row.onUtcMs()),
                        row.lateMs() / 60_000,
                        row.workedMs() / 60_000,
                        row.overtimeMs() / 60_000,
                        row.paper()))
                .toList();
        return new AttendancePage(view.plan().zone().getId(), rows, scope.all() ? sheet.unplaced() : 0);
    }
}
