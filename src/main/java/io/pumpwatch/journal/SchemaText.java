package io.pumpwatch.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds and prints JSON Schemas: nested maps, lists, texts, whole numbers and truths. */
final class SchemaText {
    private static final String INDENT = "  ";

    private SchemaText() {}

    /** A schema of names and values in this order. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> schema = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            schema.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return schema;
    }

    /** Indented, so that a change of an event can be read in the history of its file. */
    static String print(Map<String, Object> schema) {
        StringBuilder out = new StringBuilder();
        print(schema, "", out);
        return out.append('\n').toString();
    }

    private static void print(Object value, String indent, StringBuilder out) {
        String inner = indent + INDENT;
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            String comma = "{\n";
            for (Map.Entry<?, ?> each : map.entrySet()) {
                out.append(comma).append(inner);
                JsonText.quote(String.valueOf(each.getKey()), out);
                out.append(": ");
                print(each.getValue(), inner, out);
                comma = ",\n";
            }
            out.append('\n').append(indent).append('}');
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            String comma = "[\n";
            for (Object each : list) {
                out.append(comma).append(inner);
                print(each, inner, out);
                comma = ",\n";
            }
            out.append('\n').append(indent).append(']');
        } else if (value instanceof String text) {
            JsonText.quote(text, out);
        } else {
            out.append(value instanceof Map ? "{}" : value);
        }
    }
}
