package io.pumpwatch.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.duty.Handover;
import io.pumpwatch.duty.Handover.Stage;
import io.pumpwatch.duty.HandoverState;
import io.pumpwatch.scan.ScanResult;
import io.pumpwatch.scan.StationState;

/** What holds of handovers in every scan: two signatures of two people, and nothing signed ever changes. */
final class HandoverInvariants {
    private HandoverInvariants() {}

    static void check(StationState before, ScanResult result) {
        HandoverState was = before.duty().handovers();
        HandoverState is = result.state().duty().handovers();
        Handover last = is.last();
        if (last != null) {
            assertEquals(Stage.ACCEPTED, last.stage());
            assertNotNull(last.signed(), "accepted without the outgoing signature: " + last);
            assertNotNull(last.accepted(), "accepted without the incoming signature: " + last);
            assertNotEquals(last.outgoing(), last.incoming(), "one person on both sides");
            assertFalse(last.crew().contains(last.incoming()), "the outgoing crew took over from itself");
        }
        Handover then = was.open();
        if (then != null && then.signed() != null) {
            Handover now = is.open();
            Handover same = now != null && now.number() == then.number() ? now : last;
            if (same != null && same.number() == then.number()) {
                unchanged(then, same);
            }
        }
        if (was.last() != null && last != null && was.last().number() == last.number()) {
            unchanged(was.last(), last);
            assertEquals(was.last().accepted(), last.accepted());
        }
        boolean began = was.crew().isEmpty() && !is.crew().isEmpty();
        assertTrue(!began || last != null, "a crew answers for the station without a handover");
    }

    private static void unchanged(Handover then, Handover now) {
        assertEquals(then.items(), now.items(), "lines changed after signing");
        assertEquals(then.tools(), now.tools(), "counts changed after signing");
        assertEquals(then.remarks(), now.remarks(), "remarks changed after signing");
        assertEquals(then.signed(), now.signed(), "the signature changed");
        assertEquals(then.cutOff(), now.cutOff());
        int known = then.amendments().size();
        for (int i = 0; i < known; i++) {
            assertEquals(
                    then.amendments().get(i).words(), now.amendments().get(i).words());
        }
    }
}
