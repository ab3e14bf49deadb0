package io.pumpwatch.rounds;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The state as this decision has changed it so far, with what it came to. Lives for one decision only. */
final class Work {
    final RoundsPlan plan;
    final RoundsFacts facts;
    final Now now;
    final List<RoundsEvent> events = new ArrayList<>();
    final Map<AlarmId, Check> checks = new HashMap<>();
    private final Stamp at;
    private RoundsState state;

    Work(RoundsPlan plan, RoundsState state, RoundsFacts facts, Now now) {
        this.plan = plan;
        this.state = state;
        this.facts = facts;
        this.now = now;
        this.at = Stamp.of(facts.boot(), now);
    }

    RoundsState state() {
        return state;
    }

    void emit(RoundsEvent event) {
        events.add(event);
        state = Rounds.apply(state, at, event);
    }

    /** Whether the timetable can be believed. */
    boolean timely() {
        return now.trust() != ClockTrust.UNSET;
    }

    /** Milliseconds since then; -1 where no clock can tell. */
    long since(Stamp then) {
        return then.elapsedMs(facts.boot(), now);
    }

    RoundsDecision done() {
        return RoundsDecision.of(events.toArray(RoundsEvent[]::new));
    }
}
