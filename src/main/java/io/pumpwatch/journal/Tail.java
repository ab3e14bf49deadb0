package io.pumpwatch.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The end of the newest segment as a start finds it.
 *
 * @param limit bytes that are kept
 * @param last the last entry kept
 * @param hash its hash
 * @param cursors where they stand
 * @param torn bytes behind the limit: a group that was being written when the machine stopped
 * @param complete whether those end like a whole group, which may have been announced before it was damaged
 */
record Tail(long limit, EntryId last, String hash, Map<String, EntryId> cursors, long torn, boolean complete) {
    private static final long WINDOW = 128 * 1024;

    /**
     * Reads as much of the end of a segment as is needed to know its last group and the cursors.
     *
     * @throws JournalException DAMAGED if something doesn't read and kept groups follow, or an I/O trouble
     */
    static Tail find(Disk disk, Segment segment) {
        try (FileChannel channel = disk.open(segment.file(), StandardOpenOption.READ)) {
            long size = channel.size();
            for (long window = WINDOW; ; window *= 8) {
                long from = Math.max(segment.start(), size - window);
                Tail tail = new Scan(segment, channel, from, size).tail();
                if (tail != null) {
                    return tail;
                }
            }
        } catch (IOException fault) {
            throw JournalException.of(segment.file(), fault);
        }
    }

    /** One pass over a window. */
    private static final class Scan {
        private final Segment segment;
        private final LineStream lines;
        private final long from;
        private final long size;
        private final Chain.Walk walk;
        private long keptTo;
        private @Nullable EntryId kept;
        private String keptHash;
        private @Nullable Map<String, EntryId> cursors;
        private @Nullable EntryId seen;
        private boolean known;
        private long badAt = -1;
        private boolean complete;
        private int marksBehindBad;

        Scan(Segment segment, FileChannel channel, long from, long size) {
            this.segment = segment;
            this.from = from;
            this.size = size;
            lines = new LineStream(channel, from, size, (int) Math.min(WINDOW, Math.max(64, size - from)));
            walk = new Chain.Walk(segment.chainStart());
            keptTo = segment.start();
            keptHash = segment.afterHash();
        }

        @Nullable
        Tail tail() throws IOException {
            boolean whole = from == segment.start();
            known = whole;
            if (whole) {
                seen = segment.after();
                kept = seen;
                cursors = segment.cursors();
            } else {
                lines.next(); // what is left of a line
            }
            while (lines.next()) {
                if (lines.isEntry()) {
                    entry();
                } else {
                    other();
                }
            }
            if (kept == null || cursors == null) {
                return null;
            }
            return new Tail(keptTo, kept, keptHash, cursors, size - keptTo, complete);
        }

        private void entry() {
            Entry entry = lines.entry();
            if (seen != null && seen.epoch() != entry.id().epoch()) {
                walk.restart();
            }
            if (known) {
                walk.step(lines.bytes(), lines.lineAt(), lines.lineEnd());
                if (!walk.matches(lines.bytes(), lines.hashAt())) {
                    bad();
                }
            } else {
                walk.resume(entry.hash());
                known = true;
            }
            seen = entry.id();
        }

        private void other() {
            Hole hole = lines.isHole() ? Hole.parse(lines.text()) : null;
            if (hole != null) {
                walk.resume(hole.hash());
                known = true;
                seen = hole.to();
                return;
            }
            Mark mark = lines.isMark() ? Mark.parse(lines.text()) : null;
            if (mark == null) {
                complete |= lines.isMark();
                bad();
                return;
            }
            if (badAt >= 0) {
                // One mark may belong to the damaged group itself; a second one means that whole groups follow.
                complete = true;
                if (++marksBehindBad > 1) {
                    throw JournalException.damaged(
                            segment.file(), "byte " + badAt, "what stands here doesn't read, and kept entries follow");
                }
                return;
            }
            if (seen == null) {
                return; // the entries of this group begin before the window
            }
            if (!mark.last().equals(seen)) {
                throw JournalException.damaged(
                        segment.file(), "byte " + lines.start(), "entries up to " + mark.last() + " belong here");
            }
            kept = seen;
            keptHash = seen.equals(segment.after()) ? segment.afterHash() : walk.hash();
            keptTo = lines.end();
            cursors = mark.cursors() == null ? cursors : mark.cursors();
        }

        private void bad() {
            badAt = badAt < 0 ? lines.start() : badAt;
        }
    }
}
