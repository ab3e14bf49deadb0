package io.pumpwatch.duty;

import io.pumpwatch.duty.PeopleCommand.RemovePerson;
import io.pumpwatch.duty.PeopleEvent.PersonLeft;
import io.pumpwatch.duty.RemarkEvent.PaperTypedIn;
import io.pumpwatch.duty.ShiftEvent.SignedOn;
import io.pumpwatch.duty.ShiftState.Session;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands what concerns people, shifts, muster and door to the part that decides it. Pure. */
final class Parts {
    private Parts() {}

    static DutyDecision people(DutyPlan plan, DutyState state, PeopleCommand command, @Nullable String by, Now now) {
        String person = by == null ? "-" : by;
        if (command instanceof PaperCommand e) {
            return Papers.decide(state, e, person);
        }
        if (command instanceof RemarkCommand e) {
            return Remarks.decide(plan, state, e, person, now);
        }
        DutyDecision decision = Enrolment.decide(state.roster(), command, by);
        if (decision.events().isEmpty() || !(command instanceof RemovePerson left)) {
            return decision;
        }
        List<DutyEvent> events = new ArrayList<>(decision.events());
        events.addAll(Rota.without(plan, state, left.person(), person, now));
        return DutyDecision.of(events);
    }

    static DutyDecision shift(DutyPlan plan, DutyState state, ShiftCommand command, String by, Now now) {
        if (command instanceof RotaCommand e) {
            return Rota.decide(plan, state, e, by);
        }
        if (command instanceof BriefingCommand e) {
            return Briefings.decide(plan, state, e, by, now);
        }
        DutyDecision decision = Shifts.decide(plan, state, command, by, now);
        if (decision.events().stream().noneMatch(SignedOn.class::isInstance)) {
            return decision;
        }
        List<DutyEvent> events = new ArrayList<>(decision.events());
        events.addAll(Musters.onSignOn(state, by));
        return DutyDecision.of(events);
    }

    static DutyDecision premises(DutyPlan plan, DutyState state, PremisesCommand command, String by, Now now) {
        return command instanceof MusterCommand e
                ? Musters.decide(plan, state, e, by)
                : Doors.decide(plan, state, (DoorCommand) command, by, now);
    }

    static DutyState apply(DutyState state, Stamp at, PeopleEvent event) {
        PeopleState people = state.roster();
        if (event instanceof PaperEvent e) {
            return state.with(people.with(Papers.apply(people.papers(), e)));
        }
        if (event instanceof RemarkEvent e) {
            DutyState next = state.with(people.with(Remarks.apply(people.remarks(), at, e)));
            return e instanceof PaperTypedIn typed ? next.with(typed(next.shift(), typed)) : next;
        }
        DutyState next = state.with(Enrolment.apply(people, event));
        if (!(event instanceof PersonLeft left)) {
            return next;
        }
        PremisesState premises = next.premises();
        return next.with(next.shift().off(left.person(), at))
                .with(new PremisesState(premises.muster().without(left.person()), premises.door()));
    }

    /** Attendance on paper counts like any other, and stays marked. */
    private static ShiftState typed(ShiftState shift, PaperTypedIn event) {
        String person = event.person();
        if (person == null || !event.sort().equals(Remarks.ATTENDANCE)) {
            return shift;
        }
        // Boot 0 is no boot of the agent's: such a time has no uptime.
        Stamp on = new Stamp(0, event.fromUtcMs(), 0, ClockTrust.RTC);
        Stamp off = new Stamp(0, event.untilUtcMs(), 0, ClockTrust.RTC);
        return shift.with(new Session(person, on, off, event.untilUtcMs() - event.fromUtcMs(), true));
    }

    static DutyState apply(DutyState state, Stamp at, ShiftEvent event) {
        ShiftState shift = state.shift();
        if (event instanceof RotaEvent e) {
            return state.with(shift.with(Rota.apply(shift.rota(), e)));
        }
        if (event instanceof BriefingEvent e) {
            return state.with(shift.with(Briefings.apply(shift.briefings(), at, e)));
        }
        return state.with(Shifts.apply(shift, at, event));
    }

    static DutyState apply(DutyState state, Stamp at, PremisesEvent event) {
        PremisesState premises = state.premises();
        return state.with(
                event instanceof MusterEvent e
                        ? new PremisesState(Musters.apply(state, at, e), premises.door())
                        : new PremisesState(premises.muster(), Doors.apply(premises.door(), at, (DoorEvent) event)));
    }

    static DutyWatch watch(DutyPlan plan, DutyState state, DutyMemory memory, DutyFacts facts, Today today, Now now) {
        Map<AlarmId, Check> checks = new HashMap<>();
        List<DutyEvent> events = new ArrayList<>(Shifts.watch(plan, state, facts, today, now, checks));
        boolean first = memory.believedUtcMs() == DutyMemory.NEVER && now.trust() != ClockTrust.UNSET;
        long believedUtcMs = first ? now.utcMs() : memory.believedUtcMs();
        events.addAll(Briefings.watch(plan, state, believedUtcMs, today, now, checks));
        Papers.watch(plan, state, facts.liveLocks(), today, now, checks);
        Remarks.watch(plan, state, facts, now, checks);
        Musters.Memory muster = Musters.watch(plan, state, memory.muster(), facts, today, now, events, checks);
        Doors.Memory door = Doors.watch(plan, state, memory.door(), facts, now, events, checks);
        return new DutyWatch(new DutyMemory(muster, door, believedUtcMs, today), events, checks);
    }
}
