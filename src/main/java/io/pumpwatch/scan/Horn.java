package io.pumpwatch.scan;

import io.pumpwatch.alarms.AlarmState;
import io.pumpwatch.alarms.Alarms;
import io.pumpwatch.alarms.AlarmsState;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Map;

/** Which pattern the horn sounds, after what asks for it. */
final class Horn {
    private Horn() {}

    static HornPattern pattern(StationPlan plan, StationState state, long boot, Now now) {
        AlarmsState alarms = state.alarms();
        if (!Alarms.horn(plan.alarms(), alarms, boot, now)) {
            return HornPattern.SILENT;
        }
        AlarmId accident = SelfCheck.AGENT.alarm(SelfCheck.ACCIDENT);
        if (state.duty().accident() != null
                && alarms.of(accident, Stamp.of(boot, now)).audible()) {
            return HornPattern.ACCIDENT;
        }
        AlarmId unconfirmed = SelfCheck.AGENT.alarm(SelfCheck.UNCONFIRMED);
        for (Map.Entry<AlarmId, AlarmState> point : alarms.points().entrySet()) {
            if (point.getValue().audible() && !point.getKey().equals(unconfirmed)) {
                return HornPattern.ALARM;
            }
        }
        return HornPattern.UNCONFIRMED;
    }

    /** The horn's relay in that pattern; none where the station has no horn. A function check never keeps it quiet. */
    static List<Output> outputs(StationPlan plan, StationState state, HornPattern pattern, Now now) {
        Tag horn = plan.interlocks().relays().horn();
        return horn == null
                ? List.of()
                : List.of(new Output(horn, state.interlocks().tried(horn) || pattern.on(now.uptimeMs())));
    }
}
