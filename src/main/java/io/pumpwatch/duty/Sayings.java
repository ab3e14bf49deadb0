package io.pumpwatch.duty;

import io.pumpwatch.station.Refusal;
import org.jspecify.annotations.Nullable;

/** What people write: neither nothing nor a book. Line breaks and emoji are theirs. */
final class Sayings {
    /** As the HTTP side has it; commands that come another way are held to it too. */
    static final int MAX = 4_000;

    private static final int SHOWN_MAX = 64;

    private Sayings() {}

    /** What is wrong with the words of this field, or null. */
    static @Nullable Refusal wrong(String field, String words) {
        if (words.isBlank()) {
            return Refusal.of("field.missing", "field", field);
        }
        return words.length() > MAX ? Refusal.of("field.long", "field", field, "max", Integer.toString(MAX)) : null;
    }

    /** A wrong name, short enough to be shown. */
    static String cut(String text) {
        return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "…" : text;
    }
}
