package io.pumpwatch.duty;

import io.pumpwatch.station.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * Accidents; a fold of {@link AccidentEvent}s.
 *
 * @param open the one that isn't closed, if any
 */
public record AccidentState(@Nullable Accident open) {
    static final AccidentState EMPTY = new AccidentState(null);

    /** An accident. */
    public record Accident(@Nullable String by, String words, Stamp at) {}
}
