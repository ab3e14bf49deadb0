package io.pumpwatch.alarms;

import io.pumpwatch.station.Check;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Reading.Use;

/** Whether a reading is beyond a limit, or back through its deadband. */
final class Limits {
    private Limits() {}

    /**
     * The condition of a limit.
     *
     * @param active whether the alarm's process side is abnormal: then it stays PRESENT until back through the deadband
     */
    static Check check(AlarmPlan plan, Reading reading, boolean active) {
        if (reading.use() == Use.HELD) {
            return Check.HELD;
        }
        return switch (plan.kind()) {
            case HIGH -> high(plan, reading, active);
            case LOW -> reading.use() == Use.AT_LEAST ? Check.HELD : low(plan, reading.value(), active);
            case OPEN -> Check.of(reading.open());
            case CLOSED -> Check.of(reading.closed());
            case LOGIC -> Check.HELD;
        };
    }

    private static Check high(AlarmPlan plan, Reading reading, boolean active) {
        boolean beyond = reading.value() > plan.setpoint();
        if (reading.use() == Use.AT_LEAST) {
            return beyond ? Check.PRESENT : Check.HELD;
        }
        boolean back = reading.value() <= plan.setpoint() - plan.deadband();
        return Check.of(active ? !back : beyond);
    }

    private static Check low(AlarmPlan plan, double value, boolean active) {
        boolean beyond = value < plan.setpoint();
        boolean back = value >= plan.setpoint() + plan.deadband();
        return Check.of(active ? !back : beyond);
    }
}
