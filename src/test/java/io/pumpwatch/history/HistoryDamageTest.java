package io.pumpwatch.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Quality;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that the disk cut or changed: all that is whole is still read, and nothing is invented. */
class HistoryDamageTest {
    private static final HistorySettings FIVE_SECONDS =
            HistorySettings.STANDARD.withLossWindowMs(5_000).withRingMinutes(0);
    private static final int SECONDS = 60;

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private byte[] whole = new byte[0];
    private byte[] index = new byte[0];

    private static double value(long second) {
        return second * 7 % 50 + second;
    }

    private static void record(Path folder, long from, int seconds) {
        try (History history = History.lockStep(folder, FIVE_SECONDS, Feed.CHANNELS)) {
            for (long i = from; i < from + seconds; i++) {
                var now = Feed.at(Feed.DAY + i * 1_000, i * 1_000);
                history.post(now, 1, List.of(Feed.reading(Feed.PRESSURE, value(i), Quality.GOOD, i + 1, now)));
            }
        }
    }

    @BeforeEach
    void aMinuteInBlocksOfFiveSeconds() throws IOException {
        record(folder, 0, SECONDS);
        try (Stream<Path> files = Files.list(folder)) {
            file = files.filter(path -> path.toString().endsWith(Opening.SECONDS))
                    .findAny()
                    .orElseThrow();
        }
        whole = Files.readAllBytes(file);
        index = Files.readAllBytes(indexFile());
    }

    private Path indexFile() {
        return new FileView(file, 0, "", List.of(), 0, 0, 0).index();
    }

    /** The values by second; fails if one isn't what was posted. */
    private static Map<Long, Double> read(History history) {
        Map<Long, Double> found = new HashMap<>();
        for (Bucket bucket : history.query(Feed.PRESSURE, Feed.DAY - 100_000, Feed.DAY + 1_000_000, 2_000)) {
            long second = (bucket.fromMs() - Feed.DAY) / 1_000;
            assertEquals(value(second), bucket.last(), 0.006, "second " + second + " is invented");
            assertEquals(1, bucket.count());
            found.put(second, bucket.last());
        }
        return found;
    }

    @Test
    void cutAnywhereInTheLastBlocksAllBeforeIsRead() throws IOException {
        long[] ends = blockEnds();
        int last = ends.length - 1;
        for (int cut = (int) ends[last - 4]; cut < whole.length; cut++) {
            Files.write(file, java.util.Arrays.copyOf(whole, cut));
            Files.write(indexFile(), index);
            int before = secondsBefore(ends, cut);
            try (History history = History.openReadOnly(folder)) {
                assertEquals(before, read(history).size(), "cut at " + cut);
            }
            record(folder, 500, 3);
            try (History history = History.openReadOnly(folder)) {
                assertEquals(before + 3, read(history).size(), "cut at " + cut + " and written on");
                assertEquals(0, history.status().damagedPlaces(), "cut at " + cut + " and mended");
            }
        }
        assertTrue(Files.exists(folder.resolve("damaged")), "what was cut off is kept");
    }

    /** Blocks in order: dictionary, those of four seconds (one less than the window), rollup, dictionary. */
    private static int secondsBefore(long[] ends, int cut) {
        int blocks = 0;
        for (long end : ends) {
            blocks += end <= cut ? 1 : 0;
        }
        return Math.min(SECONDS, Math.max(0, blocks - 1) * 4);
    }

    private long[] blockEnds() {
        List<Long> ends = new java.util.ArrayList<>();
        int at = BlockFile.START.length;
        while (at < whole.length) {
            BlockHeader header = java.util.Objects.requireNonNull(BlockHeader.read(whole, at));
            at += header.length();
            ends.add((long) at);
        }
        return ends.stream().mapToLong(Long::longValue).toArray();
    }

    @Test
    void aFlippedByteCostsAtMostItsBlock() throws IOException {
        Random random = new Random(5);
        for (int at = 0; at < whole.length; at += 3) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            boolean indexed = random.nextBoolean();
            if (indexed) {
                Files.write(indexFile(), index);
            } else {
                Files.deleteIfExists(indexFile());
            }
            try (History history = History.openReadOnly(folder)) {
                int found = read(history).size();
                int wanted = at < BlockFile.START.length ? 0 : SECONDS - 4;
                assertTrue(found >= wanted, "flipped at " + at + ": only " + found);
                boolean told = found == SECONDS
                        || history.status().damagedPlaces() > 0
                        || !history.status().unreadable().isEmpty();
                assertTrue(told, "flipped at " + at + ": the gap isn't told of");
            }
        }
    }

    @Test
    void aFlippedByteInTheIndexCostsNothing() throws IOException {
        for (int at = 0; at < index.length; at++) {
            byte[] flipped = index.clone();
            flipped[at] ^= 0x10;
            Files.write(indexFile(), flipped);
            try (History history = History.openReadOnly(folder)) {
                assertEquals(SECONDS, read(history).size());
            }
        }
    }

    @Test
    void filesOfAnotherKindAreLeftAlone() throws IOException {
        byte[] other = "PUMPWATCH-HIST9\nsomething of tomorrow".getBytes(StandardCharsets.US_ASCII);
        Path tomorrow = Files.write(folder.resolve("000009-2027-01.seconds"), other);
        Path noise = Files.write(folder.resolve("holiday.seconds"), new byte[1_000]);
        record(folder, 500, 10);
        try (History history = History.openReadOnly(folder)) {
            assertEquals(SECONDS + 10, read(history).size());
            assertEquals(2, history.status().unreadable().size());
        }
        assertEquals(other.length, Files.size(tomorrow));
        assertEquals(1_000, Files.size(noise));
    }

    @Test
    void aSecondWriterIsRefusedInWords() {
        try (History history = History.lockStep(folder, FIVE_SECONDS, Feed.CHANNELS)) {
            assertEquals(0, history.status().damagedPlaces());
            HistoryException refusal =
                    assertThrows(HistoryException.class, () -> History.lockStep(folder, FIVE_SECONDS, Feed.CHANNELS));
            assertTrue(refusal.words(Lang.EN).contains(folder.toString()));
            assertFalse(refusal.words(Lang.ZH).equals(refusal.words(Lang.EN)));
        }
        assertThrows(HistoryException.class, () -> History.openReadOnly(folder.resolve("none")));
    }
}
