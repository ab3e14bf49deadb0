package io.pumpwatch.field.replay;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a recording is written.
 *
 * @param charset of the file; a byte order mark is skipped
 * @param separator between columns
 * @param decimal {@code .} or {@code ,}
 * @param timeColumn as the header writes it
 * @param timeFormat a pattern of {@link java.time.format.DateTimeFormatter}, or {@code epoch-s} or {@code epoch-ms}
 * @param zone of times that carry none
 * @param missing cells that mean "nothing was read", compared without regard to case; an empty cell always does
 * @param columns columns that aren't named are ignored
 * @param stepMs from one tick of {@link ReplayField#advance()} to the next
 * @param gapMsMax a row further than this after the one before is refused as a wrong time
 */
public record ReplayMapping(
        Charset charset,
        char separator,
        char decimal,
        String timeColumn,
        String timeFormat,
        ZoneId zone,
        Set<String> missing,
        List<ReplayColumn> columns,
        int stepMs,
        long gapMsMax) {
    /** A week; more silence than that is another recording. */
    public static final long USUAL_GAP_MS_MAX = 7L * 86_400_000;

    /** @throws IllegalArgumentException if separator, decimal, step or format can't work */
    public ReplayMapping {
        missing = missing.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        columns = List.copyOf(columns);
        if (separator == decimal || (decimal != '.' && decimal != ',')) {
            throw new IllegalArgumentException("separator '" + separator + "', decimal '" + decimal + "'");
        }
        if (stepMs < 1 || gapMsMax < stepMs) {
            throw new IllegalArgumentException("step " + stepMs + " ms, longest gap " + gapMsMax + " ms");
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("no column is mapped to a tag");
        }
        RowTime.check(timeFormat);
    }

    /** UTF-8, decimal point, {@code NaN} and the like missing, ticks of 1 s. */
    public static ReplayMapping of(
            char separator, String timeColumn, String timeFormat, ZoneId zone, List<ReplayColumn> columns) {
        return new ReplayMapping(
                StandardCharsets.UTF_8,
                separator,
                '.',
                timeColumn,
                timeFormat,
                zone,
                Set.of("nan", "null", "na", "n/a", "-"),
                columns,
                1000,
                USUAL_GAP_MS_MAX);
    }
}
