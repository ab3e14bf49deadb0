package io.pumpwatch.journal;

import io.pumpwatch.station.Stamp;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Makes a damaged journal usable again: each damaged segment is copied to {@code damaged/}, what can be proven of it is
 * written anew, what can't becomes a declared hole, and a new epoch begins. Nothing is deleted.
 */
public final class Salvage {
    private static final int BUFFER = 1 << 20;
    private static final int LOST_NAMED_MAX = 200;

    private final Path folder;
    private final Disk disk;
    private final List<Hole> lost = new ArrayList<>();
    private final List<String> aside = new ArrayList<>();

    private Salvage(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * What a salvage did.
     *
     * @param entries that are kept
     * @param lost ranges of entries that are not, {@code 1:41-1:44}
     * @param aside copies of damaged files, under {@code damaged/}
     * @param last the last entry that was kept before the new epoch
     * @param epoch the new one
     */
    public record Report(long entries, List<String> lost, List<String> aside, EntryId last, long epoch) {}

    /**
     * Salvages the journal in a folder that no pumpwatch uses.
     *
     * @param now stamp of the new epoch's first entry
     * @throws JournalException LOCKED, OTHER_VERSION (a newer program's files aren't damage), or an I/O trouble
     */
    public static Report run(Path folder, Stamp now) {
        return run(folder, now, Disk.REAL);
    }

    static Report run(Path folder, Stamp now, Disk disk) {
        Salvage salvage = new Salvage(folder, disk);
        try (FolderLock lock = FolderLock.take(folder)) {
            Logger.info("salvaging {}, {}", folder, lock);
            salvage.segments();
        } catch (IOException fault) {
            throw JournalException.of(folder, fault);
        }
        return salvage.newEpoch(now);
    }

    private Report newEpoch(Stamp now) {
        try (Journal journal = Journal.open(folder, JournalSettings.STANDARD, disk)) {
            View before = journal.view();
            if (before.segments().isEmpty()) {
                return new Report(0, List.of(), List.copyOf(aside), EntryId.NONE, 1);
            }
            if (!before.beginsEpoch()) {
                journal.roll(before.newest().month(), before.epoch() + 1, "salvage");
            }
            EntryId first = journal.view().next();
            Draft draft = OwnEntry.epoch(now, journal.view(), lostRanges());
            journal.append(List.of(List.of(EntryLine.of(first, draft))), journal.cursors());
            long[] entries = {-1};
            journal.replay(EntryId.NONE, entry -> entries[0]++);
            return new Report(entries[0], lostRanges(), List.copyOf(aside), before.last(), first.epoch());
        } catch (IOException fault) {
            throw JournalException.of(folder, fault);
        }
    }

    private List<String> lostRanges() {
        return lost.stream()
                .limit(LOST_NAMED_MAX)
                .map(hole -> hole.from() + "-" + hole.to())
                .toList();
    }

    private void segments() throws IOException {
        List<Path> files = new Opening(folder, disk).files();
        View at = View.EMPTY;
        for (int i = 0; i < files.size(); i++) {
            Segment header = header(files.get(i));
            Segment next = i + 1 < files.size() ? header(files.get(i + 1)) : null;
            at = fillMissing(at, files.get(i), header);
            boolean joins = header != null
                    && header.after().equals(at.last())
                    && header.afterHash().equals(at.hash());
            View sound = header != null && joins ? behind(header, next, i == files.size() - 1) : null;
            at = sound != null ? sound : rewrite(at, files.get(i), header, next);
        }
    }

    private @Nullable Segment header(Path file) {
        try {
            return Segment.read(disk, file);
        } catch (JournalException fault) {
            if (fault.trouble() == Trouble.NOT_A_SEGMENT) {
                return null;
            }
            throw fault;
        }
    }

    /** What stands behind a sound segment; null if it isn't sound, or doesn't end where the next one begins. */
    private @Nullable View behind(Segment segment, @Nullable Segment next, boolean newest) {
        VerifyResult whole = Verify.segment(segment.file(), () -> false);
        // An unfinished group at the end of the newest is no damage: opening cuts it off.
        VerifyResult result = newest && !whole.ok() ? upToTail(segment, whole) : whole;
        EntryId last = result.entries() + result.holes() == 0 ? segment.after() : result.last();
        boolean joins =
                next == null || (last.equals(next.after()) && result.lastHash().equals(next.afterHash()));
        return result.ok() && joins ? new View(List.of(segment), 0, last, result.lastHash(), segment.cursors()) : null;
    }

    private VerifyResult upToTail(Segment segment, VerifyResult otherwise) {
        try {
            Tail tail = Tail.find(disk, segment);
            return tail.complete() ? otherwise : Verify.segment(segment.file(), tail.limit(), () -> false);
        } catch (JournalException damaged) {
            return otherwise;
        }
    }

    /** A segment that is gone altogether becomes a file with a hole only. */
    private View fillMissing(View at, Path file, @Nullable Segment header) throws IOException {
        long number = Segment.numberOf(file);
        if (at.segments().isEmpty()) {
            // What stood before the first file that is here can't be known: it may have been trimmed.
            return header == null ? at : new View(List.of(), 0, header.after(), header.afterHash(), header.cursors());
        }
        if (header == null || number == at.newest().number() + 1) {
            return at;
        }
        Segment gone = Segment.after(
                at,
                folder,
                at.newest().number() + 1,
                at.newest().month(),
                at.last().epoch(),
                Segment.GOES_ON);
        StringBuilder text = new StringBuilder(gone.header());
        hole(text, at.last().next(), header.after(), header.afterHash());
        text.append(new Mark(header.after(), header.cursors()).text()).append('\n');
        SegmentWriter.write(disk, gone.file(), text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        View behind = new View(List.of(gone), 0, header.after(), header.afterHash(), header.cursors());
        return fillMissing(behind, file, header);
    }

    private void hole(StringBuilder text, EntryId from, EntryId to, String hash) {
        Hole hole = new Hole(from, to, hash);
        lost.add(hole);
        text.append(hole.text()).append('\n');
    }

    /** Writes a damaged segment anew with what can be proven of it. */
    private View rewrite(View at, Path file, @Nullable Segment header, @Nullable Segment next) throws IOException {
        keepCopy(file);
        Segment segment = header != null
                        && header.after().equals(at.last())
                        && header.afterHash().equals(at.hash())
                ? header
                : Segment.after(at, folder, Segment.numberOf(file), Segment.monthOf(file), epoch(at, file), why(header))
                        .at(file);
        StringBuilder text = new StringBuilder(segment.header());
        Provable kept = new Provable(segment, text);
        try (FileChannel channel = disk.open(file, StandardOpenOption.READ)) {
            LineStream lines = new LineStream(channel, 0, channel.size(), BUFFER);
            while (lines.next()) {
                kept.line(lines);
            }
        }
        if (next != null && next.after().compareTo(kept.last) > 0) {
            hole(text, kept.last.next(), next.after(), next.afterHash());
            kept.last = next.after();
            kept.hash = next.afterHash();
        }
        text.append(new Mark(kept.last, kept.cursors).text()).append('\n');
        SegmentWriter.write(disk, file, text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new View(List.of(segment), 0, kept.last, kept.hash, kept.cursors);
    }

    private static String why(@Nullable Segment header) {
        return header == null ? Segment.GOES_ON : header.why();
    }

    /** The epoch of a segment whose header is gone: that of its first entry that reads. */
    private long epoch(View at, Path file) throws IOException {
        try (FileChannel channel = disk.open(file, StandardOpenOption.READ)) {
            LineStream lines = new LineStream(channel, 0, channel.size(), BUFFER);
            while (lines.next()) {
                EntryId id = lines.isEntry() ? lines.id() : null;
                if (id != null && id.epoch() >= at.epoch() && id.epoch() <= at.epoch() + 1) {
                    return id.epoch();
                }
            }
        }
        return at.epoch();
    }

    private void keepCopy(Path file) throws IOException {
        Path damaged = Files.createDirectories(folder.resolve("damaged"));
        Path copy = damaged.resolve(file.getFileName().toString());
        for (int n = 2; Files.exists(copy); n++) {
            copy = damaged.resolve(file.getFileName() + "." + n);
        }
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        try (FileChannel synced = disk.open(copy, StandardOpenOption.WRITE)) {
            synced.force(true);
        }
        disk.syncFolder(damaged);
        aside.add(copy.toString());
    }

    /** Takes over the entries whose hash fits to the record before them. */
    private final class Provable {
        private final StringBuilder text;
        private final Chain.Walk walk;
        private EntryId last;
        private String hash;
        private Map<String, EntryId> cursors;

        Provable(Segment segment, StringBuilder text) {
            this.text = text;
            this.walk = new Chain.Walk(segment.chainStart());
            this.last = segment.after();
            this.hash = segment.afterHash();
            this.cursors = segment.cursors();
        }

        void line(LineStream lines) {
            if (lines.isEntry()) {
                entry(lines);
                return;
            }
            Hole old = lines.isHole() ? Hole.parse(lines.text()) : null;
            if (old != null && old.to().compareTo(last) > 0) {
                walk.resume(old.hash());
                return; // the next entry that fits declares it anew
            }
            Mark mark = lines.isMark() ? Mark.parse(lines.text()) : null;
            if (mark != null && mark.cursors() != null) {
                cursors = mark.cursors();
            }
        }

        private void entry(LineStream lines) {
            Entry entry = lines.entry();
            String before = walk.hash();
            walk.step(lines.bytes(), lines.lineAt(), lines.lineEnd());
            boolean fits = walk.matches(lines.bytes(), lines.hashAt())
                    && entry.id().compareTo(last) > 0
                    && reads(entry.line());
            if (fits) {
                boolean follows =
                        entry.id().epoch() == last.epoch() && entry.id().seq() == last.seq() + 1;
                boolean firstOfEpoch = entry.id().epoch() != last.epoch() && before.equals(Chain.GENESIS);
                if (!follows && !firstOfEpoch && !EntryLine.kindOf(entry.line()).equals(OwnEntry.GAP)) {
                    EntryId from = entry.id().epoch() == last.epoch()
                            ? last.next()
                            : new EntryId(entry.id().epoch(), 1);
                    hole(text, from, new EntryId(entry.id().epoch(), entry.id().seq() - 1), before);
                }
                text.append("E ")
                        .append(entry.hash())
                        .append(' ')
                        .append(entry.line())
                        .append('\n');
                last = entry.id();
                hash = entry.hash();
            }
            walk.resume(entry.hash().matches("[0-9a-f]{64}") ? entry.hash() : Chain.GENESIS);
        }

        private boolean reads(String line) {
            try {
                return EntryLine.parse(line).id().seq() > 0;
            } catch (JournalException fault) {
                return false;
            }
        }
    }
}
