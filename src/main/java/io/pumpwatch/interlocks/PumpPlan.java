package io.pumpwatch.interlocks;

import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import org.jspecify.annotations.Nullable;

/**
 * One pump.
 *
 * @param tag such as P-101
 * @param running its running contact
 * @param available contact "power on, selector in remote"
 * @param permit start-permit output, in the start branch only
 * @param trip trip output
 * @param current motor current, if measured
 * @param currentRunning above this current, in the instrument's unit, the motor runs
 * @param automatic started and stopped by its own level control: a stop needs no reason
 * @param stopMs the running contact must open this soon after a trip
 * @param exerciseMs not run for this long: not ready; 0 never
 * @param answerMs runs this long without level or flow answering: alarm; 0 never
 */
public record PumpPlan(
        Tag tag,
        Text name,
        Kind kind,
        Tag running,
        @Nullable Tag available,
        @Nullable Tag permit,
        @Nullable Tag trip,
        @Nullable Tag current,
        double currentRunning,
        boolean automatic,
        long stopMs,
        long exerciseMs,
        long answerMs) {

    /** What a pump is for. */
    public enum Kind {
        EMULSION,
        SPRAY,
        DRAINAGE;

        /** Whether inhibits bind it; a drainage pump must always be able to start (D3). */
        public boolean inhibitable() {
            return this != DRAINAGE;
        }
    }
}
