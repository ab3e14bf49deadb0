package io.pumpwatch.journal;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type that is one JSON string, and may be a map's key.
 *
 * @param write to its text
 * @param read from its text; an IllegalArgumentException or DateTimeException says what is wrong with it
 */
record TextForm(String name, Function<Object, String> write, Function<String, Object> read) implements Shape {
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
