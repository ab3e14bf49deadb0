package io.pumpwatch.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.dispatch.FakeTransport.Sent;
import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.AlarmPayload.State;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.journal.EntryId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the link does when disk, payload, broker or proof fail. */
class LinkTroubleTest extends LinkByHand {
    @Test
    void aStateThatMovesWhileItsEntryWaitsGoesAsItIsThen() {
        live();
        rig.outbox.stalled(true);
        rig.station.set("PT-101.HH", State.UNACKED);
        AlarmPayload other = rig.station.set("LT-301.H", State.UNACKED);
        work();
        AlarmPayload newest = rig.station.set("PT-101.HH", State.ACKED);
        work();
        assertEquals(List.of(), wire.of("/alarm/"), "nothing before it is kept");
        rig.outbox.stalled(false);
        work();
        assertEquals(
                List.of(text(newest), text(other)),
                wire.of("/alarm/").stream().map(Sent::payload).toList());
        rig.station.set("PT-101.HH", State.UNACKED);
        work();
        assertEquals(3, wire.of("/alarm/").size());
    }

    private static String text(AlarmPayload alarm) {
        return new String(alarm.encode(), StandardCharsets.UTF_8);
    }

    @Test
    void stalledDiskHoldsStatesForTwoSecondsThenTellsThemAsNotKept() {
        live();
        rig.outbox.stalled(true);
        rig.station.set("PT-101.HH", State.UNACKED);
        work();
        after(1_999);
        assertEquals(List.of(), wire.of("/alarm/"));
        after(1);
        assertTrue(wire.of("/alarm/").get(0).payload().contains("\"kept\":false"));
        assertEquals("", events(), "entries wait until they are durable");
        rig.outbox.stalled(false);
        work();
        assertTrue(wire.of("/alarm/").get(1).payload().contains("\"kept\":true"));
        assertEquals("1", events());
        rig.station.set("PT-101.HH", State.NORMAL);
        work();
        assertEquals("", wire.of("/alarm/").get(2).payload());
    }

    @Test
    void payloadThatDropsTheLinkThreeTimesGoesAsAStub() {
        entries(3);
        live();
        ackAll();
        receipt(1);
        for (int loss = 0; loss < 3; loss++) {
            lose();
            live();
            List.copyOf(wire.sent).stream()
                    .filter(one -> !one.topic().endsWith("/event"))
                    .forEach(one -> take(new Inbound.Acked(wire.session, one.token())));
            work();
            assertTrue(wire.of("/event").get(0).payload().startsWith("{\"line\""), "loss " + loss);
        }
        lose();
        live();
        assertTrue(wire.of("/event").get(0).payload().startsWith("{\"stub\":{\"epoch\":1,\"seq\":2"));
        assertTrue(news.contains(new LinkNews.Stubbed(new EntryId(1, 2))));
        assertEquals("2 3", events());
    }

    @Test
    void wrongPasswordIsTriedAgainSeldomAndAConnectThatHangsIsEnded() {
        after(400);
        take(new Inbound.Refused(wire.session, LinkFault.of(LinkFault.Kind.WRONG_PASSWORD)));
        long first = wire.session;
        after(599_999);
        assertEquals(LinkState.FAULT, core.state());
        assertEquals(first, wire.session);
        after(1);
        assertEquals(first + 1, wire.session);
        after(5_000);
        assertEquals(LinkFault.Kind.NO_ANSWER, core.view(0).faults().get(0).kind());
        after(400);
        assertEquals(first + 2, wire.session);
        take(new Inbound.Up(first));
        assertEquals(LinkState.CONNECTING, core.state(), "a report of an abandoned attempt is ignored");
    }

    @Test
    void unprovenFamilyIsNamedUntilItsProofComes() {
        live();
        ackAll();
        after(29_999);
        assertEquals(List.of(), core.view(0).faults());
        after(2);
        assertEquals(
                List.of("reading", "status"),
                core.view(0).faults().stream().map(LinkFault::detail).sorted().toList());
        command(new CommandBody.Receipt(EntryId.NONE, List.of(), UTC, null));
        assertEquals(
                List.of("reading"),
                core.view(0).faults().stream().map(LinkFault::detail).toList());
    }

    @Test
    void goodbyeAndWillSayOffline() {
        live();
        assertTrue(new String(Objects.requireNonNull(wire.will).payload(), StandardCharsets.UTF_8)
                .startsWith("{\"online\":false"));
        wire.sent.clear();
        core.stop(now());
        assertTrue(wire.sent.get(0).payload().startsWith("{\"online\":false"));
        assertEquals(LinkState.STOPPED, core.state());
    }
}
