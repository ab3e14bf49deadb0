package io.pumpwatch.dispatch.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pumpwatch.dispatch.MemoryOutbox;
import io.pumpwatch.dispatch.desk.Receiver.Last;
import io.pumpwatch.dispatch.desk.Receiver.Verdict;
import io.pumpwatch.dispatch.payload.EventPayload;
import io.pumpwatch.dispatch.payload.EventPayload.Gap;
import io.pumpwatch.dispatch.payload.EventPayload.Line;
import io.pumpwatch.dispatch.payload.EventPayload.Stub;
import io.pumpwatch.dispatch.payload.PayloadException;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** n + 1 is taken, repeats are dropped, gaps are asked for, and history can't be rewritten unseen. */
class ReceiverTest {
    private final MemoryOutbox journal = new MemoryOutbox();
    private Receiver receiver = new Receiver(Last.NONE);

    @BeforeEach
    void someEntries() {
        for (int i = 1; i <= 6; i++) {
            journal.append("entry " + i);
        }
    }

    private Line line(long epoch, long seq) {
        Entry entry = Objects.requireNonNull(journal.all().get(new EntryId(epoch, seq)));
        return new Line(entry.line(), entry.hash());
    }

    private Verdict take(EventPayload event) throws PayloadException {
        return receiver.take(event).verdict();
    }

    @Test
    void inOrderRepeatAndGap() throws Exception {
        assertEquals(Verdict.FIRST, take(line(1, 1)));
        assertEquals(Verdict.NEXT, take(line(1, 2)));
        assertEquals(Verdict.REPEAT, take(line(1, 1)));
        assertEquals(Verdict.REPEAT, take(line(1, 2)));
        assertEquals(Verdict.GAP, take(line(1, 4)));
        assertEquals(new EntryId(1, 3), receiver.wanted());
        assertEquals(Verdict.NEXT, take(line(1, 3)));
        assertEquals(Verdict.NEXT, take(line(1, 4)));
        assertEquals(new EntryId(1, 4), receiver.last().id());
    }

    @Test
    void whoGivesReceiptsBeginsWhereDispatchStands() throws Exception {
        receiver.beginsAfter(EntryId.NONE);
        assertEquals(Verdict.GAP, take(line(1, 4)), "its receipt would cover 1 to 3");
        assertEquals(EntryId.NONE, receiver.last().id());
        assertEquals(Verdict.FIRST, take(line(1, 1)));
        assertEquals(Verdict.NEXT, take(line(1, 2)));
        receiver = new Receiver(Last.NONE);
        receiver.beginsAfter(new EntryId(1, 3));
        assertEquals(Verdict.GAP, take(line(1, 5)));
        assertEquals(Verdict.GAP, take(new Gap(1, 5, 6, "trimmed")));
        assertEquals(Verdict.FIRST, take(line(1, 4)));
        receiver = new Receiver(Last.NONE);
        receiver.beginsAfter(new EntryId(1, 3));
        assertEquals(Verdict.FIRST, take(line(1, 2)), "confirmed already, and no gap behind it");
        receiver = new Receiver(Last.NONE);
        receiver.beginsAfter(new EntryId(1, 3));
        assertEquals(Verdict.GAP_DECLARED, take(new Gap(1, 4, 5, "trimmed")));
        assertEquals(Verdict.NEXT, take(line(1, 6)));
        receiver = new Receiver(Last.NONE);
        assertEquals(Verdict.FIRST, take(line(1, 4)), "who only watches takes what comes");
    }

    @Test
    void rewrittenHistoryIsSeenAndNotTaken() throws Exception {
        take(line(1, 1));
        take(line(1, 2));
        Line two = line(1, 2);
        assertEquals(Verdict.REWRITTEN, take(new Line(two.line().replace("entry 2", "entry X"), two.hash())));
        assertEquals(Verdict.REWRITTEN, take(new Line(two.line(), "0".repeat(64))));
        assertEquals(new Last(new EntryId(1, 2), two.hash()), receiver.last());
    }

    @Test
    void brokenChainIsAskedForOnceMoreAndThenTakenWithAnAlarm() throws Exception {
        take(line(1, 1));
        Line two = line(1, 2);
        Line forged = new Line(two.line().replace("entry 2", "entry X"), two.hash());
        assertEquals(Verdict.CHAIN_DOUBTED, take(forged));
        assertEquals(Verdict.NEXT, take(two), "the resend brought the true one");
        Line three = new Line(line(1, 3).line(), "a".repeat(64));
        assertEquals(Verdict.CHAIN_DOUBTED, take(three));
        assertEquals(Verdict.CHAIN_BROKEN, take(three));
        assertEquals(new EntryId(1, 3), receiver.last().id());
    }

    @Test
    void newEpochDeclaredGapAndStub() throws Exception {
        take(line(1, 1));
        journal.newEpoch("restored");
        journal.append("after");
        assertEquals(Verdict.GAP, take(line(2, 2)), "the entry that names the old epoch is missing");
        assertEquals(Verdict.EPOCH_BREAK, take(line(2, 1)));
        assertEquals(Verdict.NEXT, take(line(2, 2)));
        assertEquals(Verdict.REPEAT, take(line(1, 1)));

        receiver = new Receiver(new Last(new EntryId(1, 1), line(1, 1).hash()));
        assertEquals(Verdict.GAP, take(new Gap(1, 3, 4, "trimmed")));
        assertEquals(Verdict.GAP_DECLARED, take(new Gap(1, 2, 4, "trimmed")));
        assertEquals(Verdict.REPEAT, take(new Gap(1, 2, 4, "trimmed")));
        assertEquals(Verdict.NEXT, take(line(1, 5)), "the chain starts afresh behind a gap");
        assertEquals(Verdict.STUB, take(new Stub(new EntryId(1, 6), line(1, 6).hash(), 9, "")));
        assertEquals(Verdict.REPEAT, take(line(1, 6)), "the whole entry after its stub has the same hash");
    }

    @Test
    void forgetsNothingOverARestart() throws Exception {
        take(line(1, 1));
        take(line(1, 2));
        receiver = new Receiver(receiver.last());
        assertEquals(Verdict.REPEAT, take(line(1, 1)));
        assertEquals(Verdict.REPEAT, take(line(1, 2)));
        assertEquals(Verdict.GAP, take(line(1, 4)));
        assertEquals(Verdict.NEXT, take(line(1, 3)));
    }

    @Test
    void whateverTheOrderTheStreamIsTakenInOrder() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            receiver = new Receiver(Last.NONE);
            take(line(1, 1));
            List<Long> taken = new ArrayList<>(List.of(1L));
            while (receiver.last().id().seq() < 6) {
                long seq = 1L + random.nextInt(6);
                Receiver.Taken got = receiver.take(line(1, seq));
                if (got.verdict().taken()) {
                    taken.add(got.id().seq());
                }
            }
            assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), taken, "seed " + seed);
        }
    }

    @Test
    void lineWithoutIdentityIsRefused() {
        for (String bad : List.of(
                "",
                "x",
                "{}",
                "{\"epoch\":1}",
                "{\"epoch\":0,\"seq\":1}",
                "[1]",
                "{\"body\":{\"epoch\":1,\"seq\":1}}")) {
            assertThrows(PayloadException.class, () -> take(new Line(bad, "0".repeat(64))), bad);
        }
    }
}
