package io.pumpwatch.rounds;

import io.pumpwatch.rounds.CommissionCommand.CommissionInstrument;
import io.pumpwatch.rounds.CommissionEvent.InstrumentCommissioned;
import io.pumpwatch.rounds.WorkCommand.HandleWork;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Stamp;
import java.util.Map;

/** Decisions of rounds, sheets, jobs and defects, and their fold. Pure; each part has a class of its own. */
public final class Rounds {
    private Rounds() {}

    /**
     * Judges the sense of a command; who may is judged before, and where a definition names teams, here.
     *
     * @param by whose PIN was proven
     */
    public static RoundsDecision decide(
            RoundsPlan plan, RoundsState state, RoundsFacts facts, RoundsCommand command, String by, Now now) {
        Work work = new Work(plan, state, facts, now);
        if (command instanceof SheetCommand e) {
            return Sheets.decide(work, e, by);
        }
        if (command instanceof DefectCommand e) {
            return Defects.decide(work, e, by);
        }
        if (command instanceof JobCommand e) {
            return Jobs.decide(work, e, by);
        }
        if (command instanceof CommissionInstrument e) {
            return Commissioning.decide(work, e, by);
        }
        return WorkItems.decide(work, (HandleWork) command, by);
    }

    /** What comes of time and of the station's course, once a scan. */
    public static RoundsWatch watch(
            RoundsPlan plan, RoundsState state, RoundsMemory memory, RoundsFacts facts, Now now) {
        Work work = new Work(plan, state, facts, now);
        boolean look = memory.due(now.utcMs());
        Map<String, RoundsMemory.Quiet> quiet = SheetWatch.watch(work, memory, look);
        Defects.watch(work);
        WorkItems.watch(work);
        Commissioning.watch(work);
        return new RoundsWatch(look ? memory.looked(now.utcMs(), quiet) : memory, work.events, work.checks);
    }

    /** The only way that this state changes, live and in replay. */
    public static RoundsState apply(RoundsState state, Stamp at, RoundsEvent event) {
        if (event instanceof SheetEvent e) {
            String sheet = SheetFold.sheetOf(e);
            return state.with(sheet, SheetFold.apply(state.sheet(sheet), at, e));
        }
        if (event instanceof DefectEvent e) {
            return state.with(Defects.apply(state.defects(), at, e));
        }
        if (event instanceof JobEvent e) {
            return state.with(JobFold.apply(state.jobs(), at, e));
        }
        if (event instanceof WorkEvent e) {
            return state.with(WorkItems.apply(state.work(), at, e));
        }
        return state.with(Commissioning.apply(state.commissioned(), at, (InstrumentCommissioned) event));
    }
}
