package io.pumpwatch.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kept entries of a data folder. Reading is for any number of threads and sees only what is durable; appending is
 * the {@link Keeper}'s.
 */
public final class Journal implements AutoCloseable {
    private final Path folder;
    private final Disk disk;
    private final JournalSettings settings;
    private final @Nullable FolderLock lock;
    private final EntryReader reader;
    private final Appender appender;

    private Journal(Path folder, Disk disk, JournalSettings settings, @Nullable FolderLock lock, View view) {
        this.folder = folder;
        this.disk = disk;
        this.settings = settings;
        this.lock = lock;
        this.appender = new Appender(folder, disk, settings, view);
        this.reader = new EntryReader(disk);
    }

    /**
     * Opens the journal of the only writer; makes a new one in a new or empty folder. A group that was being written
     * when the machine stopped is cut off; where it looks as if it had been whole, its bytes are kept under
     * {@code damaged/} and a new epoch begins.
     *
     * @throws JournalException LOCKED, OTHER_VERSION, NOT_A_SEGMENT, DAMAGED, MISSING, READ_ONLY, DISK_FULL or IO
     */
    public static Journal open(Path folder, JournalSettings settings) {
        return open(folder, settings, Disk.REAL);
    }

    static Journal open(Path folder, JournalSettings settings, Disk disk) {
        try {
            Files.createDirectories(folder);
        } catch (IOException fault) {
            throw JournalException.of(folder, fault);
        }
        FolderLock lock = FolderLock.take(folder);
        try {
            return new Journal(folder, disk, settings, lock, new Opening(folder, disk).forWriting());
        } catch (RuntimeException fault) {
            lock.close();
            throw fault;
        }
    }

    /** Opens a journal for reading what is durable now, beside a running writer or without one. Changes nothing. */
    public static Journal openReadOnly(Path folder) {
        return new Journal(
                folder, Disk.REAL, JournalSettings.STANDARD, null, new Opening(folder, Disk.REAL).forReading());
    }

    /** Where it lives. */
    public Path folder() {
        return folder;
    }

    JournalSettings settings() {
        return settings;
    }

    Disk disk() {
        return disk;
    }

    View view() {
        return appender.view();
    }

    /** The last durable entry; NONE in a new journal. */
    public EntryId last() {
        return appender.view().last();
    }

    /** The hash of the last durable entry. */
    public String lastHash() {
        return appender.view().hash();
    }

    /** What stands before the first entry that is still here: NONE, or the last one that retention took. */
    public EntryId before() {
        View now = appender.view();
        return now.segments().isEmpty() ? EntryId.NONE : now.segments().get(0).after();
    }

    /**
     * Where an epoch begins: what stands before its first entry that is still here, which is the last one of the epoch
     * before where there was one; empty where no segment of it is here. An epoch begins in a segment of its own.
     */
    public Optional<EntryId> beginOf(long epoch) {
        return appender.view().segments().stream()
                .filter(segment -> segment.epoch() == epoch)
                .findFirst()
                .map(Segment::after);
    }

    /** Durable positions of the cursors. */
    public Map<String, EntryId> cursors() {
        return appender.view().cursors();
    }

    /** Bytes of all segments. */
    public long bytes() {
        View now = appender.view();
        long bytes = now.limit();
        for (int i = 0; i < now.segments().size() - 1; i++) {
            bytes += now.segments().get(i).file().toFile().length();
        }
        return bytes;
    }

    /** The count of starts that the last entry tells of; 0 in a new journal. The agent's next boot is one more. */
    public long lastBoot() {
        View now = appender.view();
        if (now.last().seq() == 0) {
            return 0;
        }
        EntryId beforeLast = new EntryId(now.last().epoch(), now.last().seq() - 1);
        List<Entry> found = reader.read(now, beforeLast, 1);
        return found.isEmpty() ? 0 : EntryLine.head(found.get(0).line()).stamp().boot();
    }

    /**
     * The entries after one, in order, at most {@code max} of them and 2 MB; empty at the end. The chain of what is
     * read is proven.
     *
     * @throws JournalException DAMAGED, MISSING or an I/O trouble
     */
    public List<Entry> read(EntryId after, int max) {
        return reader.read(appender.view(), after, max);
    }

    /**
     * Gives every entry after one, up to the end as it is when this begins, to a fold; returns the last.
     *
     * @throws JournalException as {@link #read}
     */
    public EntryId replay(EntryId after, Consumer<Entry> fold) {
        View now = appender.view();
        EntryId at = after;
        List<Entry> part = reader.read(now, at, Integer.MAX_VALUE);
        while (!part.isEmpty()) {
            part.forEach(fold);
            at = part.get(part.size() - 1).id();
            part = reader.read(now, at, Integer.MAX_VALUE);
        }
        return at;
    }

    /** As {@link #replay}, for the entries of these kinds only. */
    public EntryId replay(EntryId after, Set<String> kinds, Consumer<Entry> fold) {
        return replay(after, entry -> {
            if (kinds.contains(EntryLine.kindOf(entry.line()))) {
                fold.accept(entry);
            }
        });
    }

    /**
     * A state to begin a fold with, and the last entry that is in it.
     *
     * @param at replay goes on after this
     * @param state the state there
     */
    public record Base(EntryId at, StateText state) {}

    /**
     * The newest snapshot of this version that reads and that an entry vouches for; empty where the fold must begin
     * with the first entry.
     */
    public Optional<Base> base(int stateVersion) {
        return new Snapshots(folder, disk).newest(this, stateVersion).map(found -> new Base(found.at(), found.state()));
    }

    /** The first entry of an epoch that isn't in its newest snapshot. */
    long unsnapped(long epoch) {
        SortedMap<EntryId, Path> files = new Snapshots(folder, disk).files();
        boolean any = !files.isEmpty() && files.lastKey().epoch() == epoch;
        return any ? files.lastKey().seq() + 1 : 1;
    }

    /**
     * The state after a declared gap, with which a fold goes on.
     *
     * @param gap an entry of kind {@link OwnEntry#GAP}
     * @throws JournalException DAMAGED if it lies in a file that doesn't read
     */
    public StateText gapState(Entry gap) {
        String body = EntryLine.head(gap.line()).body();
        String state = OwnEntry.stateIn(body);
        Map<?, ?> properties = OwnEntry.properties(body);
        if (state.isEmpty()) {
            return new Snapshots(folder, disk).gapState(properties);
        }
        return new StateText((int) OwnEntry.number(properties, "version"), state);
    }

    // ---- the keeper's side: one thread

    /** As {@link Appender#append}. */
    void append(List<List<EntryLine>> groups, Map<String, EntryId> cursors) throws IOException {
        appender.append(groups, cursors);
    }

    /** As {@link Appender#roll}. */
    void roll(YearMonth month, long epoch, String why) throws IOException {
        appender.roll(month, epoch, why);
    }

    /** As {@link Appender#forget}. */
    void forget(List<Segment> gone) {
        appender.forget(gone);
    }

    @Override
    public void close() {
        try {
            appender.close();
        } catch (IOException fault) {
            throw JournalException.of(folder, fault);
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
