package io.pumpwatch.dispatch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.dispatch.LinkConfig.Receipts;
import io.pumpwatch.dispatch.desk.Desk;
import io.pumpwatch.dispatch.desk.DeskNote;
import io.pumpwatch.dispatch.desk.DeskNote.Kind;
import io.pumpwatch.dispatch.desk.DeskView;
import io.pumpwatch.dispatch.payload.AlarmPayload.State;
import io.pumpwatch.journal.Entry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker that is killed, stopped and away for long. */
@Tag("broker")
class BrokerOutageTest {
    /** Kills in the long run; {@code -DbrokerKills=50} for the whole. */
    private static final int KILLS = Integer.getInteger("brokerKills", 10);

    @TempDir
    private Path folder;

    private static void allArrived(Rig rig) {
        assertEquals(rig.outbox.last(), rig.outbox.confirmed(), rig::state);
    }

    private static void inOrderOnce(Rig rig) {
        List<String> received =
                rig.notes(Kind.ENTRY).stream().map(DeskNote::detail).toList();
        assertEquals(rig.outbox.all().values().stream().map(Entry::line).toList(), received);
        assertEquals(List.of(), rig.notes(Kind.REWRITTEN));
        assertEquals(List.of(), rig.notes(Kind.CHAIN_BROKEN));
        assertEquals(List.of(), rig.notes(Kind.MALFORMED));
        assertEquals(List.of(), rig.notes(Kind.STUB));
    }

    private static String shown(DeskView view) {
        return view.alarms().stream()
                .map(line -> line.alarm().id() + " " + line.alarm().state())
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    private static String actual(Rig rig) {
        return rig.station.alarms().states().stream()
                .map(alarm -> alarm.id() + " " + alarm.state())
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    @Test
    void killedAgainAndAgainWhileAlarmsFlow() throws Exception {
        Random random = new Random(50);
        State[] states = State.values();
        try (Mosquitto broker = new Mosquitto(folder, "allow_anonymous true");
                Rig rig = new Rig()) {
            Desk desk = rig.startDesk(broker.broker("desk"), folder.resolve("memory"));
            Link link = rig.startLink(broker.broker("ps-3"), Receipts.REQUIRED);
            for (int kill = 0; kill < KILLS; kill++) {
                for (int i = 0; i < 40; i++) {
                    rig.station.set("PT-10" + random.nextInt(10) + ".H", states[random.nextInt(states.length)]);
                    link.wake();
                }
                int have = rig.notes(Kind.ENTRY).size();
                // Half of the kills while entries are under way, half after some came through.
                if (random.nextBoolean()) {
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> rig.notes(Kind.ENTRY).size() > have);
                }
                broker.kill();
                rig.station.set("LT-301.HH", kill % 2 == 0 ? State.UNACKED : State.ACKED);
                broker.start();
            }
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> allArrived(rig));
            inOrderOnce(rig);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertEquals(actual(rig), shown(desk.view()), rig::state));
            System.err.println(
                    KILLS + " kills of the broker: " + rig.outbox.all().size() + " entries, each there once"
                            + " and in order; " + rig.notes(Kind.GAP).size() + " resends asked");
        }
    }

    @Test
    void alarmStatesAreRightBeforeTwentyThousandWaitingEntriesAreThere() throws Exception {
        try (Mosquitto broker = new Mosquitto(folder, "allow_anonymous true");
                Rig rig = new Rig()) {
            Desk desk = rig.startDesk(broker.broker("desk"), folder.resolve("memory"));
            Link link = rig.startLink(broker.broker("ps-3"), Receipts.REQUIRED);
            rig.station.set("PT-101.HH", State.UNACKED);
            rig.station.set("PT-201.H", State.UNACKED);
            link.wake();
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> allArrived(rig));
            broker.kill();
            for (int i = 0; i < 20_000; i++) {
                rig.outbox.append("during the outage " + i);
            }
            rig.station.set("PT-101.HH", State.NORMAL);
            rig.station.set("PT-201.H", State.ACKED);
            rig.station.set("LT-301.HH", State.UNACKED);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> !link.view().state().connected());
            broker.start();
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> link.view().state().connected()
                            && desk.view().link().connected());
            long connected = System.nanoTime();
            await().atMost(Duration.ofSeconds(4))
                    .pollInterval(Duration.ofMillis(5))
                    .untilAsserted(() -> assertEquals(actual(rig), shown(desk.view())));
            long rightAfterMs = (System.nanoTime() - connected) / 1_000_000;
            int before = rig.notes(Kind.ENTRY).size();
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> allArrived(rig));
            long drainedMs = (System.nanoTime() - connected) / 1_000_000;
            inOrderOnce(rig);
            System.err.println("outage: alarm states right " + rightAfterMs + " ms after reconnecting, with " + before
                    + " entries there; 20,000 entries confirmed after " + drainedMs + " ms, "
                    + rig.notes(Kind.GAP).size() + " resends asked");
            assertTrue(rightAfterMs <= 2_000, "alarm states right after " + rightAfterMs + " ms");
        }
    }

    @Test
    void brokerThatStopsAnsweringAndGoesOn() throws Exception {
        try (Mosquitto broker = new Mosquitto(folder, "allow_anonymous true");
                Rig rig = new Rig()) {
            Desk desk = rig.startDesk(broker.broker("desk"), folder.resolve("memory"));
            Link link = rig.startLink(broker.broker("ps-3"), Receipts.REQUIRED);
            rig.station.set("PT-101.HH", State.UNACKED);
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> allArrived(rig));
            broker.signal("STOP");
            for (int i = 0; i < 2_000; i++) {
                rig.outbox.append("while stopped " + i);
            }
            rig.station.set("PT-101.HH", State.ACKED);
            link.wake();
            await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(2)).until(() -> true);
            broker.signal("CONT");
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> allArrived(rig));
            inOrderOnce(rig);
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertEquals(actual(rig), shown(desk.view())));
        }
    }

    @Test
    void deskThatWasAwayGetsWhatItMissedAndForgetsNothing() throws Exception {
        try (Mosquitto broker = new Mosquitto(folder, "allow_anonymous true");
                Rig rig = new Rig()) {
            rig.startDesk(broker.broker("desk"), folder.resolve("memory"));
            Link link = rig.startLink(broker.broker("ps-3"), Receipts.REQUIRED);
            rig.outbox.append("first");
            link.wake();
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> allArrived(rig));
            rig.stopDesk();
            for (int i = 0; i < 300; i++) {
                rig.outbox.append("nobody listens " + i);
            }
            link.wake();
            await().atMost(Duration.ofSeconds(10)).until(() -> rig.outbox.sent().equals(rig.outbox.last()));
            rig.startDesk(broker.broker("desk"), folder.resolve("memory"));
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> allArrived(rig));
            inOrderOnce(rig);
        }
    }
}
