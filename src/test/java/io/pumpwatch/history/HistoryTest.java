package io.pumpwatch.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Now;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.QualityCause;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final Tag PT = new Tag("PT-101");
    private static final Tag LT = new Tag("LT-301");
    private static final List<Channel> CHANNELS = List.of(new Channel(PT, 0.001), new Channel(LT, 0.01));
    private static final long START = Instant.parse("2026-11-23T10:00:00Z").toEpochMilli();
    private static final HistorySettings SETTINGS = HistorySettings.STANDARD;

    @TempDir
    Path folder = Path.of("");

    private History direct(long boot) throws IOException {
        return History.direct(folder, SETTINGS, CHANNELS, boot);
    }

    private static Reading reading(Tag tag, double value, Quality quality) {
        return new Reading(tag, value, value, quality, QualityCause.NONE, Reading.Use.USED, 1, 0);
    }

    /** What was recorded in each second, to compare with. */
    private record Second(long utcS, double min, double max, double last, Quality worst) {}

    private static List<Second> record(History history, long utcMs, long uptimeMs, int seconds, long seed) {
        Random random = new Random(seed);
        List<Second> made = new ArrayList<>();
        double value = 30;
        for (int s = 0; s < seconds; s++) {
            double min = Double.MAX_VALUE;
            double max = -Double.MAX_VALUE;
            Quality worst = Quality.GOOD;
            for (int i = 0; i < 5; i++) {
                value = Math.round((value + random.nextGaussian() * 0.02) * 1000) / 1000.0;
                double spike = random.nextInt(500) == 0 ? value + 20 : value;
                Quality quality = random.nextInt(300) == 0 ? Quality.UNCERTAIN : Quality.GOOD;
                min = Math.min(min, spike);
                max = Math.max(max, spike);
                worst = quality.compareTo(worst) > 0 ? quality : worst;
                value = spike > value ? value : spike;
                Now now = Now.of(utcMs + s * 1000L + i * 200L, uptimeMs + s * 1000L + i * 200L);
                history.offer(now, List.of(reading(PT, spike, quality), reading(LT, 1.25, Quality.GOOD)));
                if (i == 4) {
                    made.add(new Second((utcMs + s * 1000L) / 1000, min, max, spike, worst));
                }
            }
        }
        return made;
    }

    private static void assertSame(List<Second> expected, List<Bucket> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            Second second = expected.get(i);
            Bucket bucket = found.get(i);
            assertEquals(second.utcS * 1000, bucket.fromUtcMs());
            assertEquals(second.min, bucket.min(), 1e-9);
            assertEquals(second.max, bucket.max(), 1e-9);
            assertEquals(second.last, bucket.last(), 1e-9);
            assertEquals(second.worst, bucket.worst());
            assertEquals(1, bucket.seconds());
        }
    }

    @Test
    void eachSecondComesBackAsItWas() throws IOException {
        List<Second> made;
        try (History history = direct(1)) {
            made = record(history, START, 5_000, 3_000, 1);
        }
        try (History again = direct(2)) {
            assertSame(made, again.query(PT, START, START + 3_000_000, 3_000));
        }
    }

    @Test
    void extremesSurviveDownSamplingAndGapsStayGaps() throws IOException {
        List<Second> made;
        long later = START + 30L * 86_400_000;
        try (History history = direct(1)) {
            made = record(history, START, 5_000, 20_000, 2);
            record(history, later, later - START + 5_000, 1_000, 3);
            for (int points : List.of(1, 7, 20, 33, 500)) {
                List<Bucket> found = history.query(PT, START, START + 19_800_000, points);
                assertTrue(found.size() <= points, points + " points asked, " + found.size());
                double max = made.stream()
                        .limit(19_800)
                        .mapToDouble(Second::max)
                        .max()
                        .orElseThrow();
                double min = made.stream()
                        .limit(19_800)
                        .mapToDouble(Second::min)
                        .min()
                        .orElseThrow();
                assertEquals(max, found.stream().mapToDouble(Bucket::max).max().orElseThrow(), 1e-9);
                assertEquals(min, found.stream().mapToDouble(Bucket::min).min().orElseThrow(), 1e-9);
                assertEquals(19_800, found.stream().mapToLong(Bucket::seconds).sum(), "points " + points);
            }
            List<Bucket> month = history.query(PT, START, later + 1_000_000, 1_000);
            assertTrue(month.size() < 15, "a month with two short runs has few buckets: " + month.size());
        }
    }

    @Test
    void aClockStepLosesAndOverwritesNothing() throws IOException {
        List<Second> first;
        List<Second> back;
        try (History history = direct(1)) {
            first = record(history, START, 5_000, 300, 4);
            back = record(history, START - 3_600_000, 305_000, 300, 5);
            record(history, 10_000, 605_000, 60, 6);
            record(history, START + 300_000, 665_000, 60, 7);
        }
        try (History again = direct(2)) {
            assertSame(first, again.query(PT, START, START + 300_000, 300));
            assertSame(back, again.query(PT, START - 3_600_000, START - 3_300_000, 300));
            assertEquals(60, again.query(PT, 10_000, 70_000, 60).size());
            assertEquals(
                    60, again.query(PT, START + 300_000, START + 360_000, 60).size());
        }
    }

    @Test
    void aStopLosesAtMostTheWindowAndRollupsAreMended() throws IOException {
        History history = direct(1);
        record(history, START, 5_000, 1_000, 8); // never closed: as if the power had gone
        try (History again = direct(2)) {
            long seconds = again.query(PT, START, START + 1_000_000, 1_000).size();
            assertTrue(seconds >= 940 && seconds <= 1_000, "seconds kept " + seconds);
            List<Bucket> coarse = again.query(PT, START, START + 1_200_000, 2);
            assertEquals(seconds, coarse.stream().mapToLong(Bucket::seconds).sum());
        }
        history.close();
    }

    @Test
    void somethingThatHappenedMakesTheWindowShort() throws IOException {
        History history = direct(1);
        record(history, START, 5_000, 20, 9);
        history.flushNow(25_000);
        record(history, START + 20_000, 25_000, 12, 9);
        try (History again = direct(2)) {
            int kept = again.query(PT, START, START + 60_000, 60).size();
            assertTrue(kept >= 26, "seconds kept " + kept);
        }
        history.close();
    }

    @Test
    void theRingKeepsAnHourAsItCame() throws IOException {
        try (History history = direct(1)) {
            record(history, START, 5_000, 6_000, 10);
            history.flushNow(6_005_000);
            List<Point> points = history.fullRate(PT, START, START + 6_000_000);
            long seconds =
                    (points.get(points.size() - 1).utcMs() - points.get(0).utcMs()) / 1000;
            assertTrue(seconds >= 3_599 && seconds <= 4_300, "ring holds " + seconds + " s");
            long spanMs = points.get(points.size() - 1).utcMs() - points.get(0).utcMs();
            assertEquals(spanMs / 200 + 1, points.size(), "every sample of the ring is there");
        }
    }

    @Test
    void damagedBlocksAreLostAloneAndTheRestReads() throws IOException {
        try (History history = direct(1)) {
            record(history, START, 5_000, 3_000, 11);
        }
        Path file = Names.files(folder, Names.SECONDS).get(0);
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(12);
        for (int i = 0; i < 40; i++) {
            byte[] broken = bytes.clone();
            broken[100 + random.nextInt(bytes.length - 100)] ^= 0x21;
            Files.write(file, broken);
            try (History again = direct(2)) {
                int kept = again.query(PT, START, START + 3_000_000, 3_000).size();
                assertTrue(kept >= 3_000 - 61 && kept < 3_000, "seconds kept " + kept);
            }
        }
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 50));
        try (History again = direct(2)) {
            record(again, START + 3_600_000, 5_000, 100, 1);
        }
        try (History again = direct(3)) {
            assertEquals(
                    100,
                    again.query(PT, START + 3_600_000, START + 3_700_000, 100).size());
        }
    }

    @Test
    void aWindowIsCopiedAsEvidence() throws IOException {
        Path to = folder.resolve("evidence");
        try (History history = History.open(folder, SETTINGS, CHANNELS, 1)) {
            record(history, START, 5_000, 100, 13);
            List<Evidence> files = history.copyWindow(START, START + 100_000, 105_000, to);
            assertEquals(2, files.size());
            for (Evidence file : files) {
                assertEquals(Files.size(file.file()), file.bytes());
                assertTrue(file.sha256().matches("[0-9a-f]{64}"));
            }
        }
        Path copied = folder.resolve("copied");
        Files.createDirectories(copied);
        Files.copy(to.resolve("seconds.blk"), copied.resolve("second-2026-11.blk"));
        Files.copy(to.resolve("full-rate.blk"), copied.resolve("ring-000000000001.blk"));
        try (History read = History.direct(copied, SETTINGS, CHANNELS, 2)) {
            assertTrue(read.query(PT, START, START + 100_000, 100).size() >= 99);
            assertEquals(500, read.fullRate(PT, START, START + 100_000).size());
        }
    }

    @Test
    void aFullQueueDropsAndCountsAndNeverWaits() throws IOException {
        try (History history = History.open(folder, new HistorySettings(60_000, 5_000, 1, 1, 10), CHANNELS, 1)) {
            for (int i = 0; i < 100_000; i++) {
                history.offer(Now.of(START + i, i), List.of(reading(PT, 1, Quality.GOOD)));
            }
            assertTrue(history.dropped() > 0);
            Awaitility.await().until(() -> history.trouble().isEmpty());
        }
    }

    @Test
    void rowsOfAnyKindComeBack() throws IOException {
        Random random = new Random(14);
        for (int run = 0; run < 300; run++) {
            boolean summary = random.nextBoolean();
            Rows rows = new Rows(summary);
            int count = random.nextInt(200);
            int bits = 1 + random.nextInt(52);
            for (int i = 0; i < count; i++) {
                byte code = (byte) random.nextInt(7);
                long low = Rows.hasValue(code) ? (random.nextLong() >> (64 - bits)) : 0;
                long high = Rows.hasValue(code) && summary ? low + random.nextInt(1000) : low;
                rows.add(code, low, high, summary ? low + (high - low) / 2 : low);
            }
            byte[] bytes = rows.encode();
            Rows read = Rows.decode(summary, count, bytes, 0, bytes.length);
            for (int i = 0; i < count; i++) {
                assertEquals(rows.code(i), read.code(i));
                assertEquals(rows.min(i), read.min(i));
                assertEquals(rows.max(i), read.max(i));
                assertEquals(rows.last(i), read.last(i));
            }
        }
    }
}
