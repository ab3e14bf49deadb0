package io.pumpwatch.duty;

import io.pumpwatch.station.Stamp;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Accidents; a fold of {@link AccidentEvent}s.
 *
 * @param open the one that isn't closed, if any
 * @param ever how many were ever reported
 * @param unfrozen accidents whose evidence isn't complete yet, closed ones too
 */
public record AccidentState(@Nullable Accident open, long ever, SortedMap<Long, Unfrozen> unfrozen) {
    static final AccidentState EMPTY = new AccidentState(null, 0, new TreeMap<>());

    public AccidentState {
        unfrozen = Collections.unmodifiableSortedMap(new TreeMap<>(unfrozen));
    }

    /**
     * An accident.
     *
     * @param confirmedBy the shift leader who knows of it, or null
     * @param statements how many accounts were signed
     */
    public record Accident(
            long number,
            @Nullable String by,
            String words,
            Stamp at,
            @Nullable String confirmedBy,
            int statements) {}

    /** When it was reported, and whether the readings before it are frozen. */
    public record Unfrozen(Stamp at, boolean before) {}

    AccidentState with(@Nullable Accident next) {
        return new AccidentState(next, ever, unfrozen);
    }

    AccidentState with(long number, @Nullable Unfrozen next) {
        SortedMap<Long, Unfrozen> all = new TreeMap<>(unfrozen);
        if (next == null) {
            all.remove(number);
        } else {
            all.put(number, next);
        }
        return new AccidentState(open, ever, all);
    }
}
