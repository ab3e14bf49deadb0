package io.pumpwatch.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.pumpwatch.config.Table.Items;
import java.io.IOException;
import java.io.InputStream;

/**
 * The files of the program's own that a station file builds on. In JSON, token by token: each start on a small Pi waits
 * for it, and a parser of TOML, or one that makes objects, has far more to load.
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
                json.nextToken();
                return table(json);
            }
        } catch (IOException broken) {
            throw new IllegalStateException(name + " can't be read: " + broken.getMessage(), broken);
        }
    }

    /** The table whose brace has just been read; where its values stand isn't known. */
    private static Table table(JsonParser in) throws IOException {
        Table table = new Table();
        for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
            table.put(key, value(in, in.nextToken()), null);
        }
        return table;
    }

    private static Object value(JsonParser in, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> table(in);
            case START_ARRAY -> {
                Items items = new Items();
                for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
                    items.add(value(in, next), null);
                }
                yield items;
            }
            default -> scalar(in, token);
        };
    }

    /** The text, number or truth that has just been read. */
    static Object scalar(JsonParser in, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IOException("no value: " + token);
        };
    }
}
