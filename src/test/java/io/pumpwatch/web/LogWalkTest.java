package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.journal.Backup;
import io.pumpwatch.journal.Draft;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.journal.Keeper;
import io.pumpwatch.journal.Secrets;
import io.pumpwatch.journal.StateText;
import io.pumpwatch.scan.Kinds;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.KeptEntry;
import io.pumpwatch.view.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log leads through a real journal, over segments and epochs, to its first entry. */
class LogWalkTest {
    /** Whoever reads the log reads words and no code, whatever is kept. */
    @Test
    void everyKindOfEntryHasWords() {
        for (String kind : Kinds.byKind().keySet()) {
            for (Lang lang : Lang.values()) {
                assertTrue(Words.of(lang).has("rep.kind." + kind), lang + " " + kind);
            }
        }
    }

    private static final long NOVEMBER = Instant.parse("2026-11-23T15:36:00Z").toEpochMilli();
    private static final long MONTH_MS = 31 * 86_400_000L;

    @TempDir
    Path temp;

    /** A journal as the walk reads it. */
    private record Log(Journal journal) implements KeptLog {
        @Override
        public List<KeptEntry> entries(Position after, int max) {
            return journal.read(new EntryId(after.epoch(), after.seq()), max).stream()
                    .map(entry -> new KeptEntry(
                            new Position(entry.id().epoch(), entry.id().seq()),
                            0,
                            EntryLine.kindOf(entry.line()),
                            entry.line(),
                            entry.hash()))
                    .toList();
        }

        @Override
        public Optional<Position> beginOf(long epoch) {
            return journal.beginOf(epoch).map(id -> new Position(id.epoch(), id.seq()));
        }
    }

    private static Stamp stamp(long utcMs) {
        return new Stamp(1, utcMs, utcMs - NOVEMBER, ClockTrust.NTP);
    }

    /** Keeps entries in two months, so that there are two segments. */
    private static void keep(Path folder, int count, String text) {
        try (Journal journal = Journal.open(folder, JournalSettings.STANDARD);
                Keeper keeper = Keeper.lockStep(journal)) {
            for (int i = 1; i <= count; i++) {
                Stamp now = stamp(NOVEMBER + (i > count / 2 ? MONTH_MS : 0));
                String body = "{\"n\":" + i + ",\"text\":\"" + text + "\"}";
                keeper.offer(now, List.of(new Draft("alarm.moved", 1, body, now)), () -> new StateText(1, "{}"));
            }
        }
    }

    /** What a restore of it begins: a new epoch. */
    private Path restored(Path from, String name) throws IOException {
        Path copy = temp.resolve(name + "-copy");
        Path to = Files.createDirectories(temp.resolve(name));
        Stamp now = stamp(NOVEMBER + 2 * MONTH_MS);
        try (Journal journal = Journal.openReadOnly(from)) {
            Backup.make(journal, copy, now, Secrets.open(from), null);
        }
        Backup.restore(copy, to, now, 0, null);
        return to;
    }

    private static List<Position> walk(Journal journal, int pageSize) {
        List<Position> all = new ArrayList<>();
        Position before = new Position(journal.last().epoch(), journal.last().seq() + 1);
        while (before != null) {
            LogWalk walk = new LogWalk(new Log(journal), before);
            List<KeptEntry> page = walk.page(pageSize, entry -> true);
            assertTrue(!page.isEmpty(), "no page is empty, after " + all.size());
            page.forEach(entry -> all.add(entry.at()));
            before = walk.next();
        }
        return all;
    }

    private static List<Position> backwards(Journal journal) {
        List<Position> all = new ArrayList<>();
        journal.replay(
                journal.before(),
                entry -> all.add(0, new Position(entry.id().epoch(), entry.id().seq())));
        return all;
    }

    @Test
    void overSegmentsAndEpochsToTheFirstEntryAndNoneTwice() throws IOException {
        Path first = Files.createDirectories(temp.resolve("first"));
        keep(first, 30, "one");
        Path second = restored(first, "second");
        keep(second, 7, "two");
        Path third = restored(second, "third");
        keep(third, 250, "three");
        try (Journal journal = Journal.openReadOnly(third)) {
            List<Position> expected = backwards(journal);
            assertEquals(3, journal.last().epoch());
            assertTrue(expected.size() > 287, expected::toString);
            for (int pageSize : new int[] {1, 7, 50, 200}) {
                assertEquals(expected, walk(journal, pageSize), "pages of " + pageSize);
            }
        }
    }

    @Test
    void longEntriesComeInSeveralAnswersOfTheStoreAndNoneIsLeftOut() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("long"));
        keep(folder, 120, "x".repeat(50_000));
        try (Journal journal = Journal.openReadOnly(folder)) {
            assertEquals(backwards(journal), walk(journal, 200));
        }
    }

    @Test
    void aRareKindIsFoundWhereverItStandsAndAnUnknownEpochHasNothing() throws IOException {
        Path first = Files.createDirectories(temp.resolve("rare"));
        keep(first, 600, "one");
        Path second = restored(first, "later");
        try (Journal journal = Journal.openReadOnly(second)) {
            Log log = new Log(journal);
            LogWalk walk = new LogWalk(
                    log, new Position(journal.last().epoch(), journal.last().seq() + 1));
            List<KeptEntry> found = walk.page(50, entry -> entry.line().contains("\"n\":3,"));
            assertEquals(1, found.size());
            assertEquals(1, found.get(0).at().epoch());
            assertNull(walk.next());
            LogWalk nowhere = new LogWalk(log, new Position(9, 4));
            assertTrue(nowhere.page(50, entry -> true).isEmpty());
            assertNull(nowhere.next());
        }
    }
}
