package io.pumpwatch.duty;

import io.pumpwatch.duty.BriefingCommand.Risk;
import io.pumpwatch.station.Stamp;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Briefings; a fold of {@link BriefingEvent}s.
 *
 * @param held the last ones by slot
 * @param missedUtcMs begin of the last slot that began without one; 0 before the first
 */
public record BriefingState(SortedMap<String, Briefing> held, long missedUtcMs) {
    static final BriefingState EMPTY = new BriefingState(new TreeMap<>(), 0);

    /** Two days of three shifts; the oldest go first. */
    private static final int HELD_MAX = 6;

    /**
     * A briefing.
     *
     * @param signed who was there, with the time of each signature
     */
    public record Briefing(String words, List<Risk> risks, String by, Stamp at, SortedMap<String, Stamp> signed) {}

    /** The briefing of a slot, or null. */
    public @Nullable Briefing of(String slot) {
        return held.get(slot);
    }

    BriefingState with(String slot, Briefing briefing) {
        TreeMap<String, Briefing> next = new TreeMap<>(held);
        next.put(slot, briefing);
        while (next.size() > HELD_MAX) {
            next.pollFirstEntry();
        }
        return new BriefingState(next, missedUtcMs);
    }

    BriefingState without(long beginUtcMs) {
        return new BriefingState(held, beginUtcMs);
    }
}
