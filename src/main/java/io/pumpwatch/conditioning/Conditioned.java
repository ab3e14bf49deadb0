package io.pumpwatch.conditioning;

import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one scan's samples came to.
 *
 * @param current the newest reading of every instrument, also of those that gave no sample
 * @param fresh one reading for each new sample, oldest first: for what counts samples
 * @param flapping instruments whose value came and went too often
 * @param deviating instruments that disagree with their twin
 */
public record Conditioned(Map<Tag, Reading> current, List<Reading> fresh, Set<Tag> flapping, Set<Tag> deviating) {
    /** Nothing known. */
    public static final Conditioned EMPTY = new Conditioned(Map.of(), List.of(), Set.of(), Set.of());

    /** The newest reading; the initial one for a tag that isn't known. */
    public Reading of(Tag tag) {
        Reading reading = current.get(tag);
        return reading == null ? Reading.initial(tag) : reading;
    }
}
