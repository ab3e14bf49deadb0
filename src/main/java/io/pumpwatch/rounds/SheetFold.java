package io.pumpwatch.rounds;

import io.pumpwatch.rounds.SheetEvent.ItemEntered;
import io.pumpwatch.rounds.SheetEvent.ItemNoted;
import io.pumpwatch.rounds.SheetEvent.ItemSkipped;
import io.pumpwatch.rounds.SheetEvent.SheetDone;
import io.pumpwatch.rounds.SheetEvent.SheetDue;
import io.pumpwatch.rounds.SheetEvent.SheetMissed;
import io.pumpwatch.rounds.SheetEvent.SheetSigned;
import io.pumpwatch.rounds.SheetEvent.SheetStarted;
import io.pumpwatch.rounds.SheetEvent.SheetVoided;
import io.pumpwatch.rounds.SheetEvent.TimetableSet;
import io.pumpwatch.rounds.SheetState.Answer;
import io.pumpwatch.rounds.SheetState.Outcome;
import io.pumpwatch.rounds.SheetState.Run;
import io.pumpwatch.station.Stamp;
import java.util.TreeMap;

/** The fold of one sheet's events. An event that doesn't fit the state is a broken journal and throws. */
final class SheetFold {
    private SheetFold() {}

    static String sheetOf(SheetEvent event) {
        if (event instanceof TimetableSet e) {
            return e.sheet();
        }
        if (event instanceof SheetDue e) {
            return e.sheet();
        }
        if (event instanceof SheetStarted e) {
            return e.sheet();
        }
        if (event instanceof ItemEntered e) {
            return e.sheet();
        }
        if (event instanceof ItemNoted e) {
            return e.sheet();
        }
        if (event instanceof ItemSkipped e) {
            return e.sheet();
        }
        if (event instanceof SheetSigned e) {
            return e.sheet();
        }
        if (event instanceof SheetDone e) {
            return e.sheet();
        }
        return event instanceof SheetMissed e ? e.sheet() : ((SheetVoided) event).sheet();
    }

    static SheetState apply(SheetState state, Stamp at, SheetEvent event) {
        if (event instanceof TimetableSet e) {
            return state.through(e.throughMs());
        }
        if (event instanceof SheetDue e) {
            if (state.open() != null) {
                throw new IllegalStateException(e.sheet() + " is due twice at once: " + e.key());
            }
            return state.opened(new Run(
                    e.key(),
                    e.fromMs(),
                    e.toMs(),
                    e.lateMs(),
                    e.lasting(),
                    at,
                    null,
                    new TreeMap<>(),
                    new TreeMap<>()));
        }
        Run run = state.open();
        if (run == null) {
            throw new IllegalStateException("nothing is due for " + event);
        }
        if (event instanceof SheetDone e) {
            return state.over(run, e.late() ? Outcome.DONE_LATE : Outcome.DONE, e.fast(), at);
        }
        if (event instanceof SheetMissed) {
            return state.over(run, Outcome.MISSED, false, at);
        }
        if (event instanceof SheetVoided) {
            return state.over(run, Outcome.VOID, false, at);
        }
        return state.with(step(run, at, event));
    }

    private static Run step(Run run, Stamp at, SheetEvent event) {
        if (event instanceof SheetStarted) {
            return run.started(at);
        }
        if (event instanceof ItemEntered e) {
            return run.with(
                    e.item(),
                    new Answer(
                            e.verdict(), e.value(), e.words(), e.agent(), e.quality(), e.deviates(), "", e.by(), at));
        }
        if (event instanceof ItemSkipped e) {
            return run.with(
                    e.item(),
                    new Answer(Verdict.SKIPPED, Double.NaN, e.reason(), Double.NaN, null, false, "", e.by(), at));
        }
        if (event instanceof ItemNoted e) {
            Answer answer = run.answers().get(e.item());
            if (answer == null) {
                throw new IllegalStateException("a note without an answer: " + e);
            }
            return run.with(e.item(), answer.noted(e.words()));
        }
        return run.signed(((SheetSigned) event).by(), at);
    }
}
