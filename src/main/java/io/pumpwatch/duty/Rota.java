package io.pumpwatch.duty;

import io.pumpwatch.duty.RotaCommand.ArrangeShift;
import io.pumpwatch.duty.RotaCommand.ExcuseAbsence;
import io.pumpwatch.duty.RotaEvent.AbsenceExcused;
import io.pumpwatch.duty.RotaEvent.ShiftArranged;
import io.pumpwatch.duty.Timetable.Shift;
import io.pumpwatch.duty.Timetable.Slot;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who is due when. Pure. */
final class Rota {
    private static final int DAYS_MAX = 62;
    private static final int PEOPLE_MAX = 50;

    private Rota() {}

    static DutyDecision decide(DutyPlan plan, DutyState state, RotaCommand command, String by) {
        if (command instanceof ArrangeShift e) {
            return arrange(plan, state, e, by);
        }
        ExcuseAbsence e = (ExcuseAbsence) command;
        Shift shift = plan.timetable().shift(e.shift());
        if (shift == null) {
            return unknown(plan, e.shift());
        }
        Slot slot = plan.timetable().slot(e.date(), shift);
        if (!state.shift().rota().due(slot.key()).contains(e.person())) {
            return DutyDecision.refuse("roster.not-due", "person", Sayings.cut(e.person()), "slot", slot.key());
        }
        if (e.person().equals(by)) {
            return DutyDecision.refuse("roster.own");
        }
        Refusal wrong = Sayings.wrong("reason", e.reason());
        return wrong != null
                ? DutyDecision.because(wrong)
                : DutyDecision.of(new AbsenceExcused(e.person(), slot.key(), e.reason(), by));
    }

    private static boolean active(DutyState state, String id) {
        Person person = state.person(id);
        return person != null && person.active();
    }

    private static DutyDecision unknown(DutyPlan plan, String shift) {
        String known = String.join(
                ", ", plan.timetable().shifts().stream().map(Shift::id).toList());
        return DutyDecision.refuse("shift.unknown", "shift", Sayings.cut(shift), "known", known);
    }

    private static DutyDecision arrange(DutyPlan plan, DutyState state, ArrangeShift command, String by) {
        if (plan.timetable().shift(command.shift()) == null) {
            return unknown(plan, command.shift());
        }
        if (command.days() < 1 || command.days() > DAYS_MAX) {
            return DutyDecision.refuse("roster.days", "max", Integer.toString(DAYS_MAX));
        }
        List<String> people = command.people().stream().distinct().sorted().toList();
        if (people.size() > PEOPLE_MAX) {
            return DutyDecision.refuse("roster.many", "max", Integer.toString(PEOPLE_MAX));
        }
        for (String id : people) {
            Person person = state.person(id);
            if (person == null || !person.active()) {
                return DutyDecision.refuse("person.unknown", "person", Sayings.cut(id));
            }
        }
        return DutyDecision.of(new ShiftArranged(command.shift(), command.from(), command.days(), people, by));
    }

    static RotaState apply(RotaState state, RotaEvent event) {
        if (event instanceof ShiftArranged e) {
            RotaState next = state;
            for (int day = 0; day < e.days(); day++) {
                LocalDate date = e.from().plusDays(day);
                next = next.with(date + "/" + e.shift(), e.people());
            }
            return next;
        }
        AbsenceExcused e = (AbsenceExcused) event;
        return state.with(e.slot(), e.person(), e.reason());
    }

    /** Somebody leaves the station: who is left in each shift to come that they were due in. */
    static List<DutyEvent> without(DutyPlan plan, DutyState state, String person, String by, Now now) {
        List<DutyEvent> events = new ArrayList<>();
        if (now.trust() == ClockTrust.UNSET) {
            return events;
        }
        for (Shift shift : plan.timetable().shifts()) {
            // Days in a row with the same people are one arrangement, as they were made.
            ShiftArranged open = null;
            for (Map.Entry<String, List<String>> due :
                    state.shift().rota().due().entrySet()) {
                Slot slot = plan.timetable().slot(due.getKey());
                boolean coming = slot != null
                        && slot.shift().equals(shift.id())
                        && slot.beginUtcMs() > now.utcMs()
                        && due.getValue().contains(person);
                if (!coming || slot == null) {
                    continue;
                }
                List<String> rest =
                        due.getValue().stream().filter(id -> !id.equals(person)).toList();
                boolean goesOn = open != null
                        && open.people().equals(rest)
                        && open.from().plusDays(open.days()).equals(slot.date());
                if (open != null && goesOn) {
                    open = new ShiftArranged(shift.id(), open.from(), open.days() + 1, rest, by);
                } else {
                    if (open != null) {
                        events.add(open);
                    }
                    open = new ShiftArranged(shift.id(), slot.date(), 1, rest, by);
                }
            }
            if (open != null) {
                events.add(open);
            }
        }
        return events;
    }

    /** Those who are due in this slot, aren't excused and aren't here; nobody between two shifts. */
    static List<String> missing(String slotKey, DutyState state) {
        RotaState rota = state.shift().rota();
        List<String> missing = new ArrayList<>();
        for (String id : rota.due(slotKey)) {
            if (active(state, id) && !state.onDuty().containsKey(id) && !rota.excused(slotKey, id)) {
                missing.add(id);
            }
        }
        return List.copyOf(missing);
    }
}
