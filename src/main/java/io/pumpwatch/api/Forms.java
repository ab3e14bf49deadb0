package io.pumpwatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /api/v1/forms}: blank paper forms of this station.
 *
 * @param form the one asked for with {@code ?name=} as text of A4 width; null where none was asked for
 */
public record Forms(List<Name> forms, @Nullable String form) {
    /** A form that there is. */
    public record Name(String name, String title) {}
}
