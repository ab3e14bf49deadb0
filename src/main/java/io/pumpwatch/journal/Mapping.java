package io.pumpwatch.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A map as an object, in the order of its keys' texts. An empty one is an absent property. */
record Mapping(TextForm key, Shape element, boolean sorted) implements Shape {
    @Override
    public Map<String, Object> schema() {
        return SchemaText.of(
                "type", "object", "description", "by " + key.name(), "additionalProperties", element.schema());
    }

    @Override
    public void write(Object value, StringBuilder out) {
        SortedMap<String, Object> inOrder = new TreeMap<>();
        ((Map<?, ?>) value).forEach((k, v) -> inOrder.put(key.write().apply(k), v));
        String comma = "{";
        for (Map.Entry<String, Object> each : inOrder.entrySet()) {
            out.append(comma);
            JsonText.quote(each.getKey(), out);
            out.append(':');
            element.write(each.getValue(), out);
            comma = ",";
        }
        out.append(inOrder.isEmpty() ? "{}" : "}");
    }

    @Override
    public Object read(@Nullable Object node, Field field) {
        if (!(node instanceof Map<?, ?> nodes)) {
            throw field.bad("an object is needed");
        }
        Map<Object, Object> values = sorted ? new TreeMap<>() : new LinkedHashMap<>();
        nodes.forEach((name, each) -> {
            Field child = field.child(String.valueOf(name));
            values.put(key.parse(String.valueOf(name), child), element.read(each, child));
        });
        return sorted
                ? Collections.unmodifiableNavigableMap((TreeMap<Object, Object>) values)
                : Collections.unmodifiableMap(values);
    }

    @Override
    public @Nullable Object whenAbsent() {
        return sorted ? Collections.emptyNavigableMap() : Map.of();
    }

    @Override
    public boolean absent(Object value) {
        return ((Map<?, ?>) value).isEmpty();
    }
}
