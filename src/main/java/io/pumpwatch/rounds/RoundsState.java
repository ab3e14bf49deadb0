package io.pumpwatch.rounds;

import io.pumpwatch.station.Stamp;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rounds, sheets, jobs and defects; a fold of {@link RoundsEvent}s.
 *
 * @param defects that aren't closed, by number
 * @param defectsEver how many were ever found
 */
public record RoundsState(SortedMap<Long, Defect> defects, long defectsEver) {
    /** Before the first event. */
    public static final RoundsState EMPTY = new RoundsState(new TreeMap<>(), 0);

    /** Something that is wrong. */
    public record Defect(String equipment, String words, String by, Stamp at) {}
}
