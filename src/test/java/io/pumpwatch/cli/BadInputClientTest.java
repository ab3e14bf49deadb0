package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.rounds.DefectsState.Defect;
import io.pumpwatch.station.Lang;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people do wrong with the duty book, from the command line over HTTP to the scan: a clear answer each time. */
class BadInputClientTest extends ClientRig {
    private void says(int exit, String wanted, String line) {
        assertEquals(exit, run(Lang.EN, words(line)), () -> line + " said " + out + err);
        assertTrue((out + "" + err).contains(wanted), () -> line + " said " + out + err);
    }

    private List<Defect> defects() {
        return List.copyOf(station.view().state().rounds().openDefects().values());
    }

    @Test
    void sentTwiceItIsOneAndSaysTheSame() {
        for (int i = 0; i < 2; i++) {
            says(0, "Defect 1 reported", "defect report door 'loose hinge' --person op-1");
            says(0, "is on duty", "sign-on --person lead-1");
        }
        assertEquals(1, defects().size());
    }

    @Test
    void twoConsolesOnOneRoundDoNotOverwriteEachOther() {
        says(0, "recorded", "round item 1 ok --person op-1");
        says(0, "recorded", "round item 1 ok --person lead-1");
        says(1, "op-1", "round item 1 na --person lead-1");
        says(0, "recorded", "round item 1 na --correct --person lead-1");
    }

    @Test
    void nobodySignsForAnother() {
        says(0, "recorded", "round item 1 ok --person op-1");
        says(0, "recorded", "round item level 2 --person op-1");
        says(4, "PIN of lead-1 is wrong", "round sign --person lead-1 --pin 9999");
        says(0, "signed", "round sign --person op-1");
        says(1, "op-1", "round sign --person op-1");
        says(4, "PIN of op-1 is wrong", "handover draft --person op-1 --pin 9999");
    }

    @Test
    void lineBreaksEmojiAndFormulasAreKeptAsTheyAre() {
        List<String> kept = new ArrayList<>();
        for (String text : List.of("oil\n第二行", "漏油 😀", "=1+1", "@SUM(A1)", "+2", "-3 bar")) {
            assertEquals(
                    0,
                    run(Lang.EN, "defect", "report", "P-101", "--person", "op-1", "--", text),
                    () -> text + " said " + out + err);
            kept.add(text);
        }
        assertEquals(kept, defects().stream().map(Defect::words).toList());
        assertEquals(0, run(Lang.EN, "defect", "list"));
        assertEquals(kept.size() + 1, out.toString().lines().count(), () -> "a line for each and the head: " + out);
    }

    @Test
    void hundredKilobytesAreRefusedWhereverTheyStand() {
        String tooLong = "x".repeat(100_000);
        for (List<String> line : List.of(
                List.of("defect", "report", "P-101", tooLong, "--person", "op-1"),
                List.of("defect", "report", tooLong, "oil", "--person", "op-1"),
                List.of("round", "item", "1", "abnormal", tooLong, "--person", "op-1"),
                List.of("round", "skip", "1", tooLong, "--person", "op-1"),
                List.of("briefing", "hold", tooLong, "--risk", "a", "--measure", "b", "--person", "tech-1"),
                List.of("handover", "remark", tooLong, "--person", "op-1"),
                List.of("accident-statement", tooLong, "--person", "op-1"),
                List.of("paper", "round", tooLong, "--from", "2026-11-22T08:00", "--person", "op-1"))) {
            int exit = run(Lang.EN, line.toArray(String[]::new));
            assertTrue(exit == 1 || exit == 2, () -> line.subList(0, 2) + " ended with " + exit);
            assertTrue(err.toString().contains("too long") || err.toString().contains("at most"), err::toString);
            assertTrue(err.toString().length() < 1_000, "the text itself isn't said again");
        }
        assertEquals(List.of(), defects());
    }

    @Test
    void aShiftWithNobodyIsArrangedAndShows() {
        says(0, "2026-11-24 on, days: 1; -", "roster set day --from 2026-11-24 --days 1 --people '' --person chief-1");
        says(0, "nobody is arranged", "roster list --from 2026-11-24 --days 1");
        says(1, "no active person nobody", "roster set day --from 2026-11-24 --people nobody --person chief-1");
    }
}
