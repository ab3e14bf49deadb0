package io.pumpwatch.duty;

import io.pumpwatch.duty.AccidentCommand.CloseAccident;
import io.pumpwatch.duty.AccidentCommand.ConfirmAccident;
import io.pumpwatch.duty.AccidentCommand.KeepEvidence;
import io.pumpwatch.duty.AccidentCommand.NoteScene;
import io.pumpwatch.duty.AccidentCommand.ReportAccident;
import io.pumpwatch.duty.AccidentCommand.StateAccident;
import io.pumpwatch.duty.AccidentEvent.AccidentClosed;
import io.pumpwatch.duty.AccidentEvent.AccidentConfirmed;
import io.pumpwatch.duty.AccidentEvent.AccidentReported;
import io.pumpwatch.duty.AccidentEvent.AccidentStated;
import io.pumpwatch.duty.AccidentEvent.EvidenceKept;
import io.pumpwatch.duty.AccidentEvent.SceneNoted;
import io.pumpwatch.duty.AccidentState.Accident;
import io.pumpwatch.duty.AccidentState.Unfrozen;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Accidents (E7). Pure. */
public final class Accidents {
    /** On the agent: no shift leader has said that they know of the accident. */
    public static final String UNCONFIRMED = "ACCIDENT-UNCONFIRMED";

    private static final AlarmId UNCONFIRMED_POINT = new Tag("UA-900").alarm(UNCONFIRMED);

    private Accidents() {}

    static DutyDecision decide(AccidentState state, AccidentCommand command, @Nullable String by) {
        Accident open = state.open();
        if (command instanceof ReportAccident e) {
            return DutyDecision.of(
                    new AccidentReported(open == null ? state.ever() + 1 : open.number(), by, e.words()));
        }
        if (command instanceof KeepEvidence e) {
            return state.unfrozen().containsKey(e.accident())
                    ? DutyDecision.of(new EvidenceKept(e.accident(), e.part(), e.folder(), e.files()))
                    : DutyDecision.NOTHING;
        }
        String person = by == null ? "-" : by;
        if (open == null) {
            return DutyDecision.refuse("accident.none", "person", person);
        }
        long number = open.number();
        if (command instanceof ConfirmAccident e) {
            return open.confirmedBy() == null
                    ? DutyDecision.of(new AccidentConfirmed(number, person, e.words()))
                    : DutyDecision.NOTHING;
        }
        if (command instanceof StateAccident e) {
            return e.words().isBlank()
                    ? DutyDecision.refuse("accident.words")
                    : DutyDecision.of(new AccidentStated(number, person, e.words()));
        }
        if (command instanceof NoteScene e) {
            return e.words().isBlank()
                    ? DutyDecision.refuse("accident.words")
                    : DutyDecision.of(new SceneNoted(number, person, e.words()));
        }
        CloseAccident e = (CloseAccident) command;
        return e.words().isBlank()
                ? DutyDecision.refuse("accident.words")
                : DutyDecision.of(new AccidentClosed(number, person, e.words()));
    }

    static void check(AccidentState state, long confirmMs, long boot, Now now, Map<AlarmId, Check> checks) {
        Accident open = state.open();
        boolean late = false;
        if (open != null && open.confirmedBy() == null) {
            long elapsedMs = open.at().elapsedMs(boot, now);
            // A restart that can't tell the time waits for nothing: nobody has confirmed.
            late = elapsedMs < 0 || elapsedMs >= confirmMs;
        }
        checks.put(UNCONFIRMED_POINT, Check.of(late));
    }

    static AccidentState apply(AccidentState state, Stamp at, AccidentEvent event) {
        Accident open = state.open();
        if (event instanceof AccidentReported e) {
            if (open != null) {
                // The same accident told again: the newest words stand here, all of them in the journal.
                return state.with(new Accident(
                        open.number(),
                        e.by() == null ? open.by() : e.by(),
                        e.words().isBlank() ? open.words() : e.words(),
                        open.at(),
                        open.confirmedBy(),
                        open.statements()));
            }
            Accident accident = new Accident(e.accident(), e.by(), e.words(), at, null, 0);
            return new AccidentState(accident, e.accident(), state.unfrozen())
                    .with(e.accident(), new Unfrozen(at, false));
        }
        if (event instanceof EvidenceKept e) {
            Unfrozen known = state.unfrozen().get(e.accident());
            boolean before = e.part().equals("before");
            return known == null ? state : state.with(e.accident(), before ? new Unfrozen(known.at(), true) : null);
        }
        if (event instanceof AccidentClosed || open == null) {
            return state.with((Accident) null);
        }
        boolean statement = event instanceof AccidentStated;
        String confirmedBy = event instanceof AccidentConfirmed e ? e.by() : open.confirmedBy();
        return state.with(new Accident(
                open.number(),
                open.by(),
                open.words(),
                open.at(),
                confirmedBy,
                open.statements() + (statement ? 1 : 0)));
    }
}
