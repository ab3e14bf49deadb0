package io.pumpwatch.journal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as an object with its components in their order. Left out are: a nullable component that is null, an empty
 * list, set or map. Every other property must be there, and none besides.
 */
final class RecordShape implements Shape {
    private final Class<?> type;
    private final RecordComponent[] components;
    private final Shape[] shapes;
    private final boolean[] nullable;
    private final Constructor<?> constructor;

    RecordShape(Class<?> type) {
        this.type = type;
        components = type.getRecordComponents();
        shapes = new Shape[components.length];
        nullable = new boolean[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
            nullable[i] = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            components[i].getAccessor().setAccessible(true); // a feature's records may be package-private
        }
        try {
            constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void bind(Shapes all) {
        for (int i = 0; i < components.length; i++) {
            shapes[i] = all.of(components[i].getGenericType());
        }
    }

    @Override
    public Map<String, Object> schema() {
        return schema(new LinkedHashMap<>());
    }

    /** Schema of the object with these properties before its components. */
    Map<String, Object> schema(Map<String, Object> properties) {
        List<String> required = new ArrayList<>(properties.keySet());
        for (int i = 0; i < components.length; i++) {
            properties.put(name(i), shapes[i].schema());
            if (!nullable[i] && shapes[i].whenAbsent() == null) {
                required.add(name(i));
            }
        }
        return SchemaText.of(
                "type", "object", "properties", properties, "required", required, "additionalProperties", false);
    }

    @Override
    public void write(Object value, StringBuilder out) {
        write(value, out, "{");
    }

    /** Writes the object; {@code open} is the brace, with what stands before the components. */
    void write(Object value, StringBuilder out, String open) {
        String comma = open.equals("{") ? open : open + ",";
        for (int i = 0; i < components.length; i++) {
            Object part = component(value, i);
            if (part == null) {
                if (!nullable[i]) {
                    throw new IllegalArgumentException(name(i) + " of " + type.getName() + " is null");
                }
                continue;
            }
            if (nullable[i] || !shapes[i].absent(part)) {
                out.append(comma).append('"').append(name(i)).append("\":");
                shapes[i].write(part, out);
                comma = ",";
            }
        }
        out.append(comma.equals(",") ? "}" : open + "}");
    }

    private String name(int i) {
        return components[i].getName();
    }

    private @Nullable Object component(Object value, int i) {
        try {
            return components[i].getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException fault) {
            throw new IllegalStateException("component " + name(i) + " of " + type.getName(), fault);
        }
    }

    @Override
    public Object read(@Nullable Object node, Field field) {
        if (!(node instanceof Map<?, ?> nodes)) {
            throw field.bad("an object is needed");
        }
        Map<Object, @Nullable Object> left = new LinkedHashMap<>(nodes);
        @Nullable Object[] parts = new @Nullable Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            Field child = field.child(name(i));
            if (left.containsKey(name(i))) {
                Object part = left.remove(name(i));
                parts[i] = part == null && nullable[i] ? null : shapes[i].read(part, child);
            } else if (!nullable[i]) {
                parts[i] = shapes[i].whenAbsent();
                if (parts[i] == null) {
                    throw child.bad("it is missing");
                }
            }
        }
        if (!left.isEmpty()) {
            throw field.child(String.valueOf(left.keySet().iterator().next())).bad("no such property is known");
        }
        return construct(parts, field);
    }

    private Object construct(@Nullable Object[] parts, Field field) {
        try {
            return constructor.newInstance(parts);
        } catch (InvocationTargetException fault) {
            if (fault.getCause() instanceof IllegalArgumentException refused) {
                throw field.bad(String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException("making a " + type.getName(), fault.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
