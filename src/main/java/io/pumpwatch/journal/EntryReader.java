package io.pumpwatch.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads entries out of segments by binary search over the text; the chain of what is read is proven. Any number of
 * threads.
 */
final class EntryReader {
    private static final int BUFFER = 64 * 1024;
    private static final int SPOTS_MAX = 16;

    /** One answer holds no more than this, so that reading a large journal needs little memory. */
    private static final long ANSWER_BYTES_MAX = 2L << 20;

    private final Disk disk;
    private final Map<EntryId, Spot> spots = new LinkedHashMap<>();

    /** Where an entry's record begins. */
    private record Spot(long segment, long offset) {}

    EntryReader(Disk disk) {
        this.disk = disk;
    }

    /**
     * The entries after one, at most {@code max} of them and 2 MB.
     *
     * @throws JournalException DAMAGED, MISSING or an I/O trouble
     */
    List<Entry> read(View view, EntryId after, int max) {
        List<Entry> found = new ArrayList<>();
        if (max <= 0 || view.last().compareTo(after) <= 0) {
            return found;
        }
        Answer answer = new Answer(after, max, found);
        for (int i = view.indexAfter(after); i < view.segments().size() && !answer.full(); i++) {
            Segment segment = view.segments().get(i);
            try (FileChannel channel = disk.open(segment.file(), StandardOpenOption.READ)) {
                boolean newest = i == view.segments().size() - 1;
                long limit = newest ? view.limit() : channel.size();
                EntryId end = newest ? view.last() : view.segments().get(i + 1).after();
                readSegment(segment, channel, limit, end, answer);
            } catch (IOException fault) {
                throw JournalException.of(segment.file(), fault);
            }
        }
        return found;
    }

    private static final class Answer {
        private final EntryId after;
        private final int max;
        private final List<Entry> found;
        private long bytes;

        Answer(EntryId after, int max, List<Entry> found) {
            this.after = after;
            this.max = max;
            this.found = found;
        }

        boolean full() {
            return found.size() >= max || bytes >= ANSWER_BYTES_MAX;
        }

        void add(Entry entry) {
            found.add(entry);
            bytes += entry.line().length();
        }
    }

    private void readSegment(Segment segment, FileChannel channel, long limit, EntryId end, Answer answer)
            throws IOException {
        long from = start(segment, channel, limit, answer.after);
        boolean known = from > segment.start();
        Chain.Walk walk = new Chain.Walk(segment.chainStart());
        EntryId previous = segment.epoch() == segment.after().epoch() ? segment.after() : EntryId.NONE;
        EntryId last = segment.after();
        LineStream lines = new LineStream(channel, from, limit, BUFFER);
        while (!answer.full()) {
            if (!lines.next()) {
                if (last.compareTo(end) < 0) {
                    throw JournalException.damaged(
                            segment.file(), "its end", "it ends with entry " + last + ", entry " + end + " is missing");
                }
                return;
            }
            Hole hole = lines.isHole() ? Hole.parse(lines.text()) : null;
            if (hole != null) {
                walk.resume(hole.hash());
                known = false;
                previous = hole.to();
                last = hole.to();
                continue;
            }
            if (!lines.isEntry()) {
                if (!lines.isMark()) {
                    throw JournalException.damaged(segment.file(), "byte " + lines.start(), "no entry stands here");
                }
                continue;
            }
            Entry entry = lines.entry();
            if (known) {
                walk.resume(entry.hash());
            } else {
                if (entry.id().epoch() != previous.epoch()) {
                    walk.restart();
                }
                prove(segment, lines, walk, entry);
            }
            known = false;
            previous = entry.id();
            last = entry.id();
            if (entry.id().compareTo(answer.after) > 0) {
                answer.add(entry);
                remember(entry.id(), new Spot(segment.number(), lines.start()));
            }
        }
    }

    private static void prove(Segment segment, LineStream lines, Chain.Walk walk, Entry entry) {
        walk.step(lines.bytes(), lines.lineAt(), lines.lineEnd());
        if (!walk.matches(lines.bytes(), lines.hashAt())) {
            throw JournalException.damaged(
                    segment.file(), "entry " + entry.id() + ", byte " + lines.start(), "its hash doesn't fit");
        }
    }

    private void remember(EntryId id, Spot spot) {
        synchronized (spots) {
            spots.remove(id);
            spots.put(id, spot);
            if (spots.size() > SPOTS_MAX) {
                spots.remove(spots.keySet().iterator().next());
            }
        }
    }

    /** Where to begin: at a record not beyond {@code after}, or at the segment's first. */
    private long start(Segment segment, FileChannel channel, long limit, EntryId after) throws IOException {
        synchronized (spots) {
            Spot spot = spots.get(after);
            if (spot != null && spot.segment == segment.number()) {
                return spot.offset;
            }
        }
        long low = segment.start();
        long high = segment.after().compareTo(after) >= 0 ? low : limit;
        while (high - low > BUFFER) {
            long middle = low + (high - low) / 2;
            LineStream lines = new LineStream(channel, middle, high, BUFFER / 8);
            lines.next(); // what is left of a line
            boolean found = lines.next();
            while (found && !lines.isEntry()) {
                found = lines.next();
            }
            EntryId id = found ? lines.id() : null;
            if (id != null && id.compareTo(after) <= 0) {
                low = lines.start();
            } else {
                high = middle;
            }
        }
        return low;
    }
}
