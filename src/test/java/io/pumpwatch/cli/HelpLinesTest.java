package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Lang;
import io.pumpwatch.view.TextWidth;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Helps fit a terminal, and a command in one can be copied into a shell. */
class HelpLinesTest {
    @Test
    void aLongCommandGoesOnBehindABackslashAndNeverBreaksWithinQuotes() {
        String long0 =
                "Example:  pumpwatch briefing hold \"the seal of P-102 is changed before noon\" --risk \"hose whips\""
                        + " --measure \"stay behind the guard\" --person tech-1";
        List<String> lines = HelpLines.of(long0);
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.get(0).endsWith("before noon\" \\"), lines::toString);
        String together = String.join("\n", lines).replaceAll(" \\\\\n +", " ");
        assertEquals(long0, together);
    }

    @Test
    void proseGoesOnAtABlankAndShortLinesStay() {
        String prose = "word ".repeat(30).strip();
        HelpLines.of(prose).forEach(line -> assertTrue(line.length() <= HelpLines.COLUMNS && !line.endsWith("\\")));
        assertEquals(prose, String.join(" ", HelpLines.of(prose)));
        assertEquals(List.of("a", "  b  c"), HelpLines.of("a\n  b  c"));
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void everyHelpOfTheManualFits(Lang lang) {
        StringWriter out = new StringWriter();
        for (String name : List.of("handover", "round", "dispatch", "sign-on", "briefing hold", "records", "paper")) {
            String[] args = (name + " --help").split(" ");
            assertEquals(0, Main.run(lang, new PrintWriter(out, true), new PrintWriter(out, true), args), name);
        }
        List<String> wide =
                out.toString().lines().filter(line -> TextWidth.of(line) > 100).toList();
        assertEquals(List.of(), wide);
    }
}
