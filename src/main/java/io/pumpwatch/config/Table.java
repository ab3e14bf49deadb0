package io.pumpwatch.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A table as it stands in a file, whatever the file is written in. Values are strings, {@link Long}, {@link Double},
 * {@link Boolean}, dates and times of {@code java.time}, tables and {@link Items}.
 */
final class Table {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Spot> spots = new LinkedHashMap<>();

    /** An empty one. */
    Table() {}

    /** A list and where each of its values stands; {@code null} where that isn't known. */
    record Items(List<Object> values, List<@Nullable Spot> spots) {
        /** An empty one. */
        Items() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(Object value, @Nullable Spot spot) {
            values.add(value);
            spots.add(spot);
        }
    }

    void put(String key, Object value, @Nullable Spot spot) {
        values.put(key, value);
        if (spot != null) {
            spots.put(key, spot);
        }
    }

    /** A table of TOML. */
    static Table of(TomlTable toml) {
        Table table = new Table();
        for (String key : toml.keySet()) {
            List<String> path = List.of(key);
            Object value = toml.get(path);
            if (value != null) {
                table.put(key, plain(value), spot(toml.inputPositionOf(path)));
            }
        }
        return table;
    }

    private static Object plain(Object value) {
        if (value instanceof TomlTable inner) {
            return of(inner);
        }
        if (!(value instanceof TomlArray array)) {
            return value;
        }
        Items items = new Items();
        for (int i = 0; i < array.size(); i++) {
            items.add(plain(array.get(i)), spot(array.inputPositionOf(i)));
        }
        return items;
    }

    private static @Nullable Spot spot(@Nullable TomlPosition at) {
        return at == null ? null : new Spot(at.line(), at.column());
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Keys in the order of the file. */
    Set<String> keys() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    Object get(String key) {
        return values.get(key);
    }

    /** Where that key stands; null where that isn't known. */
    @Nullable
    Spot spot(String key) {
        return spots.get(key);
    }
}
