package io.pumpwatch.config;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times of day as station files have them. What nearly all of them look like is read by hand: each start on a small Pi
 * would otherwise wait for the library's formats to be built.
 */
final class Daytime {
    private static final Pattern MINUTE = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private Daytime() {}

    /** A time to the minute, such as 06:00; null where the text is anything else. */
    static @Nullable LocalTime toTheMinute(String text) {
        return MINUTE.matcher(text).matches()
                ? LocalTime.of(Integer.parseInt(text.substring(0, 2)), Integer.parseInt(text.substring(3)))
                : null;
    }

    /** A time, 06:00:30 too; null where the text isn't one. */
    static @Nullable LocalTime of(String text) {
        LocalTime minute = toTheMinute(text);
        try {
            return minute != null ? minute : LocalTime.parse(text);
        } catch (DateTimeException notOne) {
            return null;
        }
    }
}
