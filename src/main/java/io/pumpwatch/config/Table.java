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

    private Table() {}

    /** A list and where each of its values stands; {@code null} where that isn't known. */
    record Items(List<Object> values, List<@Nullable Spot> spots) {}

    /** A table of TOML. */
    static Table of(TomlTable toml) {
        Table table = new Table();
        for (String key : toml.keySet()) {
            List<String> path = List.of(key);
            Object value = toml.get(path);
            if (value != null) {
                table.values.put(key, plain(value));
                Spot spot = spot(toml.inputPositionOf(path));
                if (spot != null) {
                    table.spots.put(key, spot);
                }
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
        Items items = new Items(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < array.size(); i++) {
            items.values.add(plain(array.get(i)));
            items.spots.add(spot(array.inputPositionOf(i)));
        }
        return items;
    }

    private static @Nullable Spot spot(@Nullable TomlPosition at) {
        return at == null ? null : new Spot(at.line(), at.column());
    }

    /** An object of JSON, as its parser gives it; its spots aren't known. */
    static Table of(Map<?, ?> json) {
        Table table = new Table();
        json.forEach((key, value) -> table.values.put(String.valueOf(key), plainJson(value)));
        return table;
    }

    private static Object plainJson(Object value) {
        if (value instanceof Map<?, ?> inner) {
            return of(inner);
        }
        if (value instanceof List<?> list) {
            Items items = new Items(new ArrayList<>(), new ArrayList<>());
            for (Object each : list) {
                items.values.add(plainJson(each));
                items.spots.add(null);
            }
            return items;
        }
        return value instanceof Integer whole ? (Object) whole.longValue() : value;
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
