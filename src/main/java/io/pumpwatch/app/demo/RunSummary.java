package io.pumpwatch.app.demo;

import java.util.List;
import java.util.SortedMap;

/**
 * What a demo or replay came to: counted from what dispatch received and from the journal opened anew, never from the
 * agent's own memory.
 *
 * @param seconds of station time
 * @param raised times that each alarm point became unacknowledged
 * @param transitions steps in the life of all alarms
 * @param entries in the journal
 * @param received entries that dispatch received in order; -1 where nobody listened
 * @param verified whether the journal's chain holds and, where dispatch listened, what it received is the same
 * @param faults what doesn't hold, in words
 */
public record RunSummary(
        double seconds,
        SortedMap<String, Integer> raised,
        long transitions,
        long entries,
        long received,
        boolean verified,
        List<String> faults) {
    public RunSummary {
        faults = List.copyOf(faults);
    }
}
