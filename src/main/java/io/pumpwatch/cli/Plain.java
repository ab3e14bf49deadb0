package io.pumpwatch.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as people read them at a terminal. */
final class Plain {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final long HOUR_MS = 3_600_000;
    private static final long MINUTE_MS = 60_000;

    private Plain() {}

    /** One line without characters that would move the cursor. */
    static String line(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** One line of at most so many characters; what is cut off shows as an ellipsis. */
    static String line(String text, int max) {
        String line = line(text);
        return line.codePointCount(0, line.length()) <= max
                ? line
                : line.substring(0, line.offsetByCodePoints(0, max - 1)) + "…";
    }

    /** A time of the API in the station's zone; empty for none. */
    static String time(@Nullable String utc, String zone) {
        return utc == null ? "" : LOCAL.format(Instant.parse(utc).atZone(ZoneId.of(zone)));
    }

    /** A number with its unit; a hyphen for none. */
    static String number(@Nullable Double value, String unit) {
        if (value == null) {
            return "-";
        }
        String digits = String.format(Locale.ROOT, "%.2f", value);
        return unit.isEmpty() ? digits : digits + " " + unit;
    }

    /** Hours and minutes. */
    static String hours(long ms) {
        return String.format(Locale.ROOT, "%d:%02d h", ms / HOUR_MS, ms % HOUR_MS / MINUTE_MS);
    }
}
