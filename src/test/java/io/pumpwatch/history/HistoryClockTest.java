package io.pumpwatch.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Quality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to trends when the wall clock steps, and when months and years pass. */
class HistoryClockTest {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    @TempDir
    Path folder;

    private long uptime;
    private long value;

    private History open() {
        return History.lockStep(folder, HistorySettings.STANDARD, Feed.CHANNELS);
    }

    /** Scans once a second; returns the wall time behind the last. */
    private long record(History history, long fromUtc, int seconds, long boot, ClockTrust trust) {
        for (int i = 0; i < seconds; i++) {
            Now now = new Now(fromUtc + i * 1_000L, uptime, trust);
            value++;
            history.post(now, boot, List.of(Feed.reading(Feed.PRESSURE, (double) value, Quality.GOOD, value, now)));
            uptime += 1_000;
        }
        return fromUtc + seconds * 1_000L;
    }

    private static long rows(List<Bucket> buckets) {
        return buckets.stream().mapToLong(Bucket::count).sum();
    }

    @Test
    void aStepBackKeepsBothTellingsOfTheSameTime() {
        try (History history = open()) {
            long end = record(history, Feed.DAY, 600, 1, ClockTrust.NTP);
            record(history, end - 300_000, 600, 1, ClockTrust.NTP);
        }
        try (History history = History.openReadOnly(folder)) {
            List<Bucket> buckets = history.query(Feed.PRESSURE, Feed.DAY, Feed.DAY + HOUR, 3_600);
            assertEquals(1_200, rows(buckets));
            List<Bucket> told = buckets.stream()
                    .filter(b -> b.fromMs() == Feed.DAY + 400_000)
                    .toList();
            assertEquals(2, told.size());
            assertEquals(401, told.get(0).last(), 1e-9);
            assertEquals(701, told.get(1).last(), 1e-9);
            assertTrue(told.get(0).run() < told.get(1).run()
                    && told.get(0).block() < told.get(1).block());
        }
    }

    @Test
    void aStepForwardLeavesAGapAndNothingElse() {
        try (History history = open()) {
            long end = record(history, Feed.DAY, 100, 1, ClockTrust.NTP);
            record(history, end + HOUR, 100, 1, ClockTrust.NTP);
            List<Bucket> buckets = history.query(Feed.PRESSURE, Feed.DAY, Feed.DAY + 2 * HOUR, 7_200);
            assertEquals(199, rows(buckets), "all but the running second");
            assertTrue(buckets.stream()
                    .noneMatch(b -> b.fromMs() >= Feed.DAY + 100_000 && b.fromMs() < Feed.DAY + 100_000 + HOUR));
        }
    }

    @Test
    void aPiThatBootsIn1970LosesNothing() throws IOException {
        try (History history = open()) {
            record(history, Feed.DAY, 100, 1, ClockTrust.NTP);
        }
        uptime = 0;
        try (History history = open()) {
            record(history, 12_000, 100, 2, ClockTrust.UNSET);
            record(history, Feed.DAY + HOUR, 100, 2, ClockTrust.NTP);
        }
        try (History history = History.openReadOnly(folder)) {
            assertEquals(100, rows(history.query(Feed.PRESSURE, 0, HOUR, 3_600)));
            assertEquals(200, rows(history.query(Feed.PRESSURE, Feed.DAY, Feed.DAY + 2 * HOUR, 7_200)));
            assertEquals(200, rows(history.query(Feed.PRESSURE, Feed.DAY, Feed.DAY + 30 * DAY, 10)));
        }
        assertEquals(1, names(Opening.SECONDS).size(), "a clock that nobody has set begins no month");
    }

    @Test
    void slewingIsNoStep() {
        try (History history = open()) {
            for (int i = 0; i < 4_000; i++) {
                Now now = Feed.at(Feed.DAY + i * 1_000L + i / 2, i * 1_000L);
                history.post(now, 1, List.of(Feed.reading(Feed.PRESSURE, i, Quality.GOOD, i + 1L, now)));
            }
            List<Bucket> buckets = history.query(Feed.PRESSURE, Feed.DAY, Feed.DAY + 2 * HOUR, 7_200);
            assertEquals(1, buckets.stream().map(Bucket::run).distinct().count());
            assertEquals(3_999, buckets.stream().map(Bucket::last).distinct().count(), "every value is still there");
        }
    }

    @Test
    void monthsHaveTheirFilesAndTheOldestGoesWhole() throws IOException {
        HistorySettings short60 = HistorySettings.STANDARD.withDays(60);
        long at = Feed.DAY;
        try (History history = History.lockStep(folder, short60, Feed.CHANNELS)) {
            for (int day = 0; day < 130; day++) {
                record(history, at, 20, 1, ClockTrust.NTP);
                at += DAY;
                uptime += DAY - 20_000;
            }
            history.flushNow(Feed.at(at, uptime));
            assertEquals(List.of("2027-01", "2027-02", "2027-03", "2027-04"), names(Opening.SECONDS));
            assertEquals(List.of("2027-01", "2027-02", "2027-03"), names(Opening.INDEX), "April has no chapter yet");
            assertEquals(0, rows(history.query(Feed.PRESSURE, Feed.DAY, Feed.DAY + 30 * DAY, 100)));
            long kept = rows(history.query(Feed.PRESSURE, at - 60 * DAY, at, 100));
            assertTrue(kept >= 59 * 20, "only " + kept);
        }
    }

    /** A wrong year, told by a clock that counts as trusted, takes nothing away within a day of the step. */
    @Test
    void aClockInTheWrongYearDeletesNothing() throws IOException {
        try (History history = open()) {
            record(history, Feed.DAY, 100, 1, ClockTrust.NTP);
            record(history, Feed.DAY + 3_000 * DAY, 100, 1, ClockTrust.NTP);
            record(history, Feed.DAY + 3_040 * DAY, 100, 1, ClockTrust.NTP);
            record(history, Feed.DAY + HOUR, 100, 1, ClockTrust.NTP);
        }
        try (History history = History.openReadOnly(folder)) {
            assertEquals(200, rows(history.query(Feed.PRESSURE, Feed.DAY, Feed.DAY + 2 * HOUR, 7_200)));
        }
        assertEquals(4, names(Opening.SECONDS).size());
    }

    private List<String> names(String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(kind))
                    .sorted()
                    .map(name -> name.substring(7, 14))
                    .toList();
        }
    }
}
