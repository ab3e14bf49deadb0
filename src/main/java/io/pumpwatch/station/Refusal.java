package io.pumpwatch.station;

import java.util.Map;

/**
 * A command that was judged and not carried out. A value, not an exception: the caller shows it in words.
 *
 * @param code key of the words, such as {@code alarm.unknown}
 * @param args what the words name, such as {@code point=PT-101.HH}
 */
public record Refusal(String code, Map<String, String> args) {
    public Refusal {
        args = Map.copyOf(args);
    }

    /** A refusal that names nothing. */
    public static Refusal of(String code) {
        return new Refusal(code, Map.of());
    }

    /** A refusal that names one thing. */
    public static Refusal of(String code, String name, String value) {
        return new Refusal(code, Map.of(name, value));
    }

    /** A refusal that names two things. */
    public static Refusal of(String code, String name, String value, String name2, String value2) {
        return new Refusal(code, Map.of(name, value, name2, value2));
    }
}
