package io.pumpwatch.interlocks;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Tag;

/** What people ask of the interlocks. Who they are is proven and what they may do is judged before it comes here. */
public sealed interface InterlockCommand {
    /** The cause of a swing was found. */
    record RecordCause(Tag header, String cause) implements InterlockCommand {}

    /** Release the start inhibit of a swing. */
    record Release(Tag header) implements InterlockCommand {}

    /** Allow one supervised start; {@code second} is the other person who signed, proven too. */
    record AllowTrial(Tag header, Tag pump, String second) implements InterlockCommand {}

    /** Reset a trip. */
    record ResetTrip(AlarmId point, String cause) implements InterlockCommand {}

    /** A stop is coming. */
    record AnnounceStop(Tag pump, String reason) implements InterlockCommand {}

    /** Why it stopped. */
    record ExplainStop(Tag pump, String reason) implements InterlockCommand {}

    /** A gauge reading, in the instrument's unit. */
    record ReadGauge(Tag level, double value) implements InterlockCommand {}

    /**
     * Hold an output in a function check; starts the check where none stands.
     *
     * @param forMs how long the check lasts, 1 s to 10 min; of the first command of a check
     */
    record DriveOutput(Tag output, boolean energised, long forMs, String reason) implements InterlockCommand {}

    /** The function check of an output is over. */
    record EndOutputCheck(Tag output) implements InterlockCommand {}

    /** Flood mode on or off. */
    record SetFlood(boolean on, String reason) implements InterlockCommand {}
}
