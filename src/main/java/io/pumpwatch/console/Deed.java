package io.pumpwatch.console;

import io.pumpwatch.console.Form.Field;
import java.util.List;

/**
 * Something that a person can have done with a key.
 *
 * @param screen where; null everywhere
 * @param key that begins it
 * @param name of its words, {@code console.deed.NAME}
 * @param verb of the API
 * @param proof what is asked of the person
 * @param fields what else is asked
 */
record Deed(
        @org.jspecify.annotations.Nullable Screen screen,
        String key,
        String name,
        String verb,
        Proof proof,
        List<Field> fields) {
    Deed {
        fields = List.copyOf(fields);
    }

    /** What is asked of the person. */
    enum Proof {
        /** Nothing: it must never wait for a PIN (accident, silence). */
        NONE,
        /** The PIN once in a while. */
        SIGNED_IN,
        /** The PIN each time: a signature, or something dangerous. */
        PIN,
        /** Two people with their PINs. */
        TWO,
        /** Nothing: a report goes into a file; the verb is its format. */
        FILE
    }

    /** Key of its words. */
    String words() {
        return "console.deed." + name;
    }
}
