package io.pumpwatch.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;

/**
 * The files of the program's own that a station file builds on. In JSON: each start on a small Pi waits for it,
 * and a parser of TOML has far more to load.
 */
final class BuiltIn {
    private BuiltIn() {}

    /** One of them; a fault in it is the program's. */
    static Table read(String name) {
        JsonFactory commented = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .build();
        try (InputStream in = BuiltIn.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " isn't in the jar");
            }
            try (JsonParser json = commented.createParser(in)) {
                return JsonTable.read(json, false);
            }
        } catch (IOException broken) {
            throw new IllegalStateException(name + " can't be read: " + broken.getMessage(), broken);
        }
    }
}
