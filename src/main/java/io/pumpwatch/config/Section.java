package io.pumpwatch.config;

import io.pumpwatch.config.Table.Items;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One table of the file as it is read: every key that is asked for is a known one, {@link #done} faults the rest. A key
 * of the wrong type or out of range is a fault and answers with its default, so that reading goes on to the next fault.
 */
final class Section extends Node {
    Section(Faults faults, Table table, Spot spot, String path, String subject) {
        super(faults, table, spot, path, subject);
    }

    /** One string of a list and where it stands. */
    record Item(String text, Spot spot) {}

    /** The string; missing or blank is a fault and empty. */
    String string(String key) {
        if (!has(key)) {
            missing(key, Shape.STRING);
            return "";
        }
        String text = stringOrNull(key);
        if (text == null) {
            return "";
        }
        if (text.isBlank()) {
            fault(key, FaultKind.BAD_TEXT, key, text, new Text("some text", "非空文字"));
        }
        return text;
    }

    /** The number, or null where it is missing or faulted. */
    @Nullable
    Double numberOrNull(String key, double min, double max) {
        Object value = value(key);
        if (value == null) {
            return null;
        }
        Double number = number(value);
        if (number == null) {
            wrongType(key, value, Shape.NUMBER);
            return null;
        }
        if (!Double.isFinite(number)) {
            fault(key, FaultKind.NOT_A_NUMBER, key, value);
            return null;
        }
        if (number < min || number > max) {
            fault(key, FaultKind.OUT_OF_RANGE, key, show(number), show(min), show(max));
            return null;
        }
        return number;
    }

    double number(String key, double min, double max, double ifMissing) {
        Double number = numberOrNull(key, min, max);
        return number == null ? ifMissing : number;
    }

    /** The number, or null where it is faulted; missing is a fault. */
    @Nullable
    Double required(String key, double min, double max) {
        if (!has(key)) {
            missing(key, Shape.NUMBER);
            return null;
        }
        return numberOrNull(key, min, max);
    }

    private static @Nullable Double number(Object value) {
        if (value instanceof Long whole) {
            return (double) whole;
        }
        return value instanceof Double real ? real : null;
    }

    /** Without the point where nothing stands behind it. */
    static String show(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }

    int whole(String key, int min, int max, int ifMissing) {
        Double number = numberOrNull(key, min, max);
        if (number != null && number != Math.rint(number)) {
            fault(key, FaultKind.WRONG_TYPE, key, Shape.NUMBER.words(), Shape.WHOLE.words());
            return ifMissing;
        }
        return number == null ? ifMissing : (int) Math.round(number);
    }

    /** A time in ms; limits included. */
    long duration(String key, long minMs, long maxMs, long ifMissingMs) {
        Object value = value(key);
        if (value == null) {
            return ifMissingMs;
        }
        if (!(value instanceof String text)) {
            wrongType(key, value, Shape.DURATION);
            return ifMissingMs;
        }
        long ms = Durations.parse(text);
        if (ms == Durations.NONE) {
            fault(key, FaultKind.BAD_DURATION, key, text);
            return ifMissingMs;
        }
        if (ms < minMs || ms > maxMs) {
            fault(key, FaultKind.OUT_OF_RANGE, key, text, Durations.show(minMs), Durations.show(maxMs));
            return ifMissingMs;
        }
        return ms;
    }

    /** One of a few words, or null where it is missing or faulted. */
    <T> @Nullable T wordOrNull(String key, Map<String, T> words) {
        String word = stringOrNull(key);
        if (word == null) {
            return null;
        }
        T meaning = words.get(word);
        if (meaning == null) {
            fault(key, FaultKind.BAD_WORD, key, word, KnownWords.list(word, words.keySet()));
        }
        return meaning;
    }

    <T> T word(String key, Map<String, T> words, T ifMissing) {
        T meaning = wordOrNull(key, words);
        return meaning == null ? ifMissing : meaning;
    }

    /** One of a few words; missing is a fault. */
    <T> T requiredWord(String key, Map<String, T> words, T ifFaulted) {
        if (!has(key)) {
            String all = String.join(", ", words.keySet());
            faults.add(spot, subject, FaultKind.MISSING_KEY, key, new Text(all, all));
            return ifFaulted;
        }
        return word(key, words, ifFaulted);
    }

    /** Words for people: one string for both languages, or {@code { en = …, zh = … }}. */
    Text text(String key) {
        Object value = value(key);
        if (value instanceof String both) {
            return new Text(both, "");
        }
        if (value instanceof Table) {
            Section words = table(key);
            Text text = words == null ? Text.NONE : new Text(words.string("en", ""), words.string("zh", ""));
            if (words != null) {
                words.done();
            }
            return text;
        }
        if (value != null) {
            wrongType(key, value, Shape.WORDS);
        }
        return Text.NONE;
    }

    Text requiredText(String key) {
        if (!has(key)) {
            missing(key, Shape.WORDS);
        }
        return text(key);
    }

    /** Strings of a list; what isn't one is a fault and left out. */
    List<Item> strings(String key) {
        List<Item> items = new ArrayList<>();
        Items array = array(key);
        for (int i = 0; array != null && i < array.values().size(); i++) {
            Spot at = array.spots().get(i);
            Spot spotOfItem = at == null ? spot(key) : at;
            if (array.values().get(i) instanceof String text) {
                items.add(new Item(text, spotOfItem));
            } else {
                faultAt(
                        spotOfItem,
                        FaultKind.WRONG_TYPE,
                        key,
                        Shape.of(array.values().get(i)).words(),
                        Shape.STRING.words());
            }
        }
        return items;
    }

    /** Two numbers, or null where they are missing or faulted. */
    double @Nullable [] pair(String key) {
        Items array = array(key);
        if (array == null) {
            return null;
        }
        Double first = array.values().size() == 2 ? number(array.values().get(0)) : null;
        Double second = array.values().size() == 2 ? number(array.values().get(1)) : null;
        if (first == null || second == null) {
            fault(key, FaultKind.WRONG_TYPE, key, Shape.LIST.words(), Shape.PAIR.words());
            return null;
        }
        if (!Double.isFinite(first) || !Double.isFinite(second)) {
            fault(key, FaultKind.NOT_A_NUMBER, key, Double.isFinite(first) ? second : first);
            return null;
        }
        return new double[] {first, second};
    }

    private @Nullable Items array(String key) {
        Object value = value(key);
        if (value instanceof Items array) {
            return array;
        }
        if (value != null) {
            wrongType(key, value, Shape.LIST);
        }
        return null;
    }

    /** Whether a table stands under that key. */
    boolean isTable(String key) {
        return value(key) instanceof Table;
    }

    /** The table under that key, or null. */
    @Nullable
    Section table(String key) {
        Object value = value(key);
        if (value instanceof Table inner) {
            return new Section(faults, inner, spot(key), under(key), subject.isEmpty() ? under(key) : subject);
        }
        if (value != null) {
            wrongType(key, value, Shape.TABLE);
        }
        return null;
    }

    /** The table under that key; missing is a fault. */
    @Nullable
    Section requiredTable(String key) {
        if (!has(key)) {
            missing(key, Shape.TABLE);
        }
        return table(key);
    }

    /** The tables within, by their keys; each is its own subject, such as a tag. */
    Map<String, Section> children() {
        Map<String, Section> children = new LinkedHashMap<>();
        for (String key : table.keys()) {
            Object value = value(key);
            if (value instanceof Table inner) {
                children.put(key, new Section(faults, inner, spot(key), under(key), key));
            } else if (value != null) {
                wrongType(key, value, Shape.TABLE);
            }
        }
        return children;
    }

    /** The same table about another subject. */
    Section about(String newSubject) {
        return new Section(faults, table, spot, path, newSubject);
    }

    /** The tables of a {@code [[key]]}. */
    List<Section> tables(String key) {
        List<Section> sections = new ArrayList<>();
        Items array = array(key);
        for (int i = 0; array != null && i < array.values().size(); i++) {
            Spot at = array.spots().get(i);
            Spot spotOfItem = at == null ? spot(key) : at;
            if (array.values().get(i) instanceof Table inner) {
                sections.add(new Section(faults, inner, spotOfItem, under(key), under(key) + "[" + (i + 1) + "]"));
            } else {
                faultAt(
                        spotOfItem,
                        FaultKind.WRONG_TYPE,
                        key,
                        Shape.of(array.values().get(i)).words(),
                        Shape.TABLE.words());
            }
        }
        return sections;
    }
}
