package io.pumpwatch.field.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the time of a row as utc. */
final class RowTime {
    private static final String EPOCH_S = "epoch-s";
    private static final String EPOCH_MS = "epoch-ms";
    private static final double EPOCH_MS_MAX = 4e12;

    private final @Nullable DateTimeFormatter format;
    private final double msPerUnit;
    private final ZoneId zone;

    RowTime(String pattern, ZoneId zone) {
        this.zone = zone;
        boolean epoch = pattern.equals(EPOCH_S) || pattern.equals(EPOCH_MS);
        format = epoch ? null : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        msPerUnit = pattern.equals(EPOCH_S) ? 1000 : 1;
    }

    /** @throws IllegalArgumentException if the pattern isn't one */
    static void check(String pattern) {
        Object unused = new RowTime(pattern, ZoneOffset.UTC);
    }

    /**
     * Milliseconds since 1970 in utc, or empty where the text isn't such a time. In the hour that a clock change
     * repeats, the first one unless that lies before {@code notBeforeMs}.
     */
    OptionalLong utcMs(String text, long notBeforeMs) {
        if (format == null) {
            double ms = CellNumber.parse(text, '.') * msPerUnit;
            return ms >= 0 && ms <= EPOCH_MS_MAX ? OptionalLong.of(Math.round(ms)) : OptionalLong.empty();
        }
        try {
            TemporalAccessor time = format.parseBest(text, Instant::from, LocalDateTime::from);
            if (time instanceof Instant instant) {
                return OptionalLong.of(instant.toEpochMilli());
            }
            ZonedDateTime first = LocalDateTime.from(time).atZone(zone).withEarlierOffsetAtOverlap();
            long firstMs = first.toInstant().toEpochMilli();
            return OptionalLong.of(
                    firstMs >= notBeforeMs
                            ? firstMs
                            : first.withLaterOffsetAtOverlap().toInstant().toEpochMilli());
        } catch (DateTimeException notATime) {
            return OptionalLong.empty();
        } catch (ArithmeticException tooFar) {
            return OptionalLong.empty();
        }
    }
}
