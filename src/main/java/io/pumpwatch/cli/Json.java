package io.pumpwatch.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.Map;

/** What commands print for programs: one JSON document. */
final class Json {
    private Json() {}

    static String write(Map<String, ?> fields) {
        try {
            return JSON.std.asString(fields);
        } catch (IOException impossible) {
            throw new IllegalStateException("text doesn't fail to be written", impossible);
        }
    }
}
