package io.pumpwatch.dispatch.payload;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values are written: one spelling for each, fields in the order they were put. */
final class Wire {
    private static final JSON JACKSON =
            JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).without(JSON.Feature.PRETTY_PRINT_OUTPUT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Wire() {}

    static byte[] bytes(Map<String, ?> fields) {
        return text(fields).getBytes(StandardCharsets.UTF_8);
    }

    static String text(Map<String, ?> fields) {
        try {
            return JACKSON.asString(fields);
        } catch (IOException impossible) {
            throw new IllegalStateException("maps of plain values always become JSON", impossible);
        }
    }

    /** A JSON string with its quotes. */
    static void quoted(StringBuilder out, String text) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        out.append('"');
    }

    static String utc(long ms) {
        return UTC.format(Instant.ofEpochMilli(ms));
    }

    /** How an enum constant is written: lower case, hyphens. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Map<String, Object> id(EntryId id) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("epoch", id.epoch());
        fields.put("seq", id.seq());
        return fields;
    }

    static Map<String, Object> words(Text text) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("en", text.en());
        fields.put("zh", text.zh());
        return fields;
    }

    /** JSON knows no NaN and no infinity: they are written as null. */
    static @Nullable Double number(@Nullable Double value) {
        return value == null || !Double.isFinite(value) ? null : value;
    }
}
