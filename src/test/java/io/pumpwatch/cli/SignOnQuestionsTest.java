package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.station.Lang;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who signs on at a terminal is asked one by one (D2, E3); who writes options isn't. */
class SignOnQuestionsTest extends ClientRig {
    @BeforeEach
    void nobodyOnDuty() {
        assertEquals(0, run(Lang.EN, words("sign-off --person op-1")));
        terminal = true;
        asked.clear();
    }

    @Test
    void eachPieceOfGearIsAskedForAndWhatIsMissingBlocks() {
        typed.addAll(List.of("y", "no"));
        assertEquals(1, run(Lang.EN, words("sign-on --person op-1 --work emulsion")));
        assertEquals(List.of("  helmet [y/n] ", "  gloves [y/n] "), asked);
        assertTrue(err.toString().contains("missing: gloves"), err::toString);
        typed.addAll(List.of("Y", "perhaps", "yes"));
        assertEquals(0, run(Lang.EN, words("sign-on --person op-1 --work emulsion")), err::toString);
    }

    @Test
    void whoDoesNotAnswerIsNotSignedOn() {
        typed.addAll(List.of("y", "maybe", "", "7"));
        assertEquals(2, run(Lang.ZH, words("sign-on --person op-1 --work emulsion")));
        assertTrue(err.toString().contains("手套"), err::toString);
        assertEquals(2, run(Lang.EN, words("sign-on --person op-1 --work emulsion")), "the terminal has ended");
        assertEquals(0, run(Lang.EN, words("shift")));
        assertTrue(out.toString().contains("On duty: 0"), out::toString);
    }

    @Test
    void optionsScriptsAndUnknownWorkAreNotAsked() {
        assertEquals(1, run(Lang.EN, words("sign-on --person op-1 --work emulsion --fit --gear helmet")));
        assertEquals(1, run(Lang.EN, words("sign-on --person op-1 --work diving")));
        assertTrue(err.toString().contains("emulsion"), err::toString);
        assertEquals(1, run(Lang.EN, words("sign-on --person op-1 --work emulsion --json")));
        terminal = false;
        assertEquals(1, run(Lang.EN, words("sign-on --person op-1 --work emulsion")));
        assertEquals(List.of(), asked);
    }

    @Test
    void soberAndRestedAreAskedEachForItself() throws CliFault {
        ArrayDeque<String> answers = new ArrayDeque<>(List.of("是", "否", "n"));
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        SignOnQuestions questions = new SignOnQuestions(
                new Shell(Lang.ZH, writer, writer, Map.of(), question -> null, question -> answers.poll(), true));
        assertArrayEquals(new boolean[] {true, false}, questions.fitness());
        ShiftPage.Work work =
                new ShiftPage.Work("surface", "地面作业", true, List.of(new ShiftPage.Gear("helmet", "安全帽")), List.of());
        assertEquals(List.of(), questions.gear(new ShiftPage.SignOn(true, List.of(work)), null));
        assertTrue(said.toString().contains("地面作业"), said::toString);
        assertThrows(CliFault.class, questions::fitness);
    }
}
