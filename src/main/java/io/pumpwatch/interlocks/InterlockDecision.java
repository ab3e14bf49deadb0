package io.pumpwatch.interlocks;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one scan came to.
 *
 * @param checks answers for the alarm points that interlocks decide
 * @param settled headers with a pump that runs and has settled
 * @param entered readings that a person entered in place of a lost level
 * @param levels what is known of each sump's course
 * @param outputs permits, trips and heartbeat
 * @param answers one for each command asked; empty means done
 */
public record InterlockDecision(
        InterlockMemory memory,
        List<InterlockEvent> events,
        Map<AlarmId, Check> checks,
        Set<Tag> settled,
        Map<Tag, Reading> entered,
        Map<Tag, Course> levels,
        List<Output> outputs,
        List<Optional<Refusal>> answers) {

    /**
     * Where a level is going.
     *
     * @param ratePerMinute units a minute, rising positive
     * @param overflowMs time to overflow at this rate; -1 while it doesn't rise
     */
    public record Course(double ratePerMinute, long overflowMs) {}
}
