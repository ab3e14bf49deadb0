package io.pumpwatch.dispatch.payload;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.Text;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object strictly: every field has its type and range, nothing is missing, nothing is left over. */
final class Fields {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(32).build())
            .build();

    private final String path;
    private final Map<String, @Nullable Object> left;

    private Fields(String path, Map<?, ?> object) {
        this.path = path;
        this.left = new LinkedHashMap<>();
        object.forEach((name, value) -> left.put(String.valueOf(name), value));
    }

    /** Parses {@code bytes}; {@code what} names the payload in messages. */
    static Fields parse(String what, byte[] bytes, int bytesMax) throws PayloadException {
        if (bytes.length > bytesMax) {
            throw new PayloadException(what + ": " + bytes.length + " bytes; at most " + bytesMax + " are taken");
        }
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            Map<String, Object> object = JSON.std.mapFrom(parser);
            if (object == null || parser.nextToken() != null) {
                throw new PayloadException(what + ": must be one JSON object and nothing after it");
            }
            return new Fields(what, object);
        } catch (JacksonException bad) {
            throw new PayloadException(what + ": isn't valid JSON: " + bad.getOriginalMessage());
        } catch (IOException bad) {
            throw new PayloadException(what + ": can't be read as JSON: " + bad.getMessage());
        }
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    String text(String name, int lengthMax) throws PayloadException {
        if (!(take(name) instanceof String text) || text.length() > lengthMax) {
            throw wrong(name, "must be text of at most " + lengthMax + " characters");
        }
        return text;
    }

    /** Text with something in it. */
    String filled(String name, int lengthMax) throws PayloadException {
        String text = text(name, lengthMax);
        if (text.isBlank()) {
            throw wrong(name, "must not be empty");
        }
        return text;
    }

    LocalDate date(String name) throws PayloadException {
        String text = text(name, 10);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException bad) {
            throw wrong(name, "must be a day such as 2026-11-23");
        }
    }

    long whole(String name, long min) throws PayloadException {
        Object value = take(name);
        if (!(value instanceof Integer || value instanceof Long) || ((Number) value).longValue() < min) {
            throw wrong(name, "must be a whole number, at least " + min);
        }
        return ((Number) value).longValue();
    }

    boolean flag(String name) throws PayloadException {
        if (!(take(name) instanceof Boolean flag)) {
            throw wrong(name, "must be true or false");
        }
        return flag;
    }

    @Nullable
    Double numberOrNull(String name) throws PayloadException {
        Object value = take(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Number number)) {
            throw wrong(name, "must be a number or null");
        }
        return number.doubleValue();
    }

    long utc(String name) throws PayloadException {
        String text = text(name, 30);
        try {
            return Instant.parse(text).toEpochMilli();
        } catch (DateTimeException | ArithmeticException bad) {
            throw wrong(name, "must be a time such as 2026-11-23T08:00:00.000Z");
        }
    }

    @Nullable
    Long utcOrNull(String name) throws PayloadException {
        if (left.containsKey(name) && left.get(name) == null) {
            left.remove(name);
            return null;
        }
        return utc(name);
    }

    <E extends Enum<E>> E word(String name, E[] allowed) throws PayloadException {
        String text = text(name, 64);
        List<String> words = new ArrayList<>();
        for (E constant : allowed) {
            if (Wire.word(constant).equals(text)) {
                return constant;
            }
            words.add(Wire.word(constant));
        }
        throw wrong(name, "must be one of " + String.join(", ", words));
    }

    Fields object(String name) throws PayloadException {
        if (!(take(name) instanceof Map<?, ?> object)) {
            throw wrong(name, "must be an object");
        }
        return new Fields(path + "." + name, object);
    }

    List<Fields> objects(String name, int countMax) throws PayloadException {
        if (!(take(name) instanceof List<?> list) || list.size() > countMax) {
            throw wrong(name, "must be a list of at most " + countMax + " objects");
        }
        List<Fields> objects = new ArrayList<>(list.size());
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> object)) {
                throw wrong(name, "must hold objects only");
            }
            objects.add(new Fields(path + "." + name + "[" + objects.size() + "]", object));
        }
        return objects;
    }

    /** An identity written as an object of its own. */
    EntryId id(String name) throws PayloadException {
        Fields object = object(name);
        EntryId id = object.id();
        object.end();
        return id;
    }

    /** An identity whose two fields stand among the others. */
    EntryId id() throws PayloadException {
        return new EntryId(whole("epoch", 0), whole("seq", 0));
    }

    Text words(String name) throws PayloadException {
        Fields object = object(name);
        Text text = new Text(object.text("en", 2000), object.text("zh", 2000));
        object.end();
        return text;
    }

    /** Refuses what nobody has asked for. */
    void end() throws PayloadException {
        if (!left.isEmpty()) {
            throw new PayloadException(
                    path + ": unknown field '" + left.keySet().iterator().next() + "'");
        }
    }

    PayloadException wrong(String name, String must) {
        return new PayloadException(path + ": field '" + name + "' " + must);
    }

    private @Nullable Object take(String name) throws PayloadException {
        if (!left.containsKey(name)) {
            throw new PayloadException(path + ": field '" + name + "' is missing");
        }
        return left.remove(name);
    }
}
