package io.pumpwatch.web;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Words;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values are spelled in answers: one spelling for each. */
final class Wire {
    private static final JSON JACKSON =
            JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES, JSON.Feature.WRITE_RECORD_FIELDS_IN_DECLARATION_ORDER);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Wire() {}

    /** A record as one JSON document. */
    static String json(Object answer) {
        try {
            return JACKSON.asString(answer) + "\n";
        } catch (IOException impossible) {
            throw new IllegalStateException("records of plain values always become JSON", impossible);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    /** Lower case with hyphens. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of a constant: key {@code family.word}. */
    static String said(Lang lang, String family, Enum<?> constant) {
        return Words.of(lang).say(family + "." + word(constant));
    }

    static String utc(long utcMs) {
        return UTC.format(Instant.ofEpochMilli(utcMs));
    }

    static String utc(Stamp at) {
        return utc(at.utcMs());
    }

    static @Nullable String utcOrNull(@Nullable Stamp at) {
        return at == null ? null : utc(at);
    }

    /** When something that lasts {@code forMs} ends, as a wall time that reads right even after a step of the clock. */
    static String end(Stamp since, long forMs, long boot, Now now) {
        long elapsedMs = since.elapsedMs(boot, now);
        return utc(elapsedMs < 0 ? since.utcMs() + forMs : now.utcMs() + forMs - elapsedMs);
    }

    /** A reading's value; none while it has failed: what was last measured must not look like a value inside limits. */
    static @Nullable Double value(Reading reading) {
        return reading.bad() ? null : number(reading.value());
    }

    /** JSON knows no NaN. */
    static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
