package io.pumpwatch.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Quality;
import io.pumpwatch.station.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryQueryTest {
    @TempDir
    Path folder;

    /** Whatever the range and the points: each bucket says what the samples in it were, and no sample is in none. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void bucketsSayWhatWasPosted(long seed) {
        Random random = new Random(seed);
        Feed feed = new Feed(seed);
        long utc = Feed.DAY + random.nextInt(1_000_000);
        for (int boot = 1; boot <= 3; boot++) {
            long uptime = random.nextInt(100_000);
            try (History history = History.lockStep(folder, HistorySettings.STANDARD, Feed.CHANNELS)) {
                int scans = 500 + random.nextInt(2_500);
                for (int i = 0; i < scans; i++) {
                    // Scans come unevenly, now and then the station stands still.
                    long step = random.nextInt(2_000) == 0 ? random.nextInt(900_000) : 100 + random.nextInt(900);
                    utc += step;
                    uptime += step;
                    feed.scan(history, Feed.at(utc, uptime), boot);
                    if (random.nextInt(1_000) == 0) {
                        history.flushNow(Feed.at(utc, uptime));
                    }
                }
                history.post(Feed.at(utc + 2_000, uptime + 2_000), boot, List.of());
                for (int i = 0; i < 10; i++) {
                    check(history, feed, random, utc);
                }
            }
            utc += random.nextInt(10_000_000);
        }
        try (History history = History.openReadOnly(folder)) {
            for (int i = 0; i < 20; i++) {
                check(history, feed, random, utc);
            }
            assertEquals(0, history.status().damagedPlaces());
        }
    }

    private static void check(History history, Feed feed, Random random, long endUtc) {
        Tag tag = Feed.CHANNELS.get(random.nextInt(3)).tag();
        double quantum = Feed.CHANNELS.stream()
                .filter(channel -> channel.tag().equals(tag))
                .findFirst()
                .orElseThrow()
                .quantum();
        long span = 1 + (long) (Math.pow(random.nextDouble(), 4) * (endUtc - Feed.DAY));
        long from = Feed.DAY + (long) (random.nextDouble() * (endUtc - Feed.DAY - span));
        int points = 1 + random.nextInt(random.nextBoolean() ? 20 : 1_000);
        List<Bucket> buckets = history.query(tag, from, from + span, points);
        long runs = buckets.stream().map(Bucket::run).distinct().count();
        assertTrue(buckets.size() <= points * Math.max(1, runs), buckets.size() + " for " + points);
        for (Feed.Told told : feed.told) {
            boolean asked = told.tag().equals(tag) && told.utcMs() >= from && told.utcMs() < from + span;
            if (asked && (Math.abs(told.value()) > 1_000 || random.nextInt(10) == 0)) {
                assertTrue(buckets.stream().anyMatch(b -> holds(b, told, quantum)), () -> told + " is lost");
            }
        }
        for (int i = 0; i < 20 && !buckets.isEmpty(); i++) {
            checkBucket(buckets.get(random.nextInt(buckets.size())), feed, tag, quantum);
        }
    }

    private static boolean holds(Bucket bucket, Feed.Told told, double quantum) {
        boolean time = bucket.boot() == told.boot()
                && bucket.fromMs() / 1_000 <= told.utcMs() / 1_000
                && (bucket.toMs() + 999) / 1_000 > told.utcMs() / 1_000;
        boolean quality = bucket.worst().compareTo(told.quality()) >= 0;
        boolean value =
                !told.numbered() || (bucket.min() <= told.value() + quantum && bucket.max() >= told.value() - quantum);
        return time && quality && value;
    }

    /** Nothing invented: the extremes and the worst quality were posted within the bucket's seconds. */
    private static void checkBucket(Bucket bucket, Feed feed, Tag tag, double quantum) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        boolean last = false;
        Quality worst = Quality.GOOD;
        for (Feed.Told told : feed.told) {
            boolean in = told.tag().equals(tag)
                    && told.boot() == bucket.boot()
                    && told.utcMs() / 1_000 * 1_000 < bucket.toMs()
                    && told.utcMs() / 1_000 * 1_000 + 1_000 > bucket.fromMs();
            if (in) {
                worst = told.quality().compareTo(worst) > 0 ? told.quality() : worst;
                if (told.numbered()) {
                    min = Math.min(min, told.value());
                    max = Math.max(max, told.value());
                    last |= Math.abs(told.value() - bucket.last()) <= quantum;
                }
            }
        }
        assertTrue(bucket.worst().compareTo(worst) <= 0, () -> bucket + " is worse than what was posted");
        if (bucket.count() > 0) {
            assertTrue(bucket.min() >= min - quantum && bucket.max() <= max + quantum, bucket + " invents");
            assertTrue(last, () -> bucket + " has a last value that nobody posted");
        } else {
            assertTrue(Double.isNaN(bucket.min()) && bucket.worst() != Quality.GOOD, bucket::toString);
        }
    }

    @Test
    void wholeSecondsAreExact() {
        try (History history = History.lockStep(folder, HistorySettings.STANDARD, Feed.CHANNELS)) {
            for (int i = 0; i < 600; i++) {
                var now = Feed.at(Feed.DAY + i * 100L, i * 100L);
                history.post(
                        now, 1, List.of(Feed.reading(Feed.PRESSURE, i % 10 == 3 ? 99 : i, Quality.GOOD, i + 1, now)));
            }
            List<Bucket> seconds = history.query(Feed.PRESSURE, Feed.DAY + 10_000, Feed.DAY + 20_000, 10);
            assertEquals(10, seconds.size());
            Bucket first = seconds.get(0);
            assertEquals(Feed.DAY + 10_000, first.fromMs());
            assertEquals(99, first.min(), 1e-9);
            assertEquals(109, first.max(), 1e-9);
            assertEquals(109, first.last(), 1e-9);
            assertEquals(1, first.count());
        }
    }

    @Test
    void singleSamplesAnswerWhereThePointsAllow() {
        try (History history = History.lockStep(folder, HistorySettings.STANDARD, Feed.CHANNELS)) {
            for (int i = 0; i < 1_200; i++) {
                var now = Feed.at(Feed.DAY + i * 100L, i * 100L);
                history.post(now, 1, List.of(Feed.reading(Feed.PRESSURE, i, Quality.GOOD, i + 1, now)));
            }
            List<Bucket> fine = history.query(Feed.PRESSURE, Feed.DAY + 30_000, Feed.DAY + 90_000, 600);
            assertEquals(600, fine.size());
            for (int i = 0; i < 600; i++) {
                assertEquals(300 + i, fine.get(i).last(), 1e-9);
                assertEquals(1, fine.get(i).count());
            }
        }
    }

    @Test
    void timeWithoutRecordingHasNoBucket() {
        try (History history = History.lockStep(folder, HistorySettings.STANDARD, Feed.CHANNELS)) {
            for (int i = 0; i < 400; i++) {
                long at = i * 1_000L + (i >= 200 ? 3_600_000 : 0);
                var now = Feed.at(Feed.DAY + at, at);
                history.post(now, 1, List.of(Feed.reading(Feed.PRESSURE, i, Quality.GOOD, i + 1, now)));
            }
            history.flushNow(Feed.at(Feed.DAY + 4_000_000, 4_000_000));
            List<Bucket> all = history.query(Feed.PRESSURE, Feed.DAY, Feed.DAY + 4_000_000, 4_000);
            assertEquals(400, all.size());
            assertFalse(
                    all.stream().anyMatch(b -> b.fromMs() >= Feed.DAY + 200_000 && b.toMs() <= Feed.DAY + 3_800_000));
            assertEquals(List.of(), history.query(new Tag("PT-999"), Feed.DAY, Feed.DAY + 4_000_000, 10));
        }
    }

    @Test
    void nonsenseIsRefused() {
        try (History history = History.lockStep(folder, HistorySettings.STANDARD, Feed.CHANNELS)) {
            assertThrows(IllegalArgumentException.class, () -> history.query(Feed.PRESSURE, 10, 10, 5));
            assertThrows(IllegalArgumentException.class, () -> history.query(Feed.PRESSURE, 10, 20, 0));
            assertThrows(IllegalArgumentException.class, () -> new Channel(Feed.PRESSURE, 0));
        }
    }
}
