package io.pumpwatch.rounds;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Work items; a fold of {@link WorkEvent}s.
 *
 * @param open by number
 * @param raised the last raise of each point that has opened one: each raise opens at most one
 * @param ever how many there ever were
 */
public record WorkState(SortedMap<Long, Item> open, SortedMap<AlarmId, Stamp> raised, long ever) {
    static final WorkState EMPTY = new WorkState(new TreeMap<>(), new TreeMap<>(), 0);

    /**
     * Work that nobody has handled.
     *
     * @param level who answers for it by now
     */
    public record Item(AlarmId point, Stamp at, Role level) {}

    WorkState with(long number, Item item) {
        SortedMap<Long, Item> next = new TreeMap<>(open);
        next.put(number, item);
        return new WorkState(next, raised, Math.max(ever, number));
    }

    WorkState raised(AlarmId point, Stamp at) {
        SortedMap<AlarmId, Stamp> next = new TreeMap<>(raised);
        next.put(point, at);
        return new WorkState(open, next, ever);
    }

    WorkState without(long number) {
        SortedMap<Long, Item> next = new TreeMap<>(open);
        next.remove(number);
        return new WorkState(next, raised, ever);
    }
}
