package io.pumpwatch.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values of one Java type look in JSON. */
interface Shape {
    /** Appends the JSON of a value of this type. */
    void write(Object value, StringBuilder out);

    /**
     * Makes the value of a parsed JSON node.
     *
     * @param field where it stands, for the message
     * @throws JournalException BAD_BODY
     */
    Object read(@Nullable Object node, Field field);

    /** The JSON Schema that its values fit, as nested maps and lists. */
    Map<String, Object> schema();

    /** What an absent property stands for; null where it must be there. */
    default @Nullable Object whenAbsent() {
        return null;
    }

    /** Whether a value is written as an absent property. */
    default boolean absent(Object value) {
        return false;
    }

    /** The path to a property in a body of some kind. */
    record Field(String kind, String path) {
        Field child(String name) {
            return new Field(kind, path.isEmpty() ? name : path + "." + name);
        }

        JournalException bad(String detail) {
            return new JournalException(
                    Trouble.BAD_BODY,
                    Map.of("kind", kind, "field", path.isEmpty() ? "(whole)" : path, "detail", detail));
        }
    }
}
