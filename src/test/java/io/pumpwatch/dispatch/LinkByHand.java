package io.pumpwatch.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.dispatch.LinkConfig.Receipts;
import io.pumpwatch.dispatch.payload.CommandBody;
import io.pumpwatch.dispatch.payload.CommandPayload;
import io.pumpwatch.dispatch.sign.Jws;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.Now;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** The link driven by hand: every message, acknowledgement and loss at a time that the test says. */
abstract class LinkByHand {
    static final long UTC = 1_795_420_800_000L;

    final Rig rig = new Rig();
    final FakeTransport wire = new FakeTransport();
    final List<LinkNews> news = new ArrayList<>();
    LinkCore core = core(Receipts.REQUIRED);
    long uptime = 1_000;
    int commandIds;

    LinkCore core(Receipts receipts) {
        LinkConfig config = rig.config(Broker.plain("nowhere", 1883, "ps-3"), receipts);
        Link.Ports ports = new Link.Ports(rig.outbox, rig.station, rig.ids, news::add);
        return new LinkCore(config, ports, wire, report -> true, new Random(3), () -> {});
    }

    Now now() {
        return Now.of(UTC + uptime, uptime);
    }

    void work() {
        core.work(now());
    }

    void after(long ms) {
        uptime += ms;
        work();
    }

    void take(Inbound report) {
        core.take(report, now());
    }

    void connect() {
        after(400);
        assertEquals(LinkState.CONNECTING, core.state());
        take(new Inbound.Up(wire.session));
        work();
    }

    void live() {
        connect();
        take(new Inbound.Message(wire.session, Rig.TOPICS.status(), new byte[0], false));
        work();
        assertEquals(LinkState.LIVE, core.state());
    }

    void ackAll() {
        List.copyOf(wire.sent).forEach(one -> take(new Inbound.Acked(wire.session, one.token())));
        work();
    }

    void lose() {
        take(new Inbound.Lost(wire.session, LinkFault.of(LinkFault.Kind.CONNECTION_LOST)));
        wire.sent.clear();
        work();
    }

    void command(CommandBody body) {
        commandIds++;
        CommandPayload command = new CommandPayload(Rig.TOPICS, "id-" + commandIds, now().utcMs(), body);
        byte[] compact =
                Jws.sign(command.encode(), "main", Rig.SEAT.getPrivate()).getBytes(StandardCharsets.US_ASCII);
        take(new Inbound.Message(wire.session, Rig.TOPICS.command(body.verb()), compact, false));
        work();
    }

    void receipt(long seq) {
        command(new CommandBody.Receipt(new EntryId(1, seq), List.of(), null, null));
    }

    String events() {
        return wire.of("/event").stream()
                .map(one -> one.payload().replaceAll(".*?seq\\\\?\":(\\d+).*", "$1"))
                .collect(Collectors.joining(" "));
    }

    void entries(int count) {
        for (int i = 0; i < count; i++) {
            rig.outbox.append("entry");
        }
    }
}
