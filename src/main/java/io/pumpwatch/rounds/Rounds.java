package io.pumpwatch.rounds;

import io.pumpwatch.rounds.DefectCommand.ReportDefect;
import io.pumpwatch.rounds.DefectEvent.DefectFound;
import io.pumpwatch.rounds.RoundsState.Defect;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Stamp;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decisions of rounds, sheets, jobs and defects, and their fold. Pure; each part has a class of its own. */
public final class Rounds {
    private Rounds() {}

    /**
     * Judges the sense of a command; who may is judged before.
     *
     * @param by whose PIN was proven
     */
    public static RoundsDecision decide(
            RoundsPlan plan, RoundsState state, RoundsFacts facts, RoundsCommand command, String by, Now now) {
        ReportDefect e = (ReportDefect) command;
        if (e.equipment().isBlank() || e.words().isBlank()) {
            return RoundsDecision.refuse("defect.words");
        }
        return RoundsDecision.of(new DefectFound(state.defectsEver() + 1, e.equipment(), e.words(), by));
    }

    /** What comes of time and of the station's course, once a scan. */
    public static RoundsWatch watch(
            RoundsPlan plan, RoundsState state, RoundsMemory memory, RoundsFacts facts, Now now) {
        return new RoundsWatch(memory, List.of(), Map.of());
    }

    /** The only way that this state changes, live and in replay. */
    public static RoundsState apply(RoundsState state, Stamp at, RoundsEvent event) {
        DefectFound e = (DefectFound) event;
        SortedMap<Long, Defect> defects = new TreeMap<>(state.defects());
        defects.put(e.defect(), new Defect(e.equipment(), e.words(), e.by(), at));
        return new RoundsState(defects, e.defect());
    }
}
