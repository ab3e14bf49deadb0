package io.pumpwatch.scan;

import io.pumpwatch.alarms.Alarms;
import io.pumpwatch.alarms.AlarmsState;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Stamp;

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
        boolean onlyThat = alarms.points().entrySet().stream()
                .filter(entry -> entry.getValue().audible())
                .allMatch(entry -> entry.getKey().equals(unconfirmed));
        return onlyThat ? HornPattern.UNCONFIRMED : HornPattern.ALARM;
    }
}
