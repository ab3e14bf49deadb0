package io.pumpwatch.field.plant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How scripts spell the names of enums: {@code BROKEN_WIRE} is {@code broken-wire}. */
final class Words {
    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> List<String> all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> of(value).equals(word))
                .findFirst();
    }
}
