package io.pumpwatch.dispatch.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every example of docs/formats/mqtt.md fits the schema that it names. */
class FormatPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```json ([a-z-]+)\n(.*?)```", Pattern.DOTALL);

    @Test
    void examplesFitTheirSchemas() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs/formats/mqtt.md")));
        int examples = 0;
        while (example.find()) {
            String name = "/io/pumpwatch/dispatch/schema/" + example.group(1) + ".schema.json";
            try (InputStream in = Objects.requireNonNull(Topics.class.getResourceAsStream(name), name)) {
                String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(
                        Set.of(),
                        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                .getSchema(schema)
                                .validate(example.group(2), InputFormat.JSON),
                        example.group(2));
            }
            examples++;
        }
        assertTrue(examples >= 12, "examples found: " + examples);
    }
}
