package io.pumpwatch.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.dispatch.FakeTransport.Sent;
import io.pumpwatch.dispatch.LinkConfig.Receipts;
import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.AlarmPayload.State;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.payload.CommandPayload;
import io.pumpwatch.dispatch.sign.Jws;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Now;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The link driven by hand: every message, acknowledgement and loss at a time that the test says. */
class LinkCoreTest {
    private static final long UTC = 1_795_420_800_000L;

    private final Rig rig = new Rig();
    private final FakeTransport wire = new FakeTransport();
    private final List<LinkNews> news = new ArrayList<>();
    private LinkCore core = core(Receipts.REQUIRED);
    private long uptime = 1_000;
    private int commandIds;

    private LinkCore core(Receipts receipts) {
        LinkConfig config = rig.config(Broker.plain("nowhere", 1883, "ps-3"), receipts);
        Link.Ports ports = new Link.Ports(rig.outbox, rig.station, rig.ids, news::add);
        return new LinkCore(config, ports, wire, report -> true, new Random(3), () -> {});
    }

    private Now now() {
        return Now.of(UTC + uptime, uptime);
    }

    private void work() {
        core.work(now());
    }

    private void after(long ms) {
        uptime += ms;
        work();
    }

    private void take(Inbound report) {
        core.take(report, now());
    }

    private void connect() {
        after(400);
        assertEquals(LinkState.CONNECTING, core.state());
        take(new Inbound.Up(wire.session));
        work();
    }

    private void live() {
        connect();
        take(new Inbound.Message(wire.session, Rig.TOPICS.status(), new byte[0], false));
        work();
        assertEquals(LinkState.LIVE, core.state());
    }

    private void ackAll() {
        List.copyOf(wire.sent).forEach(one -> take(new Inbound.Acked(wire.session, one.token())));
        work();
    }

    private void lose() {
        take(new Inbound.Lost(wire.session, LinkFault.of(LinkFault.Kind.CONNECTION_LOST)));
        wire.sent.clear();
        work();
    }

    private void command(CommandBody body) {
        commandIds++;
        CommandPayload command = new CommandPayload(Rig.TOPICS, "id-" + commandIds, now().utcMs(), body);
        byte[] compact =
                Jws.sign(command.encode(), "main", Rig.SEAT.getPrivate()).getBytes(StandardCharsets.US_ASCII);
        take(new Inbound.Message(wire.session, Rig.TOPICS.command(body.verb()), compact, false));
        work();
    }

    private void receipt(long seq) {
        command(new CommandBody.Receipt(new EntryId(1, seq), List.of(), null, null));
    }

    private String events() {
        return wire.of("/event").stream()
                .map(one -> one.payload().replaceAll(".*?seq\\\\?\":(\\d+).*", "$1"))
                .collect(Collectors.joining(" "));
    }

    private void entries(int count) {
        for (int i = 0; i < count; i++) {
            rig.outbox.append("entry");
        }
    }

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
