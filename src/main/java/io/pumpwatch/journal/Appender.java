package io.pumpwatch.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writing side of a journal: chains, writes, syncs, then shows the new view. One thread writes, any may look. */
final class Appender implements AutoCloseable {
    /** Cursors are named again after this many bytes, so that a start finds them near the end. */
    private static final long CURSORS_EVERY_BYTES = 48 * 1024;

    private final Path folder;
    private final Disk disk;
    private final JournalSettings settings;
    private final MessageDigest sha = Chain.sha256();
    private volatile View view;
    private @Nullable SegmentWriter writer;
    private long bytesSinceCursors = CURSORS_EVERY_BYTES;

    Appender(Path folder, Disk disk, JournalSettings settings, View view) {
        this.folder = folder;
        this.disk = disk;
        this.settings = settings;
        this.view = view;
    }

    /** What is durable. */
    View view() {
        return view;
    }

    /**
     * Keeps groups of entries in their order, each whole or not at all, and the cursors with them. When this returns,
     * all is durable; when it throws, a part from the front may be: {@link #view} tells.
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
                roll(month, view.epoch(), Segment.GOES_ON);
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
        close();
        writer = created;
        List<Segment> all = new ArrayList<>(now.segments());
        all.add(next);
        view = new View(all, next.start(), now.last(), now.hash(), now.cursors());
    }

    private void appendChunk(List<EntryLine> lines, Map<String, EntryId> cursors) throws IOException {
        View now = view;
        Chain.Walk walk = new Chain.Walk(now.hash(), sha);
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
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
