package io.pumpwatch.web;

import io.pumpwatch.api.Status;
import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Schemas of the API's records, with what their Javadoc says of each field. */
final class OpenApiSchemas {
    private final Map<String, Object> schemas = new TreeMap<>();

    Map<String, Object> all() {
        return schemas;
    }

    /** A reference to the schema of a record, which is made with all that it needs. */
    Map<String, Object> reference(Class<?> record) {
        String name = name(record);
        if (!schemas.containsKey(name)) {
            schemas.put(name, Map.of());
            schemas.put(name, schema(record));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private static String name(Class<?> record) {
        Class<?> outer = record.getDeclaringClass();
        return outer == null ? record.getSimpleName() : name(outer) + record.getSimpleName();
    }

    private Map<String, Object> schema(Class<?> record) {
        String javadoc = javadoc(record);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            Map<String, Object> property = type(component.getAnnotatedType());
            String about = about(javadoc, component.getName());
            if (!about.isEmpty()) {
                property = new LinkedHashMap<>(property);
                property.put("description", about);
            }
            properties.put(component.getName(), property);
            required.add(component.getName());
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("description", summary(javadoc));
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> type(AnnotatedType annotated) {
        boolean orNull = annotated.isAnnotationPresent(Nullable.class);
        Map<String, Object> plain = plain(annotated);
        if (!orNull) {
            return plain;
        }
        if (plain.get("type") instanceof String name) {
            Map<String, Object> with = new LinkedHashMap<>(plain);
            with.put("type", List.of(name, "null"));
            return with;
        }
        return Map.of("anyOf", List.of(plain, Map.of("type", "null")));
    }

    private Map<String, Object> plain(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (annotated instanceof AnnotatedParameterizedType several && type instanceof ParameterizedType kind) {
            AnnotatedType[] of = several.getAnnotatedActualTypeArguments();
            return kind.getRawType().equals(Map.class)
                    ? ordered("type", "object", "additionalProperties", type(of[1]))
                    : ordered("type", "array", "items", type(of[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return reference(plain);
        }
        if (plain.equals(String.class)) {
            return ordered("type", "string");
        }
        if (plain.equals(boolean.class) || plain.equals(Boolean.class)) {
            return ordered("type", "boolean");
        }
        boolean whole =
                List.of(int.class, long.class, Integer.class, Long.class).contains(plain);
        return ordered("type", whole ? "integer" : "number");
    }

    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            all.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return all;
    }

    private static String javadoc(Class<?> record) {
        Class<?> top = record;
        while (top.getDeclaringClass() != null) {
            top = top.getDeclaringClass();
        }
        boolean ofApi = top.getPackage().equals(Status.class.getPackage());
        Path file = Path.of("src/main/java/io/pumpwatch", ofApi ? "api" : "web", top.getSimpleName() + ".java");
        try {
            String text = Files.readString(file);
            int at = text.indexOf("record " + record.getSimpleName() + "(");
            int end = text.lastIndexOf("*/", at);
            int begin = text.lastIndexOf("/**", end);
            return at < 0 || end < 0 ? "" : text.substring(begin + 3, end);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String summary(String javadoc) {
        return plainText(javadoc.replaceFirst("(?s)\\n\\s*\\*\\s*@.*", ""));
    }

    private static String about(String javadoc, String field) {
        Matcher found = Pattern.compile("(?s)@param " + field + " (.*?)(?=\\n\\s*\\*\\s*@|$)")
                .matcher(javadoc);
        return found.find() ? plainText(found.group(1)) : "";
    }

    private static String plainText(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link) ([^}]*)}", "$1")
                .replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
