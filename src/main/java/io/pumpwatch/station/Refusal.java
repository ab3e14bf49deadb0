package io.pumpwatch.station;

import java.util.HashMap;
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

    /**
     * A refusal.
     *
     * @param namesAndValues what the words name: name, value, name, value ...
     */
    public static Refusal of(String code, String... namesAndValues) {
        Map<String, String> args = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            args.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Refusal(code, args);
    }
}
