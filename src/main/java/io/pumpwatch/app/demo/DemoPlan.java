package io.pumpwatch.app.demo;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmsPlan;
import io.pumpwatch.config.FieldSettings;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.interlocks.InterlockPlan;
import io.pumpwatch.interlocks.InterlockPlan.Header;
import io.pumpwatch.scan.StationPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The full station with its waiting times shortened, so that a minute shows what otherwise takes an hour. */
final class DemoPlan {
    private static final long SETTLE_MS = 8_000;
    private static final long DELAY_MAX_MS = 2_000;
    /** Where the choreography begins: pressure in the header, water in the sump. */
    private static final Map<String, Double> BEGIN = Map.of("header.start_mpa", 28.0, "sump.start_m", 4.2);

    private DemoPlan() {}

    static Loaded shortened(Loaded full) {
        StationPlan plan = full.plan();
        InterlockPlan interlocks = plan.interlocks();
        List<Header> headers =
                interlocks.headers().stream().map(DemoPlan::shortened).toList();
        List<AlarmPlan> points = plan.alarms().points().values().stream()
                .map(DemoPlan::shortened)
                .toList();
        StationPlan quick = plan.with(
                AlarmsPlan.of(
                        points,
                        plan.alarms().shelveMaxMs(),
                        plan.alarms().serviceMaxMs(),
                        plan.alarms().hornRepeatMs()),
                new InterlockPlan(
                        interlocks.pumps(), headers, interlocks.tanks(), interlocks.sumps(), interlocks.relays()));
        FieldSettings field = full.field();
        Map<String, Double> physics = new HashMap<>(BEGIN);
        physics.putAll(field.plant().physics());
        FieldSettings.Plant plant = new FieldSettings.Plant(
                false, field.plant().sampleMs(), physics, field.plant().measures());
        return full.with(quick, field.simulated(plant));
    }

    private static Header shortened(Header header) {
        return new Header(
                header.pressure(),
                header.pumps(),
                Math.min(SETTLE_MS, header.settleMs()),
                header.ruleId(),
                header.ruleLow(),
                header.ruleHigh(),
                header.low(),
                header.alive(),
                header.disagreeMs(),
                header.swing(),
                header.trip());
    }

    private static AlarmPlan shortened(AlarmPlan point) {
        if (point.id().tag().equals(DutyPlan.DUTY)) {
            // People aren't hurried: the crew signs on while the first alarms come.
            return point;
        }
        return new AlarmPlan(
                point.id(),
                point.kind(),
                point.setpoint(),
                point.deadband(),
                point.unit(),
                Math.min(DELAY_MAX_MS, point.onDelayMs()),
                Math.min(DELAY_MAX_MS, point.offDelayMs()),
                point.priority(),
                point.latching(),
                point.reAlarmMs(),
                point.whileSettled(),
                point.group(),
                point.words());
    }
}
