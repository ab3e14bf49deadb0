package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Text as it may reach a terminal. */
class PlainTest {
    @Test
    void nothingMovesTheCursor() {
        assertEquals("a b [2Jc d", Plain.line("a\nb\u001b[2Jc\u202ed"));
    }

    @Test
    void aLongLineIsCutBetweenCharacters() {
        assertEquals("水泵", Plain.line("水泵", 2));
        assertEquals("水…", Plain.line("水泵房", 2));
        assertEquals("\uD83D\uDEB0…", Plain.line("\uD83D\uDEB0\uD83D\uDEB0\uD83D\uDEB0", 2), "no half of a character");
        assertEquals("a b", Plain.line("a\nb", 3));
    }
}
