package io.pumpwatch.cli;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command has around it: the language, where to write, the environment, and who can be asked.
 *
 * @param prompt asks for a PIN at the terminal, without showing what is typed
 * @param visible asks at the terminal and shows what is typed
 * @param terminal whether a person reads what is written as it comes, and can be asked
 */
record Shell(
        Lang lang,
        PrintWriter out,
        PrintWriter err,
        Map<String, String> env,
        Prompt prompt,
        Prompt visible,
        boolean terminal) {
    /** One without a terminal: a PIN may be asked for, nothing else. */
    Shell(Lang lang, PrintWriter out, PrintWriter err, Map<String, String> env, Prompt prompt) {
        this(lang, out, err, env, prompt, question -> null, false);
    }

    /** Asks a person. */
    @FunctionalInterface
    interface Prompt {
        /** What was typed; null where there is no terminal, or nothing more comes from it. */
        @Nullable
        String ask(String question);
    }

    /** The words of the language. */
    Words words() {
        return Words.of(lang);
    }

    String say(String key) {
        return words().say(key);
    }

    String say(String key, String name, String value) {
        return words().say(key, Map.of(name, value));
    }

    String say(String key, String first, String value, String second, String other) {
        return words().say(key, Map.of(first, value, second, other));
    }
}
