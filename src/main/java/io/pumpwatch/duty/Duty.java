package io.pumpwatch.duty;

import io.pumpwatch.duty.PeopleEvent.PersonLeft;
import io.pumpwatch.duty.ShiftCommand.SignOff;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Stamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decisions of the duty book, and its fold. Pure; each part has a class of its own. */
public final class Duty {
    private Duty() {}

    /**
     * Judges the sense of a command; who may is judged before.
     *
     * @param by whose PIN was proven; null where none is asked
     */
    public static DutyDecision decide(
            DutyPlan plan, DutyState state, DutyFacts facts, DutyCommand command, @Nullable String by, Now now) {
        if (command instanceof PeopleCommand e) {
            return Parts.people(plan, state, e, by, now);
        }
        String person = by == null ? "-" : by;
        if (command instanceof ShiftCommand e) {
            Optional<Refusal> stays = HandoverWatch.mayLeave(state, person).or(() -> Doors.mayLeave(state, person));
            return e instanceof SignOff && stays.isPresent()
                    ? new DutyDecision(List.of(), stays)
                    : Parts.shift(plan, state, e, person, now);
        }
        if (command instanceof PremisesCommand e) {
            return Parts.premises(plan, state, e, person, now);
        }
        if (command instanceof HandoverCommand e) {
            return Handovers.decide(plan, state, facts.handover(), e, person, now);
        }
        return Accidents.decide(state.accidents(), (AccidentCommand) command, by);
    }

    /**
     * Somebody has shown by an act of their own, such as an item of a round, that they are at their post (D2): counts
     * as an answer, but not each of many in a row.
     */
    public static List<DutyEvent> seen(DutyPlan plan, DutyState state, String person, long boot, Now now) {
        return Shifts.seen(plan, state.shift(), person, boot, now);
    }

    /**
     * What the inspectors are to look at, in an open remark that is theirs to close, such as a round that was faster
     * than its shortest walk (D6).
     */
    public static DutyEvent forInspectors(DutyPlan plan, DutyState state, String rule, String words) {
        return Remarks.forInspectors(plan, state, rule, words);
    }

    /** What comes of time and of the station's course, once a scan. */
    public static DutyWatch watch(DutyPlan plan, DutyState state, DutyMemory memory, DutyFacts facts, Now now) {
        Today today = memory.today().at(plan, now);
        DutyWatch watch = Parts.watch(plan, state, memory, facts, today, now);
        HandoverWatch.check(plan.handover(), state, today.changeUtcMs(), now, watch.checks());
        Accidents.check(state.accidents(), plan.accidentConfirmMs(), facts.boot(), now, watch.checks());
        return watch;
    }

    /** The only way that this state changes, live and in replay. */
    public static DutyState apply(DutyState state, Stamp at, DutyEvent event) {
        if (event instanceof PeopleEvent e) {
            DutyState next = Parts.apply(state, at, e);
            return e instanceof PersonLeft left ? next.with(next.handovers().without(left.person())) : next;
        }
        if (event instanceof ShiftEvent e) {
            return Parts.apply(state, at, e);
        }
        if (event instanceof PremisesEvent e) {
            return Parts.apply(state, at, e);
        }
        if (event instanceof HandoverEvent e) {
            return state.with(HandoverFold.apply(state.handovers(), at, e));
        }
        return state.with(Accidents.apply(state.accidents(), at, (AccidentEvent) event));
    }
}
