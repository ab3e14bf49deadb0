package io.pumpwatch.journal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the JSON shape of a Java type; made once for each type. */
final class Shapes {
    private final Map<Type, Shape> known = new HashMap<>();

    Shapes() {
        text(String.class, "text", v -> v, v -> v);
        text(Instant.class, "time", Instant::toString, Instant::parse);
        text(LocalDate.class, "date", LocalDate::toString, LocalDate::parse);
        text(LocalTime.class, "time of day", LocalTime::toString, LocalTime::parse);
        text(LocalDateTime.class, "date and time", LocalDateTime::toString, LocalDateTime::parse);
        text(ZoneId.class, "time zone", ZoneId::getId, ZoneId::of);
        text(Duration.class, "duration", Duration::toString, Duration::parse);
        for (Class<?> type : List.of(long.class, Long.class)) {
            known.put(type, new WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE, v -> v));
        }
        for (Class<?> type : List.of(int.class, Integer.class)) {
            known.put(type, new WholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE, Math::toIntExact));
        }
        for (Class<?> type : List.of(double.class, Double.class)) {
            known.put(type, new Floating(type == double.class));
        }
        for (Class<?> type : List.of(boolean.class, Boolean.class)) {
            known.put(type, new Truth());
        }
    }

    <T> void text(Class<T> type, String name, Function<T, String> write, Function<String, T> read) {
        known.put(type, new TextForm(name, value -> write.apply(type.cast(value)), read::apply));
    }

    /**
     * The shape of a type.
     *
     * @throws IllegalArgumentException if the codec can't keep such a type: a broken invariant of the program
     */
    synchronized Shape of(Type type) {
        Shape shape = known.get(type);
        if (shape == null) {
            shape = make(type);
            known.put(type, shape);
        }
        return shape;
    }

    private Shape make(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type[] args = generic.getActualTypeArguments();
            if (raw == List.class) {
                return new Sequence(of(args[0]), false);
            }
            if (raw == Set.class) {
                return new Sequence(of(args[0]), true);
            }
            if (raw == Map.class || SortedMap.class.isAssignableFrom(raw)) {
                return new Mapping(key(args[0]), of(args[1]), raw != Map.class);
            }
        }
        if (type instanceof Class<?> c) {
            if (c.isEnum()) {
                return enumeration(c);
            }
            if (c.isRecord()) {
                RecordShape shape = new RecordShape(c);
                known.put(type, shape); // before its components: a record may hold itself
                shape.bind(this);
                return shape;
            }
            if (c.isSealed()) {
                return new SealedShape(c, this);
            }
        }
        throw new IllegalArgumentException("the journal can't keep values of " + type.getTypeName());
    }

    private TextForm key(Type type) {
        if (type == Long.class) {
            return new TextForm("whole number", Object::toString, Long::parseLong);
        }
        if (type == Integer.class) {
            return new TextForm("whole number", Object::toString, Integer::parseInt);
        }
        if (of(type) instanceof TextForm form) {
            return form;
        }
        throw new IllegalArgumentException("a map's key must have a text form: " + type.getTypeName());
    }

    private static TextForm enumeration(Class<?> type) {
        Map<String, Object> byName = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            byName.put(((Enum<?>) constant).name(), constant);
        }
        List<String> names = new TreeMap<>(byName).keySet().stream().toList();
        return new TextForm(type.getSimpleName(), names, value -> ((Enum<?>) value).name(), text -> {
            Object constant = byName.get(text);
            if (constant == null) {
                throw new IllegalArgumentException(text);
            }
            return constant;
        });
    }

    private record WholeNumber(long min, long max, Function<Long, Object> box) implements Shape {
        @Override
        public Map<String, Object> schema() {
            // Limits of a long are no numbers that every reader of JSON can hold.
            return min == Long.MIN_VALUE
                    ? SchemaText.of("type", "integer")
                    : SchemaText.of("type", "integer", "minimum", min, "maximum", max);
        }

        @Override
        public void write(Object value, StringBuilder out) {
            out.append(((Number) value).longValue());
        }

        @Override
        public Object read(@Nullable Object node, Field field) {
            if (!(node instanceof Long number) || number < min || number > max) {
                throw field.bad("a whole number is needed, found " + node);
            }
            return box.apply(number);
        }
    }

    /** NaN is an absent property in a {@code double} component; in a boxed one, where absent is null, it is refused. */
    private record Floating(boolean primitive) implements Shape {
        @Override
        public Map<String, Object> schema() {
            Map<String, Object> infinite = SchemaText.of("enum", List.of("Infinity", "-Infinity"));
            List<String> types = primitive ? List.of("number", "null") : List.of("number");
            return SchemaText.of("anyOf", List.of(SchemaText.of("type", types), infinite));
        }

        @Override
        public void write(Object value, StringBuilder out) {
            double number = (Double) value;
            if (Double.isNaN(number) && !primitive) {
                throw new IllegalArgumentException("a nullable or listed number can't be NaN in the journal");
            }
            JsonText.number(number, out);
        }

        @Override
        public Object read(@Nullable Object node, Field field) {
            if (node instanceof Double || node instanceof Long) {
                return ((Number) node).doubleValue();
            }
            if ("Infinity".equals(node) || "-Infinity".equals(node)) {
                return Double.parseDouble((String) node);
            }
            if (node == null && primitive) {
                return Double.NaN;
            }
            throw field.bad("a number is needed, found " + node);
        }
    }

    private static final class Truth implements Shape {
        @Override
        public Map<String, Object> schema() {
            return SchemaText.of("type", "boolean");
        }

        @Override
        public void write(Object value, StringBuilder out) {
            out.append(value);
        }

        @Override
        public Object read(@Nullable Object node, Field field) {
            if (node instanceof Boolean truth) {
                return truth;
            }
            throw field.bad("true or false is needed, found " + node);
        }
    }

    /** A list in its order, or a set in the order of its elements' JSON. An empty one is an absent property. */
    private record Sequence(Shape element, boolean set) implements Shape {
        @Override
        public Map<String, Object> schema() {
            Map<String, Object> schema = SchemaText.of("type", "array", "items", element.schema());
            if (set) {
                schema.put("uniqueItems", true);
            }
            return schema;
        }

        @Override
        public void write(Object value, StringBuilder out) {
            List<String> parts = new ArrayList<>();
            for (Object each : (Iterable<?>) value) {
                StringBuilder part = new StringBuilder();
                element.write(each, part);
                parts.add(part.toString());
            }
            if (set) {
                Collections.sort(parts);
            }
            out.append('[').append(String.join(",", parts)).append(']');
        }

        @Override
        public Object read(@Nullable Object node, Field field) {
            if (!(node instanceof List<?> nodes)) {
                throw field.bad("a list is needed");
            }
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < nodes.size(); i++) {
                values.add(element.read(nodes.get(i), field.child(Integer.toString(i))));
            }
            if (!set) {
                return Collections.unmodifiableList(values);
            }
            Set<Object> distinct = new LinkedHashSet<>(values);
            if (distinct.size() < values.size()) {
                throw field.bad("an element stands there twice");
            }
            return Collections.unmodifiableSet(distinct);
        }

        @Override
        public @Nullable Object whenAbsent() {
            return set ? Set.of() : List.of();
        }

        @Override
        public boolean absent(Object value) {
            return !((Iterable<?>) value).iterator().hasNext();
        }
    }
}
