package io.pumpwatch.alarms;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Priority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to alarm points. Each carries the numbers that it was decided with. */
public sealed interface AlarmEvent {

    /**
     * One step in the life of an alarm.
     *
     * @param value at that moment, in {@code unit}; null where the condition isn't a value
     * @param setpoint null where there is none
     * @param counted whether it counts in the load figures
     * @param manual whether the value was entered by a person
     * @param by person, where one did it
     */
    record Moved(
            AlarmId id,
            Life from,
            Life to,
            Life.Cue on,
            @Nullable Double value,
            @Nullable Double setpoint,
            String unit,
            Priority priority,
            boolean firstOut,
            boolean counted,
            boolean manual,
            @Nullable String by)
            implements AlarmEvent {}

    /** A person shelved it for a time. */
    record Shelved(AlarmId id, String by, String reason, long forMs) implements AlarmEvent {}

    /** The shelf ended: by a person, or by itself. */
    record Unshelved(AlarmId id, @Nullable String by, String why) implements AlarmEvent {}

    /** A person took it out of service for a time. */
    record OutOfService(AlarmId id, String by, String reason, long forMs) implements AlarmEvent {}

    /** It is back in service: by a person, or by itself. */
    record BackInService(AlarmId id, @Nullable String by, String why) implements AlarmEvent {}

    /** Logic suppresses it. */
    record Suppressed(AlarmId id, String because) implements AlarmEvent {}

    /** Logic suppresses it no longer. */
    record Unsuppressed(AlarmId id) implements AlarmEvent {}

    /** A person silenced the horn; {@code by} is null where no PIN was given. */
    record Silenced(@Nullable String by) implements AlarmEvent {}

    /** A person recorded what was done about it. */
    record Confirmed(AlarmId id, String by, String action) implements AlarmEvent {}

    /** A drill began on these points. */
    record DrillStarted(List<AlarmId> points, String by, String reason, long forMs) implements AlarmEvent {}

    /** The drill ended: by a person, or by itself. */
    record DrillEnded(@Nullable String by, String why) implements AlarmEvent {}

    /** More alarms than anybody can follow. */
    record FloodBegan(int alarms) implements AlarmEvent {}

    /** The flood of alarms is over. */
    record FloodEnded(int alarms) implements AlarmEvent {}

    /** The point isn't in the station file any more. */
    record Closed(AlarmId id, Life from) implements AlarmEvent {}
}
