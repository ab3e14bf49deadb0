package io.pumpwatch.duty;

import io.pumpwatch.duty.AccidentCommand.ReportAccident;
import io.pumpwatch.duty.AccidentEvent.AccidentClosed;
import io.pumpwatch.duty.AccidentEvent.AccidentReported;
import io.pumpwatch.duty.AccidentState.Accident;
import io.pumpwatch.duty.PeopleEvent.PersonLeft;
import io.pumpwatch.duty.ShiftCommand.SignOn;
import io.pumpwatch.duty.ShiftEvent.SignedOff;
import io.pumpwatch.duty.ShiftEvent.SignedOn;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Stamp;
import java.util.List;
import java.util.Map;
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
            return Roster.decide(state.roster(), e, by);
        }
        String person = by == null ? "-" : by;
        if (command instanceof ShiftCommand e) {
            boolean here = state.onDuty().containsKey(person);
            if (e instanceof SignOn) {
                return here ? DutyDecision.NOTHING : DutyDecision.of(new SignedOn(person));
            }
            return here ? DutyDecision.of(new SignedOff(person)) : DutyDecision.NOTHING;
        }
        if (command instanceof ReportAccident e) {
            return DutyDecision.of(new AccidentReported(by, e.words()));
        }
        AccidentCommand.CloseAccident e = (AccidentCommand.CloseAccident) command;
        return state.accident() == null
                ? DutyDecision.refuse("accident.none", "person", person)
                : DutyDecision.of(new AccidentClosed(person, e.words()));
    }

    /** What comes of time and of the station's course, once a scan. */
    public static DutyWatch watch(DutyPlan plan, DutyState state, DutyMemory memory, DutyFacts facts, Now now) {
        return new DutyWatch(memory, List.of(), Map.of());
    }

    /** The only way that this state changes, live and in replay. */
    public static DutyState apply(DutyState state, Stamp at, DutyEvent event) {
        if (event instanceof PeopleEvent e) {
            DutyState next = state.with(Roster.apply(state.roster(), e));
            return e instanceof PersonLeft left ? next.with(next.shift().with(left.person(), null)) : next;
        }
        if (event instanceof SignedOn e) {
            return state.with(state.shift().with(e.person(), at));
        }
        if (event instanceof SignedOff e) {
            return state.with(state.shift().with(e.person(), null));
        }
        if (event instanceof AccidentReported e) {
            return state.with(new AccidentState(new Accident(e.by(), e.words(), at)));
        }
        return state.with(AccidentState.EMPTY);
    }
}
