package io.pumpwatch.journal;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {
    @TempDir
    Path folder = Path.of("");

    private Journal open() {
        return Journal.open(folder, Samples.SMALL);
    }

    @Test
    void keepsInOrderAndAnnouncesWhatIsDurable() {
        ConcurrentLinkedQueue<EntryId> told = new ConcurrentLinkedQueue<>();
        try (Keeper keeper = Keeper.start(open())) {
            keeper.onDurable(told::add);
            SeqRange range = keeper.offer(Samples.stamp(1), Samples.drafts(1, 3), Samples.STATE);
            assertEquals(new SeqRange(1, 1, 3, true), range);
            await().until(() -> keeper.durable().equals(new EntryId(1, 3)));
            assertEquals(0, keeper.pending());
            assertEquals(0, keeper.stalledForMs(5_000));
            await().until(() -> told.contains(new EntryId(1, 3)));
        }
        try (Journal again = open()) {
            List<Entry> all = Samples.all(again);
            assertEquals(3, all.size());
            assertEquals("{\"n\":3}", EntryLine.parse(all.get(2).line()).body());
            assertEquals(
                    Chain.next(all.get(1).hash(), all.get(2).line()), all.get(2).hash());
            assertEquals(1, again.lastBoot());
        }
    }

    private Keeper threeKept() {
        Keeper keeper = Keeper.start(open());
        keeper.offer(Samples.stamp(1), Samples.drafts(1, 3), Samples.STATE);
        await().until(() -> keeper.durable().seq() == 3);
        return keeper;
    }

    @Test
    void cursorsRideWithTheNextGroupAndAreFlushedAtTheEndAndWhenIdle() {
        try (Keeper keeper = threeKept()) {
            keeper.moveCursor("sent", new EntryId(1, 2));
            assertEquals(new EntryId(1, 2), keeper.cursor("sent"));
            await().until(() ->
                    Map.of("sent", new EntryId(1, 2)).equals(keeper.journal().cursors()));
            keeper.moveCursor("confirmed", new EntryId(1, 1));
            assertThrows(IllegalArgumentException.class, () -> keeper.moveCursor("sent", new EntryId(1, 4)));
            assertThrows(IllegalArgumentException.class, () -> keeper.moveCursor("Sent", new EntryId(1, 1)));
        }
        try (Journal again = open()) {
            assertEquals(Map.of("sent", new EntryId(1, 2), "confirmed", new EntryId(1, 1)), again.cursors());
        }
    }

    /** An agent hands something over at each scan, nothing most of the time: that must not hold the cursors up. */
    @Test
    void cursorsAreWrittenWhileScansGoOnWithoutEvents() {
        try (Keeper keeper = threeKept()) {
            keeper.moveCursor("sent", new EntryId(1, 2));
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> {
                keeper.offer(Samples.stamp(2), List.of(), Samples.STATE);
                return Map.of("sent", new EntryId(1, 2)).equals(keeper.journal().cursors());
            });
        }
    }

    @Test
    void aStalledDiskDelaysNobodyAndWhatFindsNoRoomIsADeclaredGap() {
        FaultyDisk disk = new FaultyDisk();
        try (Keeper keeper = Keeper.start(Journal.open(folder, Samples.SMALL, disk))) {
            keeper.offer(Samples.stamp(1), Samples.drafts(1, 1), Samples.STATE);
            await().until(() -> keeper.durable().seq() == 1);
            disk.stall();
            boolean waiting = true;
            long longestNs = 0;
            for (int n = 2; n <= 200; n++) {
                long begun = System.nanoTime();
                waiting = keeper.offer(Samples.stamp(n), Samples.drafts(n, n), Samples.STATE)
                        .waiting();
                longestNs = Math.max(longestNs, System.nanoTime() - begun);
            }
            assertFalse(waiting);
            assertTrue(longestNs < 1_000_000_000L, "offer took " + longestNs + " ns");
            assertEquals(4_998, keeper.stalledForMs(5_000));
            assertEquals(new EntryId(1, 1), keeper.durable());
            disk.goOn();
            await().until(() -> keeper.pending() == 0);
            SeqRange after = keeper.offer(Samples.stamp(300), Samples.drafts(300, 300), Samples.STATE);
            assertTrue(after.waiting());
            await().until(() -> keeper.durable().equals(after.lastId()));
            List<Entry> all = Samples.all(keeper.journal());
            Entry gap = all.get(all.size() - 2);
            long lastKept = all.get(all.size() - 3).id().seq();
            assertEquals(OwnEntry.GAP, EntryLine.kindOf(gap.line()));
            assertEquals(
                    "{\"from\":" + (lastKept + 1) + ",\"to\":200,\"version\":3,\"state\":{\"alarms\":7}}",
                    EntryLine.head(gap.line()).body());
            assertEquals(new EntryId(1, 201), gap.id());
            assertEquals(new StateText(3, "{\"alarms\":7}"), keeper.journal().gapState(gap));
        }
    }

    @Test
    void aGapWithALargeStatePutsItIntoAFile() {
        FaultyDisk disk = new FaultyDisk();
        StateText large = new StateText(3, "{\"text\":\"" + "x".repeat(100_000) + "\"}");
        try (Keeper keeper = Keeper.start(Journal.open(folder, Samples.SMALL, disk))) {
            disk.stall();
            for (int n = 1; n <= 60; n++) {
                keeper.offer(Samples.stamp(n), Samples.drafts(n, n), () -> large);
            }
            disk.goOn();
            await().until(() -> keeper.pending() == 0);
            keeper.offer(Samples.stamp(61), List.of(), () -> large);
            await().until(() -> keeper.durable().seq() == 61);
            Entry gap = keeper.journal().read(new EntryId(1, 50), 1).get(0);
            assertEquals(new EntryId(1, 61), gap.id());
            assertEquals(large, keeper.journal().gapState(gap));
        }
    }

    @Test
    void aDiskThatRefusesIsTriedAgainAndNothingIsLost() {
        FaultyDisk disk = new FaultyDisk();
        try (Keeper keeper = Keeper.start(Journal.open(folder, Samples.SMALL, disk))) {
            keeper.offer(Samples.stamp(1), Samples.drafts(1, 1), Samples.STATE);
            await().until(() -> keeper.durable().seq() == 1);
            disk.refuse("No space left on device");
            keeper.offer(Samples.stamp(2), Samples.drafts(2, 4), Samples.STATE);
            await().until(() -> keeper.trouble()
                    .filter(why -> why.trouble() == Trouble.DISK_FULL)
                    .isPresent());
            disk.goOn();
            await().until(() -> keeper.durable().seq() == 4);
            assertTrue(keeper.trouble().isEmpty());
            assertEquals(4, Samples.all(keeper.journal()).size());
        }
    }

    @Test
    void lockStepReturnsWhenAllIsDurable() {
        try (Keeper keeper = Keeper.lockStep(open())) {
            SeqRange range = keeper.offer(Samples.stamp(1), Samples.drafts(1, 70), Samples.STATE);
            assertEquals(range.lastId(), keeper.durable());
        }
    }

    @Test
    void aSecondPumpwatchIsKeptOut() {
        try (Journal first = open()) {
            assertEquals(EntryId.NONE, first.last());
            JournalException refused = assertThrows(JournalException.class, this::open);
            assertEquals(Trouble.LOCKED, refused.trouble());
            assertEquals(
                    Long.toString(ProcessHandle.current().pid()), refused.args().get("pid"));
        }
        open().close();
    }

    /** An agent that loses power each week would never come to a snapshot, and each of its starts took longer. */
    @Test
    void entriesOfEarlierStartsCountTowardsASnapshot() {
        try (Keeper keeper = Keeper.lockStep(open())) {
            keeper.offer(Samples.stamp(1), Samples.drafts(1, 60), Samples.STATE);
            assertFalse(keeper.snapshotDue());
        }
        try (Keeper keeper = Keeper.lockStep(open())) {
            assertFalse(keeper.snapshotDue());
            keeper.offer(Samples.stamp(2), Samples.drafts(61, 101), Samples.STATE);
            assertTrue(keeper.snapshotDue());
            keeper.snapshot(Samples.stamp(3), Samples.STATE);
            keeper.offer(Samples.stamp(4), Samples.drafts(103, 140), Samples.STATE);
        }
        try (Keeper keeper = Keeper.lockStep(open())) {
            assertFalse(keeper.snapshotDue());
            keeper.offer(Samples.stamp(5), Samples.drafts(141, 202), Samples.STATE);
            assertTrue(keeper.snapshotDue(), "the snapshot's own entry counts too");
        }
    }

    /** Power that fails often: each start would have more to go through than the one before. */
    @Test
    void aStartThatHadManyEntriesToGoThroughLeavesFewToTheNext() {
        try (Keeper keeper = Keeper.lockStep(open())) {
            keeper.offer(Samples.stamp(1), Samples.drafts(1, 71), Samples.STATE);
            assertFalse(keeper.snapshotDue(), "it had nothing to go through itself");
        }
        try (Keeper keeper = Keeper.lockStep(open())) {
            assertTrue(keeper.snapshotDue(), "71 are more than 70");
            keeper.snapshot(Samples.stamp(2), Samples.STATE);
            assertFalse(keeper.snapshotDue());
        }
        try (Keeper keeper = Keeper.lockStep(open())) {
            assertFalse(keeper.snapshotDue());
        }
    }

    @Test
    void aSnapshotIsWhereAFoldBegins() {
        try (Keeper keeper = Keeper.lockStep(open())) {
            keeper.offer(Samples.stamp(1), Samples.drafts(1, 99), Samples.STATE);
            assertFalse(keeper.snapshotDue());
            keeper.offer(Samples.stamp(2), Samples.drafts(100, 101), Samples.STATE);
            assertTrue(keeper.snapshotDue());
            keeper.snapshot(Samples.stamp(3), Samples.STATE);
            assertFalse(keeper.snapshotDue());
            keeper.offer(Samples.stamp(4), Samples.drafts(103, 103), Samples.STATE);
        }
        try (Journal again = open()) {
            Journal.Base base = again.base(3).orElseThrow();
            assertEquals(new EntryId(1, 101), base.at());
            assertEquals(Samples.STATE.get(), base.state());
            assertTrue(again.base(4).isEmpty(), "a state of another version is no base");
        }
    }
}
