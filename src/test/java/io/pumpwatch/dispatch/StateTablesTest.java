package io.pumpwatch.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.dispatch.LinkState.Cue;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The link's decisions, one by one. */
class StateTablesTest {
    /** from, cue, to; a pair that isn't here can't come. */
    private static final String TABLE = """
            WAITING      DUE       CONNECTING
            CONNECTING   UP        READING_BACK
            CONNECTING   FAILED    WAITING
            CONNECTING   DENIED    FAULT
            FAULT        DUE       CONNECTING
            READING_BACK READ_BACK LIVE
            READING_BACK LOST      WAITING
            LIVE         LOST      WAITING
            WAITING      STOP      STOPPED
            CONNECTING   STOP      STOPPED
            READING_BACK STOP      STOPPED
            LIVE         STOP      STOPPED
            FAULT        STOP      STOPPED
            STOPPED      STOP      STOPPED
            """;

    @Test
    void everyStateAndCue() {
        TreeMap<String, LinkState> rows = new TreeMap<>();
        TABLE.lines()
                .map(line -> line.split(" +"))
                .forEach(row -> rows.put(row[0] + " " + row[1], LinkState.valueOf(row[2])));
        for (LinkState from : LinkState.values()) {
            for (Cue cue : Cue.values()) {
                LinkState to = rows.remove(from + " " + cue);
                if (to == null) {
                    assertThrows(IllegalStateException.class, () -> from.after(cue), from + " " + cue);
                } else {
                    assertEquals(to, from.after(cue), from + " " + cue);
                }
            }
        }
        assertTrue(rows.isEmpty(), rows::toString);
    }

    @Test
    void retriesAreDrawnEvenlyUnderACeilingThatDoubles() {
        for (int seed = 0; seed < 50; seed++) {
            Backoff backoff = new Backoff(500, 60_000, new Random(seed));
            for (int failure = 0; failure < 60; failure++) {
                long ceiling = Math.min(60_000, 500L << Math.min(failure, 20));
                long wait = backoff.failed();
                assertTrue(wait >= 20 && wait <= ceiling, "failure " + failure + ": " + wait);
            }
            backoff.held();
            assertTrue(backoff.failed() <= 500);
        }
        double sum = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            Backoff backoff = new Backoff(10_000, 10_000, new Random(seed * 7919L));
            sum += backoff.failed();
        }
        assertEquals(5_000, sum / 2_000, 300, "full jitter: the mean is half the ceiling");
    }

    @Test
    void threeLossesNameTheCulpritAndAnAcknowledgementClearsTheSuspect() {
        PoisonWatch watch = new PoisonWatch();
        assertNull(watch.lost("event 1:5"));
        assertFalse(watch.careful());
        assertNull(watch.lost("event 1:5"));
        assertTrue(watch.careful(), "one at a time until the suspect is through");
        assertEquals("event 1:5", watch.lost("event 1:5"));
        assertTrue(watch.isCulprit("event 1:5"));
        assertFalse(watch.careful());
        assertNull(watch.lost("event 1:6"));
        watch.acked("event 1:6");
        assertNull(watch.lost("event 1:6"));
        assertNull(watch.lost(null));
        assertNull(watch.lost("event 1:6"));
        assertFalse(watch.isCulprit("event 1:6"));
    }

    @Test
    void tenRefusalsAMinuteAreToldAndTheRestIsCounted() {
        RefusalLimiter limiter = new RefusalLimiter(10);
        for (int i = 0; i < 10; i++) {
            assertEquals(0, limiter.admit(i));
        }
        for (int i = 10; i < 500; i++) {
            assertEquals(-1, limiter.admit(i));
        }
        assertEquals(-1, limiter.admit(59_999));
        assertEquals(491, limiter.admit(60_000));
        assertEquals(0, limiter.admit(60_001));
    }

    @Test
    void proofHasItsTimeFromTheFirstUnprovenMessage() {
        ProofWatch watch = new ProofWatch(1_000);
        assertFalse(watch.overdue(Family.EVENT, 99_999));
        watch.sent(Family.EVENT, 100);
        watch.sent(Family.EVENT, 900);
        assertFalse(watch.overdue(Family.EVENT, 1_099));
        assertTrue(watch.overdue(Family.EVENT, 1_100));
        watch.partly(Family.EVENT, 1_100);
        assertFalse(watch.overdue(Family.EVENT, 2_000));
        assertTrue(watch.overdue(Family.EVENT, 2_100));
        watch.proven(Family.EVENT);
        watch.partly(Family.EVENT, 2_100);
        assertFalse(watch.overdue(Family.EVENT, 99_999), "nothing is out");
        watch.sent(Family.ALARM, 5);
        watch.clear();
        assertFalse(watch.overdue(Family.ALARM, 99_999));
    }

    @Test
    void theWindowWidensQuicklyUntilTheFirstLossAndSlowlyAfter() {
        SendWindow window = new SendWindow();
        assertEquals(1_000, window.entries());
        window.grow();
        assertEquals(1_500, window.entries());
        window.shrink();
        assertEquals(750, window.entries());
        window.grow();
        assertEquals(878, window.entries());
        for (int i = 0; i < 99; i++) {
            window.shrink();
        }
        assertEquals(SendWindow.MIN, window.entries());
        window.again();
        for (int i = 0; i < 99; i++) {
            window.grow();
        }
        assertEquals(SendWindow.MAX, window.entries());
    }

    private static EntryId id(long seq) {
        return new EntryId(1, seq);
    }

    @Test
    void anAlarmIsOverdueOnceAndItsLateConfirmationIsTold() {
        List<LinkNews> news = new ArrayList<>();
        AlarmWatch watch = new AlarmWatch(10_000, id(5), news::add);
        AlarmId hh = AlarmId.parse("PT-101.HH");
        watch.asks(hh, id(5), 0);
        watch.due(99_999);
        assertEquals(List.of(), news, "the ordered stream had covered it");

        watch.asks(hh, id(7), 1_000);
        watch.asks(hh, id(8), 9_000);
        watch.due(10_999);
        assertEquals(List.of(), news);
        watch.due(11_000);
        watch.due(12_000);
        assertEquals(List.of(new LinkNews.AlarmOverdue(hh, id(7), 10_000)), news);
        assertEquals(1, watch.overdue());
        watch.confirmed(hh, id(6), 13_000);
        assertEquals(1, watch.overdue(), "a receipt for an older state isn't enough");
        watch.confirmed(hh, id(8), 14_000);
        assertEquals(new LinkNews.AlarmConfirmedLate(hh, id(7), 13_000), news.get(1));
        watch.asks(hh, id(8), 15_000);
        watch.due(99_999);
        assertEquals(2, news.size(), "already confirmed");

        watch.asks(hh, id(9), 100_000);
        watch.due(110_000);
        watch.normal(hh, 111_000);
        assertEquals(new LinkNews.AlarmOverdueEnded(hh, 11_000), news.get(3));
        watch.asks(hh, id(10), 120_000);
        watch.due(130_000);
        watch.confirmed(id(10), 131_000);
        assertEquals(new LinkNews.AlarmConfirmedLate(hh, id(10), 11_000), news.get(5));
        assertTrue(watch.allConfirmed());
    }
}
