package io.pumpwatch.config;

import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One table of the file and what is known of it: where each key stands, which keys were asked for, and what faults are
 * about.
 */
class Node {
    final Faults faults;
    final Table table;
    final Spot spot;
    final String path;
    final String subject;
    private final Set<String> known = new LinkedHashSet<>();

    Node(Faults faults, Table table, Spot spot, String path, String subject) {
        this.faults = faults;
        this.table = table;
        this.spot = spot;
        this.path = path;
        this.subject = subject;
    }

    Spot spot() {
        return spot;
    }

    /** Where that key stands, or the table where it isn't there. */
    Spot spot(String key) {
        Spot own = table.spot(key);
        return own == null ? spot : own;
    }

    String subject() {
        return subject;
    }

    /** Notes a fault at this key. */
    void fault(String key, FaultKind kind, Object... args) {
        faults.add(spot(key), subject, kind, args);
    }

    /** Notes a fault elsewhere about the same subject. */
    void faultAt(Spot at, FaultKind kind, Object... args) {
        faults.add(at, subject, kind, args);
    }

    boolean has(String key) {
        known.add(key);
        return table.has(key);
    }

    @Nullable
    Object value(String key) {
        known.add(key);
        return table.get(key);
    }

    /** Faults a key that isn't there. */
    void require(String key, Text allowed) {
        if (!has(key)) {
            faults.add(spot, subject, FaultKind.MISSING_KEY, key, allowed);
        }
    }

    void missing(String key, Shape shape) {
        faults.add(spot, subject, FaultKind.MISSING_KEY, key, shape.words());
    }

    void wrongType(String key, Object value, Shape shape) {
        fault(key, FaultKind.WRONG_TYPE, key, Shape.of(value).words(), shape.words());
    }

    @Nullable
    String stringOrNull(String key) {
        Object value = value(key);
        if (value instanceof String text) {
            return text;
        }
        if (value != null) {
            wrongType(key, value, Shape.STRING);
        }
        return null;
    }

    String string(String key, String ifMissing) {
        String text = stringOrNull(key);
        return text == null ? ifMissing : text;
    }

    boolean flag(String key, boolean ifMissing) {
        Object value = value(key);
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value != null) {
            wrongType(key, value, Shape.FLAG);
        }
        return ifMissing;
    }

    /** Keys as they stand. */
    Set<String> keys() {
        return table.keys();
    }

    /** Faults every key that nobody asked for. */
    void done() {
        for (String key : table.keys()) {
            if (!known.contains(key)) {
                fault(key, FaultKind.UNKNOWN_KEY, key, KnownWords.list(key, known));
            }
        }
    }

    String under(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** A tag, or null with a fault. */
    @Nullable
    Tag tag(String name) {
        if (Tag.isTag(name)) {
            return new Tag(name);
        }
        faults.add(spot, subject, FaultKind.BAD_TAG, name);
        return null;
    }
}
