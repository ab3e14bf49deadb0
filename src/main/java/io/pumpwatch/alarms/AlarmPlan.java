package io.pumpwatch.alarms;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Text;
import org.jspecify.annotations.Nullable;

/**
 * One alarm point as the station file describes it.
 *
 * @param id such as PT-101.HH
 * @param kind what makes its condition
 * @param setpoint in {@code unit}; 0 for a LOGIC point
 * @param deadband in {@code unit}, back from the setpoint
 * @param unit engineering unit of the setpoint; empty for contacts and logic
 * @param onDelayMs the condition must hold this long
 * @param offDelayMs it must be back through the deadband this long
 * @param reAlarmMs an acknowledged alarm asks again after this long; 0 never
 * @param whileSettled judged only while a pump of its header runs and has settled
 * @param group points of one group share a first-out; empty for none
 * @param words for people
 */
public record AlarmPlan(
        AlarmId id,
        Kind kind,
        double setpoint,
        double deadband,
        String unit,
        long onDelayMs,
        long offDelayMs,
        Priority priority,
        boolean latching,
        long reAlarmMs,
        boolean whileSettled,
        String group,
        Words words) {

    /** What makes the condition. */
    public enum Kind {
        /** Above the setpoint. */
        HIGH,
        /** Below the setpoint. */
        LOW,
        /** A contact is open. */
        OPEN,
        /** A contact is closed. */
        CLOSED,
        /** Another part of the agent says. */
        LOGIC
    }

    /** What a person reads: the name, and the guidance of ISA-18.2's rationalization. */
    public record Words(Text name, Text cause, Text consequence, Text response) {
        /** No words. */
        public static final Words NONE = new Words(Text.NONE, Text.NONE, Text.NONE, Text.NONE);
    }

    /** The setpoint, or null where there is none. */
    public @Nullable Double setpointOrNull() {
        return kind == Kind.HIGH || kind == Kind.LOW ? setpoint : null;
    }

    /** Whether this limit of the same tag, on the same side, is the more severe one. */
    public boolean severerThan(AlarmPlan other) {
        if (kind != other.kind || !id.tag().equals(other.id.tag())) {
            return false;
        }
        return (kind == Kind.HIGH && setpoint > other.setpoint) || (kind == Kind.LOW && setpoint < other.setpoint);
    }

    /** The point that a drill on this one works with: beside it, never instead of it. */
    public AlarmPlan drilled() {
        return new AlarmPlan(drillId(id), Kind.LOGIC, 0, 0, "", 0, 0, priority, false, 0, false, "", words);
    }

    private static final String DRILL = "-DRILL";
    /** A condition has at most 24 characters. */
    private static final int BEFORE_DRILL_MAX = 24 - DRILL.length();

    /** Name of the drill point of an alarm point; a long condition is cut, so that it stays a name. */
    public static AlarmId drillId(AlarmId id) {
        String condition = id.condition();
        return new AlarmId(id.tag(), condition.substring(0, Math.min(condition.length(), BEFORE_DRILL_MAX)) + DRILL);
    }

    /** Whether this is the name of a drill point. */
    public static boolean isDrill(AlarmId id) {
        return id.condition().endsWith(DRILL);
    }
}
