package io.pumpwatch.console;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what a terminal sends into names of keys. Fed one character after the other; a pause ends a lone Escape. */
final class KeyDecoder {
    /** Fed instead of a character when nothing came for a moment. */
    static final int PAUSE = -2;

    private static final int ESCAPE = 27;
    private static final int SEQUENCE_MAX = 8;
    private static final Map<String, String> SEQUENCES = Map.ofEntries(
            Map.entry("[A", "up"),
            Map.entry("[B", "down"),
            Map.entry("OA", "up"),
            Map.entry("OB", "down"),
            Map.entry("[H", "home"),
            Map.entry("[F", "end"),
            Map.entry("OH", "home"),
            Map.entry("OF", "end"),
            Map.entry("[1~", "home"),
            Map.entry("[4~", "end"),
            Map.entry("[5~", "page-up"),
            Map.entry("[6~", "page-down"),
            Map.entry("[Z", "back-tab"));

    private final StringBuilder sequence = new StringBuilder();
    private boolean escaped;
    private char high;

    /** The key that this character completes, or null. */
    @Nullable
    String feed(int c) {
        if (escaped) {
            return inSequence(c);
        }
        if (c == ESCAPE) {
            escaped = true;
            sequence.setLength(0);
            return null;
        }
        if (c == PAUSE) {
            return null;
        }
        char letter = (char) c;
        if (Character.isHighSurrogate(letter)) {
            high = letter;
            return null;
        }
        if (Character.isLowSurrogate(letter)) {
            return new String(new char[] {high, letter});
        }
        return switch (letter) {
            case '\r', '\n' -> "enter";
            case '\t' -> "tab";
            case 127, '\b' -> "backspace";
            default -> letter < ' ' ? null : String.valueOf(letter);
        };
    }

    private @Nullable String inSequence(int c) {
        if (c == PAUSE || c == ESCAPE) {
            escaped = c == ESCAPE;
            boolean alone = sequence.isEmpty();
            sequence.setLength(0);
            return alone ? "escape" : null;
        }
        sequence.append((char) c);
        String so = sequence.toString();
        boolean begun = so.length() == 1 && (c == '[' || c == 'O');
        boolean ended = so.length() > 1 && ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '~');
        if (begun || (!ended && so.length() > 1 && so.length() < SEQUENCE_MAX)) {
            return null;
        }
        escaped = false;
        return SEQUENCES.get(so);
    }
}
