package io.pumpwatch.config;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times of day as station files have them: 06:00 or 06:00:30. Read by hand: each start on a small Pi would otherwise
 * wait for the library's formats to be built.
 */
final class Daytime {
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?");

    private Daytime() {}

    /** The time, or null where the text isn't one. */
    static @Nullable LocalTime of(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        String seconds = parts.group(3);
        return LocalTime.of(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                seconds == null ? 0 : Integer.parseInt(seconds));
    }
}
