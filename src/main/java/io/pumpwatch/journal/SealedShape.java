package io.pumpwatch.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value of a sealed interface over records: the record's object with its simple name first, as property {@code @}.
 */
final class SealedShape implements Shape {
    private static final String NAME = "@";

    private final Map<String, Class<?>> byName = new HashMap<>();
    private final Shapes all;

    SealedShape(Class<?> type, Shapes all) {
        this.all = all;
        List<Class<?>> open = new ArrayList<>(List.of(type));
        while (!open.isEmpty()) {
            Class<?> each = open.remove(open.size() - 1);
            if (each.isSealed()) {
                open.addAll(List.of(each.getPermittedSubclasses()));
            } else if (!each.isRecord() || byName.put(each.getSimpleName(), each) != null) {
                throw new IllegalArgumentException(
                        "the journal keeps sealed types of records with different names: " + each.getName());
            }
        }
    }

    @Override
    public Map<String, Object> schema() {
        List<Object> kinds = new ArrayList<>();
        new TreeMap<>(byName).forEach((name, type) -> {
            Map<String, Object> first = new LinkedHashMap<>();
            first.put(NAME, SchemaText.of("const", name));
            kinds.add(record(type).schema(first));
        });
        return SchemaText.of("oneOf", kinds);
    }

    @Override
    public void write(Object value, StringBuilder out) {
        record(value.getClass())
                .write(value, out, "{\"" + NAME + "\":\"" + value.getClass().getSimpleName() + "\"");
    }

    private RecordShape record(Class<?> type) {
        return (RecordShape) all.of(type);
    }

    @Override
    public Object read(@Nullable Object node, Field field) {
        if (!(node instanceof Map<?, ?> nodes)) {
            throw field.bad("an object is needed");
        }
        Map<Object, @Nullable Object> rest = new LinkedHashMap<>(nodes);
        Class<?> type = byName.get(String.valueOf(rest.remove(NAME)));
        if (type == null) {
            throw field.child(NAME)
                    .bad("one of " + byName.keySet().stream().sorted().toList() + " is needed");
        }
        return record(type).read(rest, field);
    }
}
