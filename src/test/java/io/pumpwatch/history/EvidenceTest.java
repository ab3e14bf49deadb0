package io.pumpwatch.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {
    @TempDir
    Path folder;

    @Test
    void aWindowIsCopiedWholeAndOpensAsAHistory() throws IOException, NoSuchAlgorithmException {
        Path live = folder.resolve("history");
        Path evidence = folder.resolve("evidence/1");
        long from = Feed.DAY + 600_000;
        long to = Feed.DAY + 1_200_000;
        List<Bucket> seconds;
        List<Bucket> fine;
        try (History history = History.lockStep(live, HistorySettings.STANDARD, Feed.CHANNELS)) {
            Feed feed = new Feed(1);
            for (int i = 0; i < 18_000; i++) {
                feed.scan(history, Feed.at(Feed.DAY + i * 100L, i * 100L), 1);
            }
            history.flushNow(Feed.at(Feed.DAY + 1_800_000, 1_800_000));
            seconds = history.query(Feed.PRESSURE, from, to, 600);
            fine = history.query(Feed.PRESSURE, from, to, 6_000);
            List<Evidence> files = history.copyWindow(from, to, evidence);
            assertEquals(3, files.size(), "a month and two parts of the ring");
            for (Evidence file : files) {
                byte[] bytes = Files.readAllBytes(file.file());
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                assertEquals(HexFormat.of().formatHex(hash), file.sha256());
                assertEquals(bytes.length, file.bytes());
            }
            long copied = files.stream().mapToLong(Evidence::bytes).sum();
            assertTrue(
                    copied < history.status().bytesWritten() + history.status().ringBytesWritten(), "not all of it");
            assertThrows(HistoryException.class, () -> history.copyWindow(from, to, evidence));
            assertEquals(List.of(), history.copyWindow(0, 1_000, folder.resolve("evidence/2")));
        }
        try (History copy = History.openReadOnly(evidence)) {
            assertEquals(
                    seconds.size(), copy.query(Feed.PRESSURE, from, to, 600).size());
            assertEquals(fine, copy.query(Feed.PRESSURE, from, to, 6_000));
            assertEquals(0, copy.status().damagedPlaces());
        }
    }
}
