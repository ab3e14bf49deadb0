package io.pumpwatch.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pumpwatch.config.Table.Items;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads tables of JSON token by token: a parser that makes objects has far more to load. */
final class JsonTable {
    private final JsonParser in;
    private final boolean placed;

    private JsonTable(JsonParser in, boolean placed) {
        this.in = in;
        this.placed = placed;
    }

    /**
     * The one object of a text.
     *
     * @param placed whether each value stands in a list behind its line and column, 0 where they aren't known
     */
    static Table read(JsonParser in, boolean placed) throws IOException {
        in.nextToken();
        return new JsonTable(in, placed).table();
    }

    /** The table whose brace has just been read. */
    private Table table() throws IOException {
        Table table = new Table();
        for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
            in.nextToken();
            Spot spot = spot();
            table.put(key, value(), spot);
            behind();
        }
        return table;
    }

    private Items items() throws IOException {
        Items items = new Items();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            Spot spot = spot();
            items.add(value(), spot);
            behind();
        }
        return items;
    }

    /** Where the value stands, and on to it. */
    private @Nullable Spot spot() throws IOException {
        if (!placed) {
            return null;
        }
        int line = in.nextIntValue(0);
        int column = in.nextIntValue(0);
        in.nextToken();
        return line == 0 ? null : new Spot(line, column);
    }

    /** Behind a value that stands in a list. */
    private void behind() throws IOException {
        if (placed) {
            in.nextToken();
        }
    }

    private Object value() throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> table();
            case START_ARRAY -> items();
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IOException("no value: " + in.currentToken());
        };
    }
}
