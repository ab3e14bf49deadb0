package io.pumpwatch.journal;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Records to JSON and back, without loss and deterministically: the same value gives the same bytes on every JDK.
 *
 * <p>Kept are records of: the primitives {@code int long double boolean} and their boxes, String, enums by name,
 * java.time values, types with a registered text form (Tag and AlarmId are), other records, sealed interfaces over
 * records (the record's simple name stands first, as {@code "@"}), List, Set (in the order of its JSON) and Map or
 * SortedMap with keys that have a text form (in the keys' order). A component annotated {@code @Nullable} that is
 * null, and an empty list, set or map, is left out. NaN in a {@code double} component is null; the infinities are the
 * strings {@code "Infinity"} and {@code "-Infinity"}. Properties that a record doesn't have, or a missing one, are
 * refused.
 *
 * <p>Safe for use by several threads.
 */
public final class RecordCodec {
    private final Shapes shapes;
    private final Map<String, Kind> kinds;
    private final Map<Class<?>, Kind> byType;

    private record Kind(
            String name,
            int version,
            Class<? extends Record> type,
            Map<Integer, UnaryOperator<Map<String, @Nullable Object>>> upcasts) {}

    private RecordCodec(Builder built) {
        shapes = built.shapes;
        kinds = Map.copyOf(built.kinds);
        byType = new HashMap<>();
        for (Kind kind : kinds.values()) {
            if (byType.put(kind.type, kind) != null) {
                throw new IllegalArgumentException("two kinds for " + kind.type.getName());
            }
            shapes.of(kind.type);
        }
    }

    /** Starts a codec that knows Tag and AlarmId. */
    public static Builder builder() {
        return new Builder();
    }

    /** What a codec is told at the composition root. */
    public static final class Builder {
        private final Shapes shapes = new Shapes();
        private final Map<String, Kind> kinds = new LinkedHashMap<>();

        private Builder() {
            text(Tag.class, Tag::name, Tag::new);
            text(AlarmId.class, AlarmId::toString, AlarmId::parse);
        }

        /** Values of this type are one string, and may be keys of maps. */
        public <T> Builder text(Class<T> type, Function<T, String> write, Function<String, T> read) {
            shapes.text(type, type.getSimpleName(), write, read);
            return this;
        }

        /** Entries of this kind have a body of this record, now in this version. */
        public Builder kind(String name, int version, Class<? extends Record> type) {
            if (kinds.put(name, new Kind(name, version, type, new HashMap<>())) != null) {
                throw new IllegalArgumentException("kind " + name + " stands there twice");
            }
            return this;
        }

        /**
         * How a body of an older version becomes one of the next: gets and gives back its properties, numbers as Long
         * or Double. The kind must be there already.
         */
        public Builder upcast(String name, int from, UnaryOperator<Map<String, @Nullable Object>> change) {
            Kind kind = kinds.get(name);
            if (kind == null || from >= kind.version || kind.upcasts.put(from, change) != null) {
                throw new IllegalArgumentException("no place for an upcast of " + name + " from version " + from);
            }
            return this;
        }

        /**
         * The codec.
         *
         * @throws IllegalArgumentException if a record holds something that can't be kept
         */
        public RecordCodec build() {
            return new RecordCodec(this);
        }
    }

    /** Whether entries of this kind are known here. */
    public boolean knows(String kind) {
        return kinds.containsKey(kind);
    }

    /** JSON Schema of this kind's body in its present version: what is written fits it, and nothing else does. */
    public String schema(String name) {
        Kind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no kind " + name);
        }
        Map<String, Object> schema = SchemaText.of(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$id",
                "urn:pumpwatch:v1:body:" + name + ":" + kind.version);
        schema.putAll(shapes.of(kind.type).schema());
        return SchemaText.print(schema);
    }

    /** The draft of a body whose record was registered as a kind. */
    public Draft draft(Record body, Stamp stamp) {
        Kind kind = byType.get(body.getClass());
        if (kind == null) {
            throw new IllegalArgumentException("no kind for " + body.getClass().getName());
        }
        return new Draft(kind.name, kind.version, write(body), stamp);
    }

    /** One line of JSON. */
    public String write(Record value) {
        StringBuilder out = new StringBuilder(256);
        shapes.of(value.getClass()).write(value, out);
        return out.toString();
    }

    /**
     * The record that a line of JSON stands for.
     *
     * @throws JournalException BAD_BODY naming the field
     */
    public <T extends Record> T read(Class<T> type, String json) {
        Shape.Field root = new Shape.Field(type.getSimpleName(), "");
        return type.cast(shapes.of(type).read(parse(json, root), root));
    }

    /**
     * The body of an entry, brought up to the present version.
     *
     * @throws JournalException UNKNOWN_KIND, or BAD_BODY naming the field
     */
    public Record read(EntryLine entry) {
        Kind kind = kinds.get(entry.kind());
        if (kind == null || entry.version() > kind.version) {
            throw unknown(entry);
        }
        Shape.Field root = new Shape.Field(entry.kind() + " v" + entry.version() + " " + entry.id(), "");
        Map<String, @Nullable Object> body = parse(entry.body(), root);
        for (int version = entry.version(); version < kind.version; version++) {
            UnaryOperator<Map<String, @Nullable Object>> change = kind.upcasts.get(version);
            if (change == null) {
                throw unknown(entry);
            }
            body = change.apply(body);
        }
        return (Record) shapes.of(kind.type).read(body, root);
    }

    private static JournalException unknown(EntryLine entry) {
        return new JournalException(
                Trouble.UNKNOWN_KIND, Map.of("kind", entry.kind(), "version", Integer.toString(entry.version())));
    }

    @SuppressWarnings("unchecked") // JsonText makes objects as maps with String keys only
    private static Map<String, @Nullable Object> parse(String json, Shape.Field root) {
        try {
            if (JsonText.parse(json) instanceof Map<?, ?> map) {
                return (Map<String, @Nullable Object>) map;
            }
        } catch (IllegalArgumentException fault) {
            throw root.bad(String.valueOf(fault.getMessage()));
        }
        throw root.bad("an object is needed");
    }
}
