package io.pumpwatch.scan;

import io.pumpwatch.alarms.AlarmEvent.Moved;
import io.pumpwatch.alarms.AlarmFold;
import io.pumpwatch.alarms.Life;
import io.pumpwatch.duty.Duty;
import io.pumpwatch.interlocks.InterlockFold;
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
        if (event instanceof StationEvent.Alarm e) {
            SortedMap<AlarmId, String> seen = state.seen();
            if (e.event() instanceof Moved moved && moved.to() == Life.UNACKED && seen.containsKey(moved.id())) {
                seen = new TreeMap<>(seen);
                seen.remove(moved.id());
            }
            return new StationState(
                    seq,
                    AlarmFold.apply(state.alarms(), seq, at, e.event()),
                    state.interlocks(),
                    state.duty(),
                    state.agent(),
                    seen);
        }
        if (event instanceof StationEvent.Interlock e) {
            return new StationState(
                    seq,
                    state.alarms(),
                    InterlockFold.apply(state.interlocks(), at, e.event()),
                    state.duty(),
                    state.agent(),
                    state.seen());
        }
        if (event instanceof StationEvent.Duty e) {
            return new StationState(
                    seq,
                    state.alarms(),
                    state.interlocks(),
                    Duty.apply(state.duty(), at, e.event()),
                    state.agent(),
                    state.seen());
        }
        return agent(state, seq, at, ((StationEvent.Agent) event).event());
    }

    private static StationState agent(StationState state, long seq, Stamp at, AgentEvent event) {
        Agent agent = state.agent();
        SortedMap<AlarmId, String> seen = state.seen();
        if (event instanceof Started e) {
            agent = new Agent(e.boot(), at, false, agent.configSha256(), agent.setpoints(), agent.linkFault());
        } else if (event instanceof Stopped) {
            agent = new Agent(
                    agent.boot(), agent.started(), true, agent.configSha256(), agent.setpoints(), agent.linkFault());
        } else if (event instanceof ConfigLoaded e) {
            agent = new Agent(
                    agent.boot(), agent.started(), agent.clean(), e.sha256(), e.setpoints(), agent.linkFault());
        } else if (event instanceof LinkChanged e) {
            agent = new Agent(
                    agent.boot(), agent.started(), agent.clean(), agent.configSha256(), agent.setpoints(), e.fault());
        } else if (event instanceof SeenByDispatch e) {
            seen = new TreeMap<>(seen);
            seen.put(e.point(), e.by());
        }
        return new StationState(seq, state.alarms(), state.interlocks(), state.duty(), agent, seen);
    }
}
