package io.pumpwatch.station;

import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * Words for people, by key, in both languages; kept in {@code words_en.properties} and {@code words_zh.properties}
 * beside this class. Placeholders are written {@code {name}}.
 */
public final class Words {
    /** Read at the first use of their language: a station in one language holds one. */
    private static final class English {
        private static final Words WORDS = read(Lang.EN);
    }

    private static final class Chinese {
        private static final Words WORDS = read(Lang.ZH);
    }

    private final Map<String, String> texts;

    Words(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    private static Words read(Lang lang) {
        // No fallback: the machine's own locale must not decide what a key that is missing here says.
        ResourceBundle bundle = ResourceBundle.getBundle(
                "io.pumpwatch.station.words",
                lang.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> texts = new HashMap<>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        ResourceBundle.clearCache();
        return new Words(texts);
    }

    /** The words of that language. */
    public static Words of(Lang lang) {
        return switch (lang) {
            case EN -> English.WORDS;
            case ZH -> Chinese.WORDS;
        };
    }

    /** Whether there are words for this key. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The words of a key that names nothing. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /**
     * The words of a key with its placeholders filled. An unknown key gives the key itself, a placeholder without an
     * argument stays as it is written: people then see what is missing, and nothing fails.
     */
    public String say(String key, Map<String, String> args) {
        String text = texts.get(key);
        return text == null ? key : filled(text, args);
    }

    /** The words of a refusal. */
    public String say(Refusal refusal) {
        return say(refusal.code(), refusal.args());
    }

    /**
     * A text with its placeholders filled, in one pass: braces inside an argument stay what they are, and a placeholder
     * without an argument stays as it is written.
     */
    public static String filled(String text, Map<String, String> args) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 32);
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String value = args.get(text.substring(open + 1, close));
            out.append(text, at, open).append(value == null ? text.substring(open, close + 1) : value);
            at = close + 1;
        }
        return out.append(text, at, text.length()).toString();
    }
}
