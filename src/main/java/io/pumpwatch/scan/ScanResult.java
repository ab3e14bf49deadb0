package io.pumpwatch.scan;

import io.pumpwatch.conditioning.Conditioned;
import io.pumpwatch.interlocks.InterlockDecision.Course;
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
 * @param plan in force from the next scan on; another one after a load
 * @param state after {@code events}
 * @param outputs what the relays are to be
 * @param answers one for each command, by its id
 */
public record ScanResult(
        StationPlan plan,
        StationState state,
        ScanMemory memory,
        List<StationEvent> events,
        List<Output> outputs,
        List<Answer> answers,
        Live live) {

    /** Done, or why not. */
    public record Answer(long id, Optional<Refusal> refusal) {}

    /** What only the live view knows: it isn't kept. */
    public record Live(
            Conditioned conditioned,
            Map<Tag, Reading> entered,
            Map<Tag, Course> levels,
            Set<Tag> settled,
            HornPattern horn,
            Health health,
            List<Output> outputs) {
        /** Before the first scan. */
        public static final Live EMPTY =
                new Live(Conditioned.EMPTY, Map.of(), Map.of(), Set.of(), HornPattern.SILENT, Health.WELL, List.of());
    }
}
