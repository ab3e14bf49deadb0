package io.pumpwatch.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them, such as {@code 15 s}: a number and one of ms, s, min, h, d. */
final class Durations {
    /** Not a time. */
    static final long NONE = -1;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?) ?(ms|s|min|h|d)");
    private static final Map<String, Long> UNIT_MS =
            Map.of("ms", 1L, "s", 1_000L, "min", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private Durations() {}

    /** Milliseconds, or {@link #NONE}. */
    static long parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return NONE;
        }
        long unitMs = UNIT_MS.getOrDefault(form.group(2), 1L);
        return Math.round(Double.parseDouble(form.group(1)) * unitMs);
    }

    /** In the largest unit that needs no fraction. */
    static String show(long ms) {
        for (String unit : new String[] {"d", "h", "min", "s"}) {
            long unitMs = UNIT_MS.getOrDefault(unit, 1L);
            if (ms >= unitMs && ms % unitMs == 0) {
                return ms / unitMs + " " + unit;
            }
        }
        return ms == 0 ? "0 s" : ms + " ms";
    }
}
