package io.pumpwatch.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kept entries of a data folder. Reading is for any number of threads and sees only what is durable; appending is the
 * {@link Keeper}'s.
 */
public final class Journal implements AutoCloseable {
    /** Cursors are named again after this many bytes, so that a start finds them near the end. */
    private static final long CURSORS_EVERY_BYTES = 48 * 1024;

    private final Path folder;
    private final Disk disk;
    private final JournalSettings settings;
    private final @Nullable FolderLock lock;
    private final EntryReader reader;
    private volatile View view;
    private @Nullable SegmentWriter writer;
    private long bytesSinceCursors = CURSORS_EVERY_BYTES;

    private Journal(Path folder, Disk disk, JournalSettings settings, @Nullable FolderLock lock, View view) {
        this.folder = folder;
        this.disk = disk;
        this.settings = settings;
        this.lock = lock;
        this.view = view;
        this.reader = new EntryReader(disk);
    }

    /**
     * Opens the journal of the only writer; makes a new one in a new or empty folder. A group that was being written when
     * the machine stopped is cut off; where it looks as if it had been whole, its bytes are kept under {@code damaged/} and
     * a new epoch begins.
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
            Journal journal = new Journal(folder, disk, settings, lock, View.EMPTY);
            journal.view = new Opening(folder, disk).forWriting();
            return journal;
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
        return view;
    }

    /** The last durable entry; NONE in a new journal. */
    public EntryId last() {
        return view.last();
    }

    /** The hash of the last durable entry. */
    public String lastHash() {
        return view.hash();
    }

    /** What stands before the first entry that is still here: NONE, or the last one that retention took. */
    public EntryId before() {
        View now = view;
        return now.segments().isEmpty() ? EntryId.NONE : now.segments().get(0).after();
    }

    /** Durable positions of the cursors. */
    public Map<String, EntryId> cursors() {
        return view.cursors();
    }

    /** Bytes of all segments. */
    public long bytes() {
        View now = view;
        long bytes = now.limit();
        for (int i = 0; i < now.segments().size() - 1; i++) {
            bytes += now.segments().get(i).file().toFile().length();
        }
        return bytes;
    }

    /** The count of starts that the last entry tells of; 0 in a new journal. The agent's next boot is one more. */
    public long lastBoot() {
        View now = view;
        EntryId beforeLast = new EntryId(now.last().epoch(), now.last().seq() - 1);
        List<Entry> found = reader.read(now, beforeLast, 1);
        return found.isEmpty() ? 0 : EntryLine.head(found.get(0).line()).stamp().boot();
    }

    /**
     * The entries after one, in order, at most {@code max} of them and 2 MB; empty at the end. The chain of what is read
     * is proven.
     *
     * @throws JournalException DAMAGED, MISSING or an I/O trouble
     */
    public List<Entry> read(EntryId after, int max) {
        return reader.read(view, after, max);
    }

    /**
     * Gives every entry after one, up to the end as it is when this begins, to a fold; returns the last.
     *
     * @throws JournalException as {@link #read}
     */
    public EntryId replay(EntryId after, Consumer<Entry> fold) {
        View now = view;
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
     * The newest snapshot of this version that reads and that an entry vouches for; empty where the fold must begin with
     * the first entry.
     */
    public Optional<Base> base(int stateVersion) {
        return new Snapshots(folder, disk).newest(this, stateVersion).map(found -> new Base(found.at(), found.state()));
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

    /**
     * Keeps groups of entries in their order, each whole or not at all, and the cursors with them. When this returns, all
     * is durable; when it throws, a part from the front may be: {@link #last} tells.
     */
    void append(List<List<EntryLine>> groups, Map<String, EntryId> cursors) throws IOException {
        List<EntryLine> chunk = new ArrayList<>();
        long chunkBytes = 0;
        for (List<EntryLine> group : groups) {
            YearMonth month = month(group.get(0));
            if (mustRoll(month, chunkBytes)) {
                if (!chunk.isEmpty()) {
                    appendChunk(chunk, cursors);
                    chunk.clear();
                }
                chunkBytes = 0;
                roll(month, view.epoch(), "-");
            }
            chunk.addAll(group);
            for (EntryLine line : group) {
                chunkBytes += line.body().length();
            }
        }
        if (!chunk.isEmpty() || !cursors.equals(view.cursors())) {
            if (view.segments().isEmpty()) {
                throw new IllegalStateException("a cursor moved before the first entry");
            }
            appendChunk(chunk, cursors);
        }
    }

    private boolean mustRoll(YearMonth month, long chunkBytes) {
        View now = view;
        if (now.segments().isEmpty()) {
            return true;
        }
        boolean fresh = now.limit() == now.newest().start() && chunkBytes == 0;
        return !fresh && (month.isAfter(now.newest().month()) || now.limit() + chunkBytes > settings.segmentBytesMax());
    }

    private static YearMonth month(EntryLine line) {
        return YearMonth.from(Instant.ofEpochMilli(line.stamp().utcMs()).atOffset(ZoneOffset.UTC));
    }

    /** Closes the newest segment and begins the next; its month never lies before its predecessor's. */
    void roll(YearMonth wanted, long epoch, String why) throws IOException {
        View now = view;
        boolean first = now.segments().isEmpty();
        YearMonth month = first || wanted.isAfter(now.newest().month())
                ? wanted
                : now.newest().month();
        Segment next = Segment.after(now, folder, first ? 1 : now.newest().number() + 1, month, epoch, why);
        SegmentWriter created = SegmentWriter.create(disk, next);
        if (writer != null) {
            writer.close();
        }
        writer = created;
        List<Segment> all = new ArrayList<>(now.segments());
        all.add(next);
        view = new View(all, next.start(), now.last(), now.hash(), now.cursors());
    }

    private void appendChunk(List<EntryLine> lines, Map<String, EntryId> cursors) throws IOException {
        View now = view;
        Chain.Walk walk = new Chain.Walk(now.hash());
        EntryId last = now.last();
        ByteArrayOutputStream out = new ByteArrayOutputStream(512 * lines.size() + 64);
        for (EntryLine line : lines) {
            byte[] text = line.text().getBytes(StandardCharsets.UTF_8);
            if (line.id().epoch() != last.epoch()) {
                walk.restart();
            }
            walk.step(text, 0, text.length);
            last = line.id();
            out.writeBytes(("E " + walk.hash() + " ").getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(text);
            out.write('\n');
        }
        boolean name = !cursors.equals(now.cursors()) || bytesSinceCursors + out.size() > CURSORS_EVERY_BYTES;
        Mark mark = new Mark(last, name ? cursors : null);
        out.writeBytes((mark.text() + "\n").getBytes(StandardCharsets.UTF_8));
        SegmentWriter into = writer;
        if (into == null) {
            into = new SegmentWriter(disk, now.newest().file(), now.limit());
            writer = into;
        }
        into.append(out.toByteArray());
        bytesSinceCursors = name ? 0 : bytesSinceCursors + out.size();
        view = new View(now.segments(), into.limit(), last, lines.isEmpty() ? now.hash() : walk.hash(), cursors);
    }

    /** Segments that retention took are no longer part of the journal; their files go after this. */
    void forget(List<Segment> gone) {
        View now = view;
        List<Segment> left = new ArrayList<>(now.segments());
        left.removeAll(gone);
        view = new View(left, now.limit(), now.last(), now.hash(), now.cursors());
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
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
