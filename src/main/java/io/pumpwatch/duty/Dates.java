package io.pumpwatch.duty;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates as people write them. */
final class Dates {
    private Dates() {}

    /** The date of {@code 2026-11-23}, or null. */
    static @Nullable LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notOne) {
            return null;
        }
    }
}
