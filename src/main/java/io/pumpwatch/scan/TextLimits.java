package io.pumpwatch.scan;

import io.pumpwatch.station.Refusal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a text in a command may be, whichever way the command came: the HTTP side refuses longer ones at its edge,
 * dispatch and replayed commands come to the scan without it. Pure.
 */
public final class TextLimits {
    /** Longest text, characters: an entry with it stays well below the journal's longest line. */
    public static final int MAX = 4_000;

    private TextLimits() {}

    /** A refusal that names the first text of this act that is too long. */
    static Optional<Refusal> judge(Record act) {
        String field = tooLong(act);
        return field == null
                ? Optional.empty()
                : Optional.of(Refusal.of("field.long", "field", field, "max", Integer.toString(MAX)));
    }

    private static @Nullable String tooLong(Record act) {
        for (RecordComponent component : act.getClass().getRecordComponents()) {
            String inside = inside(component.getName(), value(act, component));
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    private static @Nullable String inside(String name, @Nullable Object value) {
        if (value instanceof String text) {
            // People know the field by the name that the HTTP side gives it.
            return text.length() <= MAX ? null : name.equals("words") ? "text" : name;
        }
        if (value instanceof Collection<?> many) {
            for (Object each : many) {
                String found = inside(name, each);
                if (found != null) {
                    return found;
                }
            }
        }
        return value instanceof Record nested ? tooLong(nested) : null;
    }

    private static @Nullable Object value(Record act, RecordComponent component) {
        try {
            return component.getAccessor().invoke(act);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("component " + component.getName() + " of " + act.getClass(), broken);
        }
    }
}
