package io.pumpwatch.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.scan.TextLimits;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Nearest;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Body of an act: one flat JSON object, read field by field. A fault names the field and what is allowed. */
final class Fields {
    /** Longest text, characters. */
    static final int TEXT_MAX = TextLimits.MAX;
    /** Most points in a list. */
    static final int LIST_MAX = 500;

    private static final long MINUTE_MS = 60_000;
    /** A year: anything longer is a slip, and the station file allows far less. */
    private static final long MINUTES_MAX = 525_600;

    private final Map<String, Object> body;

    private Fields(Map<String, Object> body) {
        this.body = body;
    }

    /** Reads a body; an empty one stands for no fields. */
    static Fields parse(byte[] bytes) throws RequestFault {
        if (bytes.length == 0) {
            return new Fields(Map.of());
        }
        Object any;
        try {
            any = JSON.std.anyFrom(bytes);
        } catch (IOException | RuntimeException fault) {
            throw new RequestFault(400, Refusal.of("body.json", "fault", unread(fault)), null, null);
        }
        if (!(any instanceof Map<?, ?> map)) {
            throw new RequestFault(400, Refusal.of("body.object"), null, null);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (value != null) {
                body.put(String.valueOf(name), value);
            }
        });
        return new Fields(body);
    }

    /** What is wrong with it and where, without the parser's own words about itself. */
    private static String unread(Exception fault) {
        if (!(fault instanceof JacksonException json)) {
            return "";
        }
        String said =
                json.getOriginalMessage().lines().findFirst().orElse("").replaceAll(" ?\\(start marker at .*", "");
        JsonLocation at = json.getLocation();
        return at == null ? said : said + " (" + at.getLineNr() + ":" + at.getColumnNr() + ")";
    }

    /** The same with one more. */
    Fields with(String name, String value) {
        Map<String, Object> more = new LinkedHashMap<>(body);
        more.put(name, value);
        return new Fields(more);
    }

    /** Refuses a field that the act doesn't know, with the nearest that it knows; then one that it misses. */
    void check(Set<String> required, Set<String> known) throws RequestFault {
        for (String name : body.keySet()) {
            if (!known.contains(name)) {
                String nearest = Nearest.of(name, known);
                Refusal refusal = Refusal.of("field.unknown", "field", shown(name), "known", String.join(", ", known));
                throw new RequestFault(400, refusal, shown(name), nearest);
            }
        }
        for (String name : required) {
            if (!body.containsKey(name)) {
                throw RequestFault.field(Refusal.of("field.missing", "field", name), name);
            }
        }
    }

    static String shown(String name) {
        return name.length() > 64 ? name.substring(0, 64) + "…" : name;
    }

    boolean has(String name) {
        return body.containsKey(name);
    }

    /** A text; "" where the field isn't there. Line breaks may stand in it, other control characters may not. */
    String text(String name) throws RequestFault {
        Object value = body.getOrDefault(name, "");
        if (!(value instanceof String text)) {
            throw wrong(name, "form.text");
        }
        if (text.length() > TEXT_MAX) {
            throw RequestFault.field(Refusal.of("field.long", "field", name, "max", Integer.toString(TEXT_MAX)), name);
        }
        if (!printable(text)) {
            throw wrong(name, "form.text");
        }
        return text.strip();
    }

    private static RequestFault wrong(String name, String form) {
        return RequestFault.field(Refusal.of("field.wrong", "field", name, "form", form), name);
    }

    boolean flag(String name) throws RequestFault {
        Object value = body.getOrDefault(name, false);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, "form.flag");
    }

    double number(String name) throws RequestFault {
        Object value = body.get(name);
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong(name, "form.number");
    }

    /** A whole number from 1 on, such as the number of a job. */
    long count(String name) throws RequestFault {
        long number = body.containsKey(name) ? whole(name) : 0;
        if (number < 1) {
            throw wrong(name, "form.count");
        }
        return number;
    }

    /** A list of numbers. */
    List<Double> numbers(String name) throws RequestFault {
        List<Double> numbers = new ArrayList<>();
        if (!(body.get(name) instanceof List<?> list) || list.size() > LIST_MAX) {
            throw wrong(name, "form.numbers");
        }
        for (Object item : list) {
            if (!(item instanceof Number number) || !Double.isFinite(number.doubleValue())) {
                throw wrong(name, "form.numbers");
            }
            numbers.add(number.doubleValue());
        }
        return numbers;
    }

    /** One of a few words. */
    <E extends Enum<E>> E word(String name, Class<E> words) throws RequestFault {
        String text = text(name);
        for (E each : words.getEnumConstants()) {
            if (Wire.word(each).equals(text)) {
                return each;
            }
        }
        List<String> known =
                Arrays.stream(words.getEnumConstants()).map(Wire::word).toList();
        Refusal refusal = Refusal.of("field.word", "field", name, "known", String.join(", ", known));
        throw new RequestFault(400, refusal, name, Nearest.of(text, known));
    }

    /** Whole minutes, as milliseconds; 0 and less come through, the station refuses them in its own words. */
    long minutesMs(String name) throws RequestFault {
        if (body.get(name) instanceof Number && Math.abs(whole(name)) <= MINUTES_MAX) {
            return whole(name) * MINUTE_MS;
        }
        throw wrong(name, "form.minutes");
    }

    Tag tag(String name) throws RequestFault {
        String text = text(name);
        if (!Tag.isTag(text)) {
            throw wrong(name, "form.tag");
        }
        return new Tag(text);
    }

    AlarmId point(String name) throws RequestFault {
        return point(name, text(name));
    }

    private static AlarmId point(String name, String text) throws RequestFault {
        if (!AlarmId.isAlarmId(text)) {
            throw wrong(name, "form.point");
        }
        return AlarmId.parse(text);
    }

    /** Texts of a list; empty where the field isn't there. */
    List<String> texts(String name) throws RequestFault {
        List<String> texts = texts(name, "form.texts");
        for (String text : texts) {
            if (text.length() > TEXT_MAX) {
                throw RequestFault.field(
                        Refusal.of("field.long", "field", name, "max", Integer.toString(TEXT_MAX)), name);
            }
            if (!printable(text)) {
                throw wrong(name, "form.texts");
            }
        }
        return texts.stream().map(String::strip).toList();
    }

    /** A whole number. */
    long whole(String name) throws RequestFault {
        Object value = body.get(name);
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw wrong(name, "form.whole");
    }

    /** A date such as 2026-11-23. */
    LocalDate date(String name) throws RequestFault {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException notOne) {
            throw wrong(name, "form.date");
        }
    }

    /** A time of the station's clock, such as 2026-11-23T08:05. */
    LocalDateTime time(String name) throws RequestFault {
        try {
            return LocalDateTime.parse(text(name).replace(' ', 'T'));
        } catch (DateTimeException notOne) {
            throw wrong(name, "form.time");
        }
    }

    private static boolean printable(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r');
    }

    /** Alarm points; empty where the field isn't there. */
    List<AlarmId> points(String name) throws RequestFault {
        List<AlarmId> points = new ArrayList<>();
        for (String text : texts(name, "form.points")) {
            points.add(point(name, text));
        }
        return points;
    }

    /** The same, with the words of another form in a fault. */
    List<String> texts(String name, String form) throws RequestFault {
        Object value = body.getOrDefault(name, List.of());
        if (!(value instanceof List<?> list) || list.size() > LIST_MAX) {
            throw wrong(name, form);
        }
        List<String> texts = new ArrayList<>();
        for (Object item : list) {
            if (!(item instanceof String text)) {
                throw wrong(name, form);
            }
            texts.add(text);
        }
        return texts;
    }

    /** What the words of an answer may name: every simple field but secrets. */
    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                named.put(
                        name,
                        list.isEmpty()
                                ? "-"
                                : String.join(
                                        ", ", list.stream().map(String::valueOf).toList()));
            } else if (!Verb.SECRETS.contains(name)) {
                named.put(name, String.valueOf(value));
            }
        });
        return named;
    }
}
