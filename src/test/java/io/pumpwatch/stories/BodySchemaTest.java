package io.pumpwatch.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.pumpwatch.app.StationCodec;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.scan.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The schemas of all event bodies, as other programs read them: the committed files are what the codec writes, entries
 * of every story fit them, and a body that differs by one property doesn't. {@code -Dschemas.write=true} writes the
 * files anew after an event changed.
 */
class BodySchemaTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/pumpwatch/journal/schema");
    private static final StationCodec CODEC = StationCodec.shared();
    private static final int OF_A_KIND = 20;

    private static Path file(String kind) {
        return FOLDER.resolve(kind + ".schema.json");
    }

    private static JsonSchema schema(String kind) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(CODEC.schema(kind));
    }

    @Test
    void theCommittedFilesAreTheShapes() throws IOException {
        Set<String> kinds = new TreeSet<>(Kinds.byKind().keySet());
        if (Boolean.getBoolean("schemas.write")) {
            Files.createDirectories(FOLDER);
            for (String kind : kinds) {
                Files.writeString(file(kind), CODEC.schema(kind));
            }
        }
        for (String kind : kinds) {
            assertTrue(Files.exists(file(kind)), kind + " has no schema: run with -Dschemas.write=true");
            assertEquals(CODEC.schema(kind), Files.readString(file(kind)), kind + ": run with -Dschemas.write=true");
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> there = new TreeSet<>();
            files.forEach(each -> there.add(each.getFileName().toString().replace(".schema.json", "")));
            assertEquals(kinds, there);
        }
    }

    @Test
    void entriesOfEveryStoryFit() {
        Map<String, JsonSchema> schemas = new HashMap<>();
        Map<String, Integer> seen = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (Story story : Scenarios.in("scenarios")) {
            for (EntryLine entry : StoryPlayer.play(story)) {
                if (seen.merge(entry.kind(), 1, Integer::sum) <= OF_A_KIND) {
                    JsonSchema schema = schemas.computeIfAbsent(entry.kind(), BodySchemaTest::schema);
                    schema.validate(entry.body(), InputFormat.JSON)
                            .forEach(fault -> faults.add(entry.kind() + " " + fault + " in " + entry.body()));
                    everyChangeIsRefused(entry.kind(), schema, entry.body());
                }
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(seen.size() > 80, () -> "few kinds in the stories: " + seen.keySet());
    }

    /** Bodies made of the schemas, so that no kind is left out. */
    @Test
    void aChangedBodyOfEveryKindIsRefused() throws IOException {
        for (String kind : Kinds.byKind().keySet()) {
            JsonSchema schema = schema(kind);
            String body = JSON.std.asString(sample(JSON.std.mapFrom(CODEC.schema(kind))));
            assertEquals(Set.of(), schema.validate(body, InputFormat.JSON), () -> kind + ": " + body);
            everyChangeIsRefused(kind, schema, body);
        }
    }

    /** One property more, one of another type, and each that must be there left out. */
    private static void everyChangeIsRefused(String kind, JsonSchema schema, String body) {
        try {
            Map<String, Object> whole = JSON.std.mapFrom(body);
            List<Map<String, Object>> changed = new ArrayList<>();
            changed.add(with(whole, "unknown", 1));
            for (String name : whole.keySet()) {
                changed.add(with(whole, name, Map.of("no", List.of("such", "thing"))));
                Map<String, Object> other = with(whole, name + "X", whole.get(name));
                other.remove(name);
                changed.add(other);
            }
            for (Map<String, Object> each : changed) {
                String text = JSON.std.asString(each);
                assertFalse(schema.validate(text, InputFormat.JSON).isEmpty(), () -> kind + " takes " + text);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.put(name, value);
        return changed;
    }

    /** A value that fits. */
    private static Object sample(Map<?, ?> schema) {
        if (schema.get("const") != null) {
            return schema.get("const");
        }
        if (schema.get("enum") instanceof List<?> values) {
            return values.get(0);
        }
        for (String some : List.of("anyOf", "oneOf")) {
            if (schema.get(some) instanceof List<?> choices) {
                return sample((Map<?, ?>) choices.get(0));
            }
        }
        Object type = schema.get("type") instanceof List<?> types ? types.get(0) : schema.get("type");
        return switch (String.valueOf(type)) {
            case "object" -> members(schema);
            case "array" -> List.of(sample(map(schema.get("items"))));
            case "integer" -> 7;
            case "number" -> 1.5;
            case "boolean" -> true;
            default -> "文 = text";
        };
    }

    private static Map<?, ?> map(@Nullable Object schema) {
        return schema instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Map<String, Object> members(Map<?, ?> schema) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, each) -> members.put(String.valueOf(name), sample((Map<?, ?>) each)));
        } else {
            members.put("key", sample(map(schema.get("additionalProperties"))));
        }
        return members;
    }
}
