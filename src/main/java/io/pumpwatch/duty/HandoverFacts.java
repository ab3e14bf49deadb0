package io.pumpwatch.duty;

import io.pumpwatch.station.AlarmId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a handover needs to know of the station.
 *
 * @param boot of the agent, for durations
 * @param sheet lines for a draft, filled in only where one is asked for
 * @param raises alarms raised so far by point, and
 * @param floodMs time in alarm floods so far: the next shift's load is counted from here
 * @param switching starts, stops and trials under way: nobody hands over during one
 * @param checksOpen checks before and after the shift (E6) that wait to be done, each with its id
 * @param checksMissed names of those whose last time passed without them
 */
public record HandoverFacts(
        long boot,
        List<HandoverItem> sheet,
        SortedMap<AlarmId, Integer> raises,
        long floodMs,
        List<String> switching,
        List<String> checksOpen,
        List<String> checksMissed) {
    public HandoverFacts {
        sheet = List.copyOf(sheet);
        raises = raises.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(raises));
        switching = List.copyOf(switching);
        checksOpen = List.copyOf(checksOpen);
        checksMissed = List.copyOf(checksMissed);
    }

    /** Where no handover is judged. */
    public static HandoverFacts none(long boot) {
        return new HandoverFacts(boot, List.of(), Collections.emptySortedMap(), 0, List.of(), List.of(), List.of());
    }
}
