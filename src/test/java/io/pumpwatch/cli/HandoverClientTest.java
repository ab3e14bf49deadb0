package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Lang;
import org.junit.jupiter.api.Test;

/** A handover from the command line, as the help tells it. */
class HandoverClientTest extends ClientRig {
    @Test
    void aHandoverWithNothingButTheHelp() {
        assertEquals(0, run(Lang.EN, "handover", "--help"));
        assertTrue(out.toString().contains("The outgoing side signs"), out.toString());
        assertEquals(0, run(Lang.EN, words("sign-on --person lead-1")));
        assertEquals(1, run(Lang.EN, words("handover sign --person op-1")));
        assertTrue(err.toString().contains("pumpwatch handover draft"), err.toString());
        assertEquals(0, run(Lang.EN, words("handover draft --person op-1")));
        assertEquals(0, run(Lang.EN, words("handover show")));
        assertTrue(out.toString().contains("pumpwatch handover sign"), out.toString());
        assertTrue(out.toString().contains("PT-101"), out.toString());
        assertEquals(0, run(Lang.EN, words("handover remark --topic keys 'hang in the office' --person op-1")));
        assertEquals(0, run(Lang.EN, words("handover sign --person op-1")));
        assertEquals(1, run(Lang.EN, words("handover accept --person op-1")));
        assertEquals(0, run(Lang.EN, words("handover accept --person lead-1")));
        assertEquals(0, run(Lang.ZH, words("handover show --last")));
        assertTrue(out.toString().contains("已接班"), out.toString());
        assertTrue(out.toString().contains("hang in the office"), out.toString());
        assertEquals(0, run(Lang.EN, words("sign-off --person op-1")));
        assertEquals(1, run(Lang.EN, words("sign-off --person lead-1")));
    }

    @Test
    void whomTheOutgoingSideRefusedStandsOnTheSheet() {
        assertEquals(0, run(Lang.EN, words("sign-on --person lead-1")));
        assertEquals(0, run(Lang.EN, words("handover draft --person op-1")));
        assertEquals(0, run(Lang.EN, words("handover sign --person op-1")));
        assertEquals(0, run(Lang.EN, words("handover refuse --reason drunk --refused lead-1 --person op-1")));
        assertEquals(0, run(Lang.EN, words("handover show")));
        assertTrue(out.toString().contains("drunk: Leader One"), out.toString());
        assertEquals(0, run(Lang.ZH, words("handover show")));
        assertTrue(
                out.toString().contains("饮酒: Leader One") || out.toString().contains("饮酒：Leader One"), out.toString());
    }

    @Test
    void wrongWordsAreAnswered() {
        assertEquals(0, run(Lang.EN, words("handover draft --person op-1")));
        assertEquals(2, run(Lang.EN, words("handover tools lamp --person op-1")));
        assertTrue(err.toString().contains("counts"), err.toString());
        assertEquals(1, run(Lang.EN, words("handover tools lamp=1 --person op-1")));
        assertTrue(err.toString().contains("not on the tool list"), err.toString());
        assertEquals(2, run(Lang.EN, words("handover refuse --reason tired --person op-1")));
        assertTrue(err.toString().contains("not-told"), err.toString());
        assertEquals(4, run(Lang.EN, words("handover draft --person fit-1")));
    }
}
