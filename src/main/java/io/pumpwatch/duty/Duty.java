package io.pumpwatch.duty;

import io.pumpwatch.duty.AccidentCommand.ReportAccident;
import io.pumpwatch.duty.AccidentEvent.AccidentClosed;
import io.pumpwatch.duty.AccidentEvent.AccidentReported;
import io.pumpwatch.duty.AccidentState.Accident;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Stamp;
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
            return Parts.shift(plan, state, e, person, now);
        }
        if (command instanceof PremisesCommand e) {
            return Parts.premises(plan, state, e, person, now);
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
        return Parts.watch(plan, state, memory, facts, now);
    }

    /** The only way that this state changes, live and in replay. */
    public static DutyState apply(DutyState state, Stamp at, DutyEvent event) {
        if (event instanceof PeopleEvent e) {
            return Parts.apply(state, at, e);
        }
        if (event instanceof ShiftEvent e) {
            return Parts.apply(state, at, e);
        }
        if (event instanceof PremisesEvent e) {
            return Parts.apply(state, at, e);
        }
        if (event instanceof AccidentReported e) {
            return state.with(new AccidentState(new Accident(e.by(), e.words(), at)));
        }
        return state.with(AccidentState.EMPTY);
    }
}
