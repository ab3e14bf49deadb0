package io.pumpwatch.history;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Now;
import io.pumpwatch.station.Quality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When what is written, and what happens when the disk doesn't take it. */
class HistoryWritingTest {
    @TempDir
    Path folder;

    private final FaultyDisk disk = new FaultyDisk();

    private History open(HistorySettings settings, boolean ownThread) {
        return History.open(folder, settings, Feed.CHANNELS, disk, ownThread);
    }

    private static Now at(long second) {
        return Feed.at(Feed.DAY + second * 1_000, second * 1_000);
    }

    private static void post(History history, long second) {
        var reading = Feed.reading(Feed.PRESSURE, (double) second, Quality.GOOD, second + 1, at(second));
        history.post(at(second), 1, List.of(reading));
    }

    private static long rows(History history, long toSecond) {
        return history.query(Feed.PRESSURE, Feed.DAY, Feed.DAY + toSecond * 1_000, (int) toSecond).stream()
                .mapToLong(Bucket::count)
                .sum();
    }

    private static long durable(History history) {
        return Math.max(0, history.status().durableUptimeMs() / 1_000);
    }

    @Test
    void aMinuteIsTheMostThatAPowerCutTakes() {
        try (History history = open(HistorySettings.STANDARD.withRingMinutes(0), false)) {
            int syncs = 0;
            for (int second = 0; second < 1_800; second++) {
                post(history, second);
                assertTrue(second - durable(history) <= 60, "at " + second + " durable " + durable(history));
                syncs = disk.syncs.get();
            }
            assertTrue(syncs >= 29 && syncs <= 31, syncs + " syncs in 30 minutes");
        }
    }

    @Test
    void afterAFlushFiveSecondsAreTheMostForHalfAnHour() {
        try (History history = open(HistorySettings.STANDARD, false)) {
            for (int second = 0; second < 4_000; second++) {
                post(history, second);
                if (second == 100) {
                    assertTrue(durable(history) < 100);
                    history.flushNow(at(second));
                    assertEquals(100, durable(history));
                }
                long window = second >= 100 && second < 1_900 ? 5 : 60;
                assertTrue(second - durable(history) <= window, "at " + second + " durable " + durable(history));
            }
            assertTrue(3_999 - durable(history) <= 60);
        }
    }

    @Test
    void theRingHoldsItsHourAndNotMuchMore() throws IOException {
        int last = 3 * 3_600;
        try (History history = open(HistorySettings.STANDARD, false)) {
            for (int second = 0; second <= last; second++) {
                post(history, second);
            }
            history.flushNow(at(last));
            List<Bucket> fine =
                    history.query(Feed.PRESSURE, Feed.DAY + (last - 3_590) * 1_000L, Feed.DAY + last * 1_000L, 7_180);
            assertEquals(3_590, fine.size());
            assertEquals(500, fine.get(0).toMs() - fine.get(0).fromMs());
        }
        try (Stream<Path> files = Files.list(folder.resolve(History.RING))) {
            long count = files.count();
            assertTrue(count <= 8, count + " files");
        }
    }

    @Test
    void aFullDiskIsSurvivedWithAllThatFitsInMemory() {
        try (History history = open(HistorySettings.STANDARD, false)) {
            for (int second = 0; second < 200; second++) {
                post(history, second);
            }
            disk.refusal = "No space left on device";
            for (int second = 200; second < 1_000; second++) {
                post(history, second);
            }
            assertEquals("No space left on device", history.status().fault());
            assertEquals(999, rows(history, 1_000), "what waits is still shown");
            CompletableFuture<Void> told = history.flushAndTell(at(1_000));
            assertThrows(ExecutionException.class, told::get);
            disk.refusal = null;
            for (int second = 1_000; second < 1_100; second++) {
                post(history, second);
            }
            assertEquals("", history.status().fault());
            assertEquals(0, history.status().samplesLost());
        }
        try (History history = History.openReadOnly(folder)) {
            assertEquals(1_100, rows(history, 1_200));
            assertEquals(0, history.status().damagedPlaces());
        }
    }

    @Test
    void aDiskThatRefusesForLongCostsAGapThatIsCounted() {
        HistorySettings little = new HistorySettings(365, 60, 5_000, 5_000, 0, 100, 50);
        try (History history = open(little, false)) {
            disk.refusal = "No space left on device";
            for (int second = 0; second < 300; second++) {
                post(history, second);
            }
            long lost = history.status().samplesLost();
            assertTrue(lost >= 240 && lost < 300, lost + " lost");
            assertEquals(299, rows(history, 300), "the summaries are still there");
        }
    }

    @Test
    void aDiskThatHangsNeverHoldsTheScan() {
        HistorySettings little = new HistorySettings(365, 60, 5_000, 5_000, 0, 20, 200_000);
        CountDownLatch hanging = new CountDownLatch(1);
        try (History history = open(little, true)) {
            disk.stall = hanging;
            for (int second = 0; second < 200; second++) {
                post(history, second);
            }
            CompletableFuture<Void> told = history.flushAndTell(at(200));
            await().until(() -> history.status().scansDropped() > 0 || told.isDone());
            assertFalse(told.isDone());
            long dropped = history.status().scansDropped();
            assertTrue(dropped > 100 && dropped < 200, dropped + " dropped");
            hanging.countDown();
            await().until(told::isDone);
            assertFalse(told.isCompletedExceptionally());
            for (int second = 201; second < 211; second++) {
                post(history, second);
            }
            history.flushAndTell(at(211)).join();
            assertEquals(210 - dropped, rows(history, 300), "what was dropped is a gap, all else is there");
        } finally {
            hanging.countDown();
        }
    }

    @Test
    void questionsWhileItWrites() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        List<Throwable> faults = new ArrayList<>();
        HistorySettings quick = new HistorySettings(365, 1, 1_000, 1_000, 0, 10_000, 200_000);
        try (History history = open(quick, true)) {
            Thread asker = new Thread(() -> {
                long before = 0;
                try {
                    while (!stop.get()) {
                        long now = rows(history, 10_000);
                        assertTrue(now >= before, now + " after " + before);
                        before = now;
                    }
                } catch (RuntimeException | AssertionError fault) {
                    faults.add(fault);
                }
            });
            asker.start();
            for (int second = 0; second < 3_000; second++) {
                post(history, second);
            }
            history.flushAndTell(at(3_000)).join();
            stop.set(true);
            asker.join();
            assertEquals(List.of(), faults);
            assertEquals(3_000, rows(history, 10_000));
        }
        assertThrows(IllegalStateException.class, () -> post(History.openReadOnly(folder), 1));
    }

    @Test
    void channelsMayChange() {
        try (History history = open(HistorySettings.STANDARD, false)) {
            for (int second = 0; second < 100; second++) {
                post(history, second);
            }
            history.use(List.of(new Channel(Feed.LEVEL, 0.5), new Channel(Feed.PRESSURE, 10)));
            for (int second = 100; second < 200; second++) {
                post(history, second);
            }
        }
        try (History history = History.openReadOnly(folder)) {
            List<Bucket> all = history.query(Feed.PRESSURE, Feed.DAY, Feed.DAY + 200_000, 200);
            assertEquals(200, all.size());
            assertEquals(77, all.get(77).last(), 1e-9);
            assertEquals(180, all.get(177).last(), 1e-9);
            assertEquals(1, all.stream().map(Bucket::run).distinct().count());
        }
    }
}
