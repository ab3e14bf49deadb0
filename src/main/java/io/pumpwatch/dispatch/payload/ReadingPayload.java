package io.pumpwatch.dispatch.payload;

import io.pumpwatch.station.Ne107;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.QualityCause;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All readings of a station. Retained, QoS 0.
 *
 * @param utcMs when
 * @param boot counts the agent's starts
 * @param values one for each instrument and contact
 */
public record ReadingPayload(long utcMs, long boot, List<Value> values) {
    /** Longest payload taken, bytes. */
    public static final int BYTES_MAX = 256 * 1024;

    private static final int VALUES_MAX = 1024;

    public ReadingPayload {
        values = List.copyOf(values);
    }

    /**
     * One reading.
     *
     * @param value in {@code unit}; null while the quality is bad
     * @param unit empty for a contact
     * @param quality how far it can be believed
     * @param cause why
     */
    public record Value(Tag tag, @Nullable Double value, String unit, Quality quality, QualityCause cause) {
        /** Category after NAMUR NE 107. */
        public Ne107 category() {
            return cause.category();
        }
    }

    /** As it goes over the wire. */
    public byte[] encode() {
        List<Map<String, @Nullable Object>> list = new ArrayList<>(values.size());
        for (Value value : values) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("tag", value.tag().name());
            one.put("value", value.quality() == Quality.BAD ? null : Wire.number(value.value()));
            one.put("unit", value.unit());
            one.put("quality", Wire.word(value.quality()));
            one.put("cause", Wire.word(value.cause()));
            list.add(one);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("utc", Wire.utc(utcMs));
        fields.put("boot", boot);
        fields.put("values", list);
        return Wire.bytes(fields);
    }

    /**
     * Reads what came in.
     *
     * @throws PayloadException naming the field at fault
     */
    public static ReadingPayload decode(byte[] bytes) throws PayloadException {
        Fields fields = Fields.parse("reading", bytes, BYTES_MAX);
        long utcMs = fields.utc("utc");
        long boot = fields.whole("boot", 0);
        List<Value> values = new ArrayList<>();
        for (Fields one : fields.objects("values", VALUES_MAX)) {
            values.add(value(one));
        }
        fields.end();
        return new ReadingPayload(utcMs, boot, values);
    }

    private static Value value(Fields one) throws PayloadException {
        String tag = one.text("tag", 16);
        if (!Tag.isTag(tag)) {
            throw one.wrong("tag", "must be a tag such as PT-101");
        }
        Value value = new Value(
                new Tag(tag),
                one.numberOrNull("value"),
                one.text("unit", 32),
                one.word("quality", Quality.values()),
                one.word("cause", QualityCause.values()));
        one.end();
        return value;
    }
}
