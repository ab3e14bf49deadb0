package io.pumpwatch.journal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type that is one JSON string, and may be a map's key.
 *
 * @param values all that there are, in order; empty: more than can be counted up
 * @param write to its text
 * @param read from its text; an IllegalArgumentException or DateTimeException says what is wrong with it
 */
record TextForm(String name, List<String> values, Function<Object, String> write, Function<String, Object> read)
        implements Shape {
    /** One whose texts can't be counted up. */
    TextForm(String name, Function<Object, String> write, Function<String, Object> read) {
        this(name, List.of(), write, read);
    }

    @Override
    public Map<String, Object> schema() {
        return values.isEmpty()
                ? SchemaText.of("type", "string", "description", name)
                : SchemaText.of("enum", values, "description", name);
    }

    @Override
    public void write(Object value, StringBuilder out) {
        JsonText.quote(write.apply(value), out);
    }

    @Override
    public Object read(@Nullable Object node, Field field) {
        if (!(node instanceof String text)) {
            throw field.bad("a text (" + name + ") is needed");
        }
        return parse(text, field);
    }

    Object parse(String text, Field field) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException fault) {
            throw field.bad("not a " + name + ": " + text);
        }
    }
}
