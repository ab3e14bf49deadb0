package io.pumpwatch.duty;

import io.pumpwatch.station.Stamp;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is here; a fold of {@link ShiftEvent}s.
 *
 * @param onDuty since when, by person
 */
public record ShiftState(SortedMap<String, Stamp> onDuty) {
    static final ShiftState EMPTY = new ShiftState(new TreeMap<>());

    ShiftState with(String person, @Nullable Stamp since) {
        SortedMap<String, Stamp> next = new TreeMap<>(onDuty);
        if (since == null) {
            next.remove(person);
        } else {
            next.put(person, since);
        }
        return new ShiftState(next);
    }
}
