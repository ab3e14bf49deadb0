package io.pumpwatch.scan;

import io.pumpwatch.alarms.AlarmEvent.Moved;
import io.pumpwatch.alarms.AlarmFold;
import io.pumpwatch.alarms.Life;
import io.pumpwatch.duty.Duty;
import io.pumpwatch.interlocks.InterlockFold;
import io.pumpwatch.rounds.Rounds;
import io.pumpwatch.scan.AgentEvent.ClockStepped;
import io.pumpwatch.scan.AgentEvent.ConfigLoaded;
import io.pumpwatch.scan.AgentEvent.LinkChanged;
import io.pumpwatch.scan.AgentEvent.SeenByDispatch;
import io.pumpwatch.scan.AgentEvent.Started;
import io.pumpwatch.scan.AgentEvent.Stopped;
import io.pumpwatch.scan.StationState.Agent;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Stamp;
import java.util.SortedMap;
import java.util.TreeMap;

/** The only way that the station's state changes, live and in replay. */
public final class StationFold {
    private StationFold() {}

    /** The state after one entry. */
    public static StationState apply(StationState state, long seq, Stamp at, StationEvent event) {
        StationState next = event(state, seq, at, event);
        return next.with(seq, next.agent().watched(at));
    }

    private static StationState event(StationState state, long seq, Stamp at, StationEvent event) {
        if (event instanceof StationEvent.Alarm e) {
            SortedMap<AlarmId, String> seen = state.seen();
            if (e.event() instanceof Moved moved && moved.to() == Life.UNACKED && seen.containsKey(moved.id())) {
                seen = new TreeMap<>(seen);
                seen.remove(moved.id());
            }
            return state.with(seq, AlarmFold.apply(state.alarms(), seq, at, e.event()), seen);
        }
        if (event instanceof StationEvent.Interlock e) {
            return state.with(seq, InterlockFold.apply(state.interlocks(), at, e.event()));
        }
        if (event instanceof StationEvent.Duty e) {
            return state.with(seq, Duty.apply(state.duty(), at, e.event()));
        }
        if (event instanceof StationEvent.Rounds e) {
            return state.with(seq, Rounds.apply(state.rounds(), at, e.event()));
        }
        return agent(state, seq, at, ((StationEvent.Agent) event).event());
    }

    private static StationState agent(StationState state, long seq, Stamp at, AgentEvent event) {
        Agent agent = state.agent();
        if (event instanceof Started e) {
            return state.with(seq, agent.started(e.boot(), at));
        }
        if (event instanceof Stopped) {
            return state.with(seq, agent.stopped());
        }
        if (event instanceof ConfigLoaded e) {
            return state.with(seq, agent.loaded(e.sha256(), e.setpoints()));
        }
        if (event instanceof LinkChanged e) {
            return state.with(seq, agent.linked(e.fault()));
        }
        if (event instanceof ClockStepped) {
            return state.with(seq, agent.stepped(at));
        }
        if (event instanceof SeenByDispatch e) {
            return state.withSeen(seq, e.point(), e.by());
        }
        return state.with(seq, agent);
    }
}
