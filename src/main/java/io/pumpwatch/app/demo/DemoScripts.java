package io.pumpwatch.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What happens to the plants of the demos, as scripts in the jar. */
final class DemoScripts {
    static final String MINUTE = "demo.plant";
    static final String WEEK = "week.plant";

    private DemoScripts() {}

    static String read(String name) throws IOException {
        try (InputStream in = DemoScripts.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
