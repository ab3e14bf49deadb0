package io.pumpwatch.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.dispatch.FakeTransport.Sent;
import io.pumpwatch.dispatch.LinkConfig.Receipts;
import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.AlarmPayload.State;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the link sends, in which order, and from where it resumes. */
class LinkCoreTest extends LinkByHand {
    @Test
    void alarmStatesGoBeforeEntriesAndForeignOnesAreEmptied() {
        entries(3);
        rig.station.set("PT-101.HH", State.UNACKED);
        AlarmPayload there = rig.station.set("LT-301.H", State.ACKED);
        connect();
        String mine = Rig.TOPICS.alarm(AlarmId.parse("LT-301.H"));
        take(new Inbound.Message(wire.session, mine, there.encode(), true));
        String old = Rig.TOPICS.alarm(AlarmId.parse("PT-201.L"));
        take(new Inbound.Message(wire.session, old, there.encode(), true));
        work();
        assertEquals(List.of(), wire.of("/alarm/"), "not before the own retained states are known");
        take(new Inbound.Message(wire.session, Rig.TOPICS.status(), new byte[0], false));
        work();
        assertEquals(
                List.of("alarm/PT-101/HH", "alarm/PT-201/L", "reading", "event", "event", "event", "event", "event"),
                wire.sent.stream()
                        .filter(one -> !one.topic().endsWith("/status"))
                        .map(one -> one.topic().substring("pumpwatch/v1/mine-1/ps-3/".length()))
                        .toList());
        Sent emptied = wire.of("PT-201").get(0);
        assertEquals("", emptied.payload());
        assertTrue(emptied.retained() && emptied.qos() == 1);
        assertFalse(wire.subscribed.contains(Rig.TOPICS.alarms()), "read once");
    }

    @Test
    void sendingResumesAfterTheConfirmedCursorWithReceiptsAndAfterTheSentOneWithout() {
        for (Receipts receipts : Receipts.values()) {
            core = core(receipts);
            wire.sent.clear();
            entries(5);
            live();
            ackAll();
            EntryId last = rig.outbox.last();
            assertEquals(last, rig.outbox.sent());
            if (receipts == Receipts.REQUIRED) {
                receipt(2);
                assertEquals(new EntryId(1, 2), rig.outbox.confirmed());
            }
            lose();
            live();
            assertEquals(receipts == Receipts.REQUIRED ? "3 4 5" : "", events(), receipts.toString());
        }
    }

    @Test
    void receiptsNeverGoBackAndNeverBeyondTheJournal() {
        entries(5);
        live();
        receipt(4);
        receipt(3);
        assertEquals(new EntryId(1, 4), rig.outbox.confirmed());
        receipt(6);
        assertEquals(new EntryId(1, 4), rig.outbox.confirmed());
        assertEquals(LinkFault.Kind.RECEIPT_AHEAD, core.view(0).faults().get(0).kind());
        receipt(5);
        assertEquals(List.of(), core.view(0).faults());
    }

    @Test
    void resendGoesBackWithTheSameBytes() {
        entries(4);
        live();
        List<Sent> first = wire.of("/event");
        ackAll();
        wire.sent.clear();
        command(new CommandBody.Resend(new EntryId(1, 3)));
        assertEquals("3 4", events());
        assertEquals(first.get(2).payload(), wire.of("/event").get(0).payload());
        assertTrue(wire.of("/reply/").get(0).payload().contains("\"done\":true"));
        command(new CommandBody.Resend(new EntryId(1, 9)));
        assertTrue(wire.of("/reply/").get(1).payload().contains("resend.ahead"));
    }

    @Test
    void trimmedEntriesAreADeclaredGap() {
        entries(9);
        rig.outbox.trim(new EntryId(1, 6));
        live();
        assertEquals(
                "{\"gap\":{\"epoch\":1,\"from\":1,\"to\":6,\"reason\":\"trimmed\"}}",
                wire.of("/event").get(0).payload());
        assertEquals("7 8 9", events().substring(events().indexOf('7')));
        assertEquals(new LinkNews.GapDeclared(new EntryId(1, 1), new EntryId(1, 6)), news.get(0));
    }

    @Test
    void windowAndFullLibraryHoldBackEntriesButNotAlarms() {
        entries(2_000);
        live();
        assertEquals(LinkConfig.WINDOW - 1, wire.of("/event").size(), "the status is one of them");
        rig.station.set("PT-101.HH", State.UNACKED);
        work();
        assertEquals(1, wire.of("/alarm/").size());
        wire.full = true;
        ackAll();
        wire.full = false;
        wire.sent.clear();
        work();
        assertTrue(events().startsWith("500 501 502"), events().substring(0, 12));
    }

    @Test
    void noMoreThanTheUnconfirmedWindowGoesWithoutReceipts() {
        entries(3_000);
        live();
        for (int i = 0; i < 20; i++) {
            ackAll();
        }
        assertEquals(SendWindow.START, wire.of("/event").size());
        receipt(600);
        ackAll();
        ackAll();
        assertEquals(
                600 + SendWindow.START + SendWindow.START / 2, wire.of("/event").size());
    }
}
