package io.pumpwatch.field;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a field says of itself, in words for people, the same in both languages; empty while nothing is wrong.
 *
 * @param inputs buses, chips and lines that don't answer, such as {@code i2c-1/0x48: no answer}
 * @param outputs outputs that don't follow or aren't ours, such as {@code gpio/5 XC-101: held by another process}
 */
public record FieldHealth(String inputs, String outputs) {
    /** Nothing is wrong. */
    public static final FieldHealth WELL = new FieldHealth("", "");

    /** Several faults as one line; those that are empty are none. */
    public static String joined(List<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining("; "));
    }
}
