package io.pumpwatch.station;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * Words for people, by key, in both languages; kept in {@code words_en.properties} and {@code words_zh.properties}
 * beside this class. Placeholders are written {@code {name}}.
 */
public final class Words {
    private static final Map<Lang, Words> ALL = all();

    private final Map<String, String> texts;

    Words(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    private static Map<Lang, Words> all() {
        Map<Lang, Words> all = new EnumMap<>(Lang.class);
        for (Lang lang : Lang.values()) {
            all.put(lang, new Words(read("words_" + lang.name().toLowerCase(Locale.ROOT) + ".properties")));
        }
        return all;
    }

    private static Map<String, String> read(String name) {
        Properties file = new Properties();
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + name + " can't be read", e);
        }
        Map<String, String> texts = new HashMap<>();
        // Both languages have the same keys: each is kept once.
        file.stringPropertyNames().forEach(key -> texts.put(key.intern(), file.getProperty(key)));
        return texts;
    }

    /** The words of that language. */
    public static Words of(Lang lang) {
        Words words = ALL.get(lang);
        if (words == null) {
            throw new IllegalStateException("no words for " + lang);
        }
        return words;
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

    /** One pass, so that braces inside an argument stay what they are. */
    private static String filled(String text, Map<String, String> args) {
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
