package io.pumpwatch.interlocks;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to pumps and their protection. Each carries the numbers that it was decided with. */
public sealed interface InterlockEvent {
    /** The running contact closed. {@code against} says which inhibits stood then, {@code onDuty} who was there. */
    record PumpStarted(Tag pump, List<String> against, List<String> onDuty) implements InterlockEvent {}

    /** The running contact opened. {@code why} is trip, announced, automatic or unknown. */
    record PumpStopped(
            Tag pump, long ranMs, String why, @Nullable String reason) implements InterlockEvent {}

    /** A person says that a stop is coming. */
    record StopAnnounced(Tag pump, String by, String reason) implements InterlockEvent {}

    /** A person says why a pump stopped. */
    record StopExplained(Tag pump, String by, String reason) implements InterlockEvent {}

    /** The first good sample outside the rule's bounds. */
    record ExcursionBegan(Tag header, String rule, double value, double low, double high) implements InterlockEvent {}

    /** The first good sample inside again, or the pumps stopped. */
    record ExcursionEnded(Tag header, String rule, double extreme, long durationMs) implements InterlockEvent {}

    /** Pressure swung too widely: starts are inhibited until cause and release (P3). */
    record SwingLatched(Tag header, double smallest, double largest, double range, long windowMs)
            implements InterlockEvent {}

    /** A fitter or technician found the cause. */
    record CauseRecorded(Tag header, String by, String cause) implements InterlockEvent {}

    /** A shift leader released the inhibit. */
    record SwingReleased(Tag header, String by, String cause, String causeBy) implements InterlockEvent {}

    /** Two people signed for one supervised start of one pump. */
    record TrialAllowed(Tag header, Tag pump, String by, String second, long forMs) implements InterlockEvent {}

    /** The trial is over: stopped or time over. */
    record TrialEnded(Tag header, Tag pump, String why) implements InterlockEvent {}

    /** A protection stopped these pumps. */
    record Tripped(AlarmId point, double value, double setpoint, List<Tag> pumps, boolean firstOut)
            implements InterlockEvent {}

    /** A person reset it, with its cause. */
    record TripReset(AlarmId point, String by, String cause) implements InterlockEvent {}

    /** Why the pump's start permit is off; an empty list: permitted. */
    record InhibitsChanged(Tag pump, List<String> reasons) implements InterlockEvent {}

    /** Why a drainage pump couldn't start now; an empty list: ready (D3). */
    record ReadinessChanged(Tag pump, List<String> reasons) implements InterlockEvent {}

    /** The level is unknown while water must be drained. */
    record LevelLost(Tag level, @Nullable Double lastGood, long lastGoodUtcMs, double ratePerMinute)
            implements InterlockEvent {}

    /** The level is known again, or nothing needs it. */
    record LevelFound(Tag level) implements InterlockEvent {}

    /** A person read the gauge. */
    record GaugeRead(Tag level, double value, String unit, String by) implements InterlockEvent {}

    /** A person holds an output in a function check, for so long at most. */
    record OutputCheckStarted(Tag output, String by, String reason, long forMs, boolean energised)
            implements InterlockEvent {}

    /** In a function check the output was driven the other way. */
    record OutputDriven(Tag output, boolean energised, String by) implements InterlockEvent {}

    /**
     * The output is again what the protection says.
     *
     * @param by who ended it, or null
     * @param why ended, time, restart, trip, gone (from the station file), or what came up: runs, could-run, needed,
     *     flood
     */
    record OutputCheckEnded(Tag output, @Nullable String by, String why) implements InterlockEvent {}

    /** Flood mode on or off. */
    record FloodMode(boolean on, String by, String reason) implements InterlockEvent {}
}
