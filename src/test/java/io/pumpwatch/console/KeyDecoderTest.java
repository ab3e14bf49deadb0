package io.pumpwatch.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What terminals send for keys. */
class KeyDecoderTest {
    /** What is sent ({@code ^} for Escape, {@code _} for a pause), and the keys that it is. */
    private static final String TABLE = """
            a            a
            A            A
            ^[A          up
            ^OA          up
            ^[B          down
            ^[5~         page-up
            ^[6~         page-down
            ^[H          home
            ^[1~         home
            ^[4~         end
            ^[Z          back-tab
            ^_           escape
            ^_a          escape a
            ^^_          escape escape
            ^[1;5C       -
            ^[1;5Ca      a
            ^[200~       -
            水位         水 位
            """;

    private static List<String> keys(String sent) {
        KeyDecoder decoder = new KeyDecoder();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < sent.length(); i++) {
            char c = sent.charAt(i);
            String key = decoder.feed(c == '^' ? 27 : c == '_' ? KeyDecoder.PAUSE : c);
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    @Test
    void everySequence() {
        TABLE.lines().map(line -> line.strip().split(" +", 2)).forEach(row -> {
            List<String> expected = row[1].equals("-") ? List.of() : List.of(row[1].split(" "));
            assertEquals(expected, keys(row[0]), row[0]);
        });
    }

    @Test
    void controlCharacters() {
        assertEquals(List.of("enter", "tab", "backspace", "backspace"), keys("\r\t\u007f\b"));
        assertEquals(List.of(), keys("\u0001\u0000"));
    }

    @Test
    void aCharacterOfTwoUnitsIsOneKey() {
        assertEquals(List.of("\uD83D\uDD27"), keys("\uD83D\uDD27"));
    }
}
