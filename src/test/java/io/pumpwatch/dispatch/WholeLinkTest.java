package io.pumpwatch.dispatch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.dispatch.LinkConfig.Receipts;
import io.pumpwatch.dispatch.desk.Desk;
import io.pumpwatch.dispatch.desk.DeskNote;
import io.pumpwatch.dispatch.desk.DeskView.Presence;
import io.pumpwatch.dispatch.payload.AlarmPayload.State;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.journal.Entry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the journal over a broker to the desk and back. */
class WholeLinkTest {
    @TempDir
    private Path folder;

    @Test
    void entriesAlarmsAndStatusArriveAndReceiptsMoveTheConfirmedCursor() throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker();
                Rig rig = new Rig()) {
            for (int i = 0; i < 1_000; i++) {
                rig.outbox.append("before the link " + i);
            }
            rig.station.set("PT-101.HH", State.UNACKED);
            Desk desk = rig.startDesk(Broker.plain("127.0.0.1", broker.port(), "desk"), folder.resolve("desk"));
            Link link = rig.startLink(Broker.plain("127.0.0.1", broker.port(), "ps-3"), Receipts.REQUIRED);
            rig.station.set("PT-101.HH", State.ACKED);
            rig.station.set("LT-301.H", State.UNACKED);
            link.wake();

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertEquals(rig.outbox.last(), rig.outbox.confirmed(), rig::state));
            List<String> received = rig.notes(DeskNote.Kind.ENTRY).stream()
                    .map(DeskNote::detail)
                    .toList();
            assertEquals(rig.outbox.all().values().stream().map(Entry::line).toList(), received);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> desk.view().alarms().size() == 2);
            assertEquals("PT-101.HH", desk.view().alarms().get(0).alarm().id().toString());
            assertEquals(State.ACKED, desk.view().alarms().get(0).alarm().state());
            assertEquals(Presence.ONLINE, desk.view().stations().get(0).presence());

            rig.station.set("PT-101.HH", State.NORMAL);
            link.wake();
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> desk.view().alarms().size() == 1);

            rig.stopLink();
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> desk.view().stations().get(0).presence() == Presence.OFFLINE);
            assertTrue(rig.notes(DeskNote.Kind.MALFORMED).isEmpty());
        }
    }

    @Test
    void dispatchApprovesAVisitorAndIsAnswered() throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker();
                Rig rig = new Rig()) {
            Desk desk = rig.startDesk(Broker.plain("127.0.0.1", broker.port(), "desk"), folder.resolve("desk"));
            rig.startLink(Broker.plain("127.0.0.1", broker.port(), "ps-3"), Receipts.NONE);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !desk.view().stations().isEmpty());

            desk.approve("mine-1/ps-3", "张三", LocalDate.of(2026, 12, 31), "seal of pump 2", "Li Wei");
            desk.revoke("mine-1/ps-3", "王五", "Li Wei");
            desk.approve("mine-1/ps-4", "张三", LocalDate.of(2026, 12, 31), "seal of pump 2", "Li Wei");

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> rig.notes(DeskNote.Kind.REPLY).size() == 3);
            assertEquals(
                    List.of(
                            new CommandBody.Approve("张三", LocalDate.of(2026, 12, 31), "seal of pump 2", "Li Wei"),
                            new CommandBody.Revoke("王五", "Li Wei")),
                    rig.station.taken);
            List<String> replies = rig.notes(DeskNote.Kind.REPLY).stream()
                    .map(DeskNote::detail)
                    .sorted()
                    .toList();
            assertTrue(replies.get(0).startsWith("approve") && replies.get(2).startsWith("revoke"), replies::toString);
            assertTrue(replies.get(1).contains("nothing was heard of the station mine-1/ps-4"), replies::toString);
        }
    }
}
