package io.pumpwatch.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Stamp;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verify, salvage, backup and restore, retention. */
class KeepingSafeTest {
    private static final int ENTRIES = 9_000;

    @TempDir
    Path temp = Path.of("");

    private Path folder = Path.of("");

    @BeforeEach
    void aJournalOfSeveralSegments() {
        folder = temp.resolve("journal");
        try (Keeper keeper = Keeper.lockStep(open())) {
            Samples.keep(keeper, 1, ENTRIES);
            keeper.snapshot(Samples.stamp(5), Samples.STATE);
            keeper.moveCursor("sent", new EntryId(1, 8_000));
        }
    }

    private Journal open() {
        return Journal.open(folder, Samples.SMALL, FaultyDisk.quick());
    }

    private List<Path> segments() {
        return new Opening(folder, Disk.REAL).files();
    }

    private VerifyResult verify() {
        return Verify.folder(folder, () -> false);
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 0x11;
        Files.write(file, bytes);
    }

    private static int offsetOf(Path file, long seq) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).indexOf(",\"seq\":" + seq + ",");
    }

    @Test
    void aSoundJournalVerifies() {
        VerifyResult result = verify();
        assertTrue(result.ok(), result.toString());
        assertEquals(ENTRIES + 1, result.entries());
        assertEquals(new EntryId(1, 1), result.first());
        assertEquals(new EntryId(1, ENTRIES + 1), result.last());
        assertEquals(1, result.snapshots());
        assertEquals(1, result.entriesByKind().get("snapshot"));
        try (Journal journal = open()) {
            assertEquals(journal.lastHash(), result.lastHash());
        }
        assertTrue(Verify.folder(folder, () -> true).cancelled());
        assertFalse(Verify.folder(folder, () -> true).ok());
    }

    @Test
    void everyFlippedByteIsFoundAndNamed() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            Path file = segments().get(random.nextInt(segments().size() - 1));
            byte[] bytes = Files.readAllBytes(file);
            flip(file, random.nextInt(bytes.length));
            VerifyResult.Fault first = verify().firstFault();
            assertNotNull(first);
            assertEquals(file.getFileName(), Path.of(first.file()).getFileName());
            Files.write(file, bytes);
        }
        Path snapshot = folder.resolve("snapshots/state-1-" + ENTRIES + ".json");
        flip(snapshot, 60);
        VerifyResult result = verify();
        assertEquals(snapshot.toString(), result.faults().get(0).file());
        try (Journal journal = open()) {
            assertEquals(Optional.empty(), journal.base(3), "a start doesn't use it");
        }
    }

    @Test
    void aTruncatedClosedSegmentIsFound() throws IOException {
        Path file = segments().get(1);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 3_000));
        assertFalse(verify().ok());
        try (Journal journal = open()) {
            JournalException found = assertThrows(JournalException.class, () -> Samples.all(journal));
            assertEquals(Trouble.DAMAGED, found.trouble());
        }
    }

    @Test
    void anExportVerifiesAndAChangedOneDoesNot() throws IOException {
        Path export = temp.resolve("export.jsonl");
        try (Journal journal = open();
                BufferedWriter out = Files.newBufferedWriter(export)) {
            assertEquals(ENTRIES - 99, Export.write(journal, new EntryId(1, 100), out));
        }
        VerifyResult result = Verify.export(export, () -> false);
        assertTrue(result.ok(), result.toString());
        assertEquals(new EntryId(1, 101), result.first());
        List<String> lines = Files.readAllLines(export);
        assertEquals(lines.get(3), Export.json(Export.parse(lines.get(3))));
        List<String> without = new ArrayList<>(lines);
        without.remove(50);
        Files.write(export, without);
        assertTrue(
                String.valueOf(Verify.export(export, () -> false).firstFault()).contains("entry 1:152"));
        Files.write(export, List.of(lines.get(0), "noise", lines.get(1)));
        assertTrue(
                String.valueOf(Verify.export(export, () -> false).firstFault()).contains("line 2"));
    }

    @Test
    void salvageKeepsWhatReadsNamesTheHoleAndBeginsANewEpoch() throws IOException {
        Path damaged = segments().get(1);
        Segment second = Segment.read(Disk.REAL, damaged);
        long lost = second.after().seq() + 40;
        flip(damaged, offsetOf(damaged, lost) + 40);
        byte[] broken = Files.readAllBytes(damaged);
        Salvage.Report report = Salvage.run(folder, Samples.stamp(7));
        assertEquals(List.of("1:" + lost + "-1:" + lost), report.lost());
        assertEquals(ENTRIES, report.entries());
        assertEquals(2, report.epoch());
        assertEquals(new EntryId(1, ENTRIES + 1), report.last());
        assertEquals(1, report.aside().size());
        org.junit.jupiter.api.Assertions.assertArrayEquals(
                broken, Files.readAllBytes(Path.of(report.aside().get(0))));
        VerifyResult result = verify();
        assertTrue(result.ok(), result.toString());
        assertEquals(1, result.holes());
        assertEquals(new EntryId(2, 1), result.last());
        try (Journal journal = open()) {
            String line = journal.read(report.last(), 1).get(0).line();
            assertTrue(line.contains("\"why\":\"salvage\""), line);
            assertTrue(line.contains("\"lost\":[\"1:" + lost + "-1:" + lost + "\"]"), line);
        }
    }

    @Test
    void salvageOfAnyDamageLeavesAJournalThatVerifies() throws IOException {
        Random random = new Random(13);
        for (int i = 0; i < 12; i++) {
            Path file = segments().get(random.nextInt(segments().size()));
            byte[] bytes = Files.readAllBytes(file);
            switch (i % 4) {
                case 0 -> Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
                case 1 -> flip(file, random.nextInt(200));
                case 2 -> {
                    java.util.Arrays.fill(bytes, bytes.length / 3, bytes.length / 2, (byte) 0);
                    Files.write(file, bytes);
                }
                default -> Files.move(file, temp.resolve("gone" + i));
            }
            Salvage.Report report = Salvage.run(folder, Samples.stamp(7), FaultyDisk.quick());
            VerifyResult result = verify();
            assertTrue(result.ok(), i + ": " + result + " after " + report);
        }
        assertTrue(verify().entries() > ENTRIES / 3);
    }

    @Test
    void aBackupMadeWhileWritingRestoresIntoANewEpoch() throws IOException {
        Path copy = temp.resolve("copy");
        Path restored = temp.resolve("restored");
        Secrets secrets = Secrets.open(folder);
        secrets.put("op-1", "hash");
        String key = StationKey.openOrCreate(folder).publicKey();
        Backup.Report report;
        try (Keeper keeper = Keeper.start(open())) {
            Thread writer = new Thread(() -> Samples.keep(keeper, 2, 2_000));
            writer.start();
            report = Backup.make(keeper.journal(), copy, Samples.stamp(1), secrets, "correct horse".toCharArray());
            writer.join();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
        assertTrue(report.withSecrets());
        assertFalse(Files.readString(copy.resolve("secrets.sealed")).contains("hash\""));
        JournalException wrong = assertThrows(
                JournalException.class,
                () -> Backup.restore(copy, restored, Samples.stamp(1), 0, "wrong".toCharArray()));
        assertEquals(Trouble.WRONG_PASSPHRASE, wrong.trouble());
        Backup.Restored done = Backup.restore(copy, restored, Samples.stamp(1), 5, "correct horse".toCharArray());
        assertEquals(new Backup.Restored(report.last(), 5, true), done);
        assertEquals(Optional.of("hash"), Secrets.open(restored).get("op-1"));
        assertEquals(key, StationKey.openOrCreate(restored).publicKey(), "dispatch knows this key");
        VerifyResult result = Verify.folder(restored, () -> false);
        assertTrue(result.ok(), result.toString());
        assertEquals(new EntryId(5, 1), result.last());
        JournalException full =
                assertThrows(JournalException.class, () -> Backup.restore(copy, restored, Samples.stamp(1), 0, null));
        assertEquals(Trouble.NOT_EMPTY, full.trouble());
        Path without = temp.resolve("without");
        assertFalse(Backup.restore(copy, without, Samples.stamp(1), 0, null).secretsRestored());
        assertTrue(Secrets.open(without).isEmpty());
        flip(copy.resolve("journal-000001-2026-11.log"), 500);
        JournalException damaged = assertThrows(
                JournalException.class, () -> Backup.restore(copy, temp.resolve("x"), Samples.stamp(1), 0, null));
        assertEquals(Trouble.DAMAGED, damaged.trouble());
        JournalException none = assertThrows(
                JournalException.class,
                () -> Backup.restore(temp.resolve("nowhere"), temp.resolve("y"), Samples.stamp(1), 0, null));
        assertEquals(Trouble.NO_BACKUP, none.trouble());
    }

    @Test
    void retentionTakesWholeSegmentsAndVerifyBeginsBehindThem() {
        EntryId end = new EntryId(1, ENTRIES);
        long day = 24L * 3_600_000;
        Stamp later = new Stamp(1, Samples.NOVEMBER + 400 * day, 1, ClockTrust.NTP);
        Stamp unset = new Stamp(1, Samples.NOVEMBER + 400 * day, 1, ClockTrust.UNSET);
        try (Keeper keeper = Keeper.lockStep(open())) {
            Path oldest = segments().get(0);
            EntryId second = keeper.journal().view().segments().get(1).after();
            long big = Long.MAX_VALUE;
            long none = Long.MAX_VALUE;
            assertEquals(Optional.empty(), keeper.trim(unset, new Retention(365, big, end, none, 2 * day)));
            assertEquals(Optional.empty(), keeper.trim(later, new Retention(365, big, end, none, day - 1)));
            assertEquals(Optional.empty(), keeper.trim(later, new Retention(500, big, end, none, 2 * day)));
            long open = Samples.NOVEMBER;
            assertEquals(Optional.empty(), keeper.trim(later, new Retention(365, big, end, open, 2 * day)));
            assertEquals(Optional.empty(), keeper.trim(later, new Retention(365, 1, end, open, 2 * day)));
            assertEquals(
                    Optional.of(new Retention.Plan(1, second, false)),
                    keeper.trim(later, new Retention(365, big, second, none, 2 * day)));
            assertFalse(Files.exists(oldest));
            assertEquals(second, keeper.journal().before());
            assertEquals(
                    second.next(), keeper.journal().read(EntryId.NONE, 1).get(0).id());
            Optional<Retention.Plan> bySize = keeper.trim(later, new Retention(9_999, 1, second, none, 2 * day));
            assertTrue(bySize.filter(Retention.Plan::pastConfirmed).isPresent(), "above the cap it passes the cursor");
        }
        VerifyResult result = verify();
        assertTrue(result.ok(), result.toString());
        assertEquals(2, result.entriesByKind().get("trim"));
        try (Journal again = open()) {
            assertEquals(new EntryId(1, ENTRIES), again.base(3).orElseThrow().at());
        }
    }
}
