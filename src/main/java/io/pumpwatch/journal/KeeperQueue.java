package io.pumpwatch.journal;

import io.pumpwatch.station.Stamp;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups that wait for the disk, and the numbers that they were given. The keeper's lock guards it. */
final class KeeperQueue {
    private final JournalSettings settings;
    private final Deque<Group> waiting = new ArrayDeque<>();
    private final long epoch;
    private long nextSeq;
    private long snapshotSeq;
    /** This start had more to go through than a next one should. */
    private boolean foldedMuch;

    private int entries;
    private long bytes;
    private @Nullable Gap gap;
    private long unkept;

    /** @param snapshotSeq the first entry that isn't in the newest snapshot, whichever agent wrote that */
    KeeperQueue(JournalSettings settings, EntryId next, long snapshotSeq) {
        this.settings = settings;
        this.epoch = next.epoch();
        this.nextSeq = next.seq();
        this.snapshotSeq = snapshotSeq;
        this.foldedMuch = sinceSnapshot() > settings.foldMax();
    }

    /** A draft that the keeper's thread makes when its turn comes. */
    interface Late {
        Draft make() throws IOException;
    }

    /** Makes the entry that declares a gap; {@code at} is its identity. */
    interface GapForm {
        Draft make(Gap gap, EntryId at) throws IOException;
    }

    /**
     * Numbers whose entries found no room.
     *
     * @param from first seq
     * @param to last seq
     * @param begin stamp of the first loss
     * @param end stamp of its end, as far as it has come
     */
    record Gap(long from, long to, Stamp begin, Stamp end) {}

    /** Entries that are kept together. */
    static final class Group {
        private final EntryId first;
        private final Stamp offered;
        private final List<Draft> drafts;
        private final @Nullable Late late;
        private @Nullable List<EntryLine> lines;

        Group(EntryId first, Stamp offered, List<Draft> drafts, @Nullable Late late) {
            this.first = first;
            this.offered = offered;
            this.drafts = drafts;
            this.late = late;
        }

        int size() {
            return late == null ? drafts.size() : 1;
        }

        EntryId last() {
            return new EntryId(first.epoch(), first.seq() + size() - 1);
        }

        long bytes() {
            return drafts.stream().mapToLong(draft -> draft.body().length()).sum();
        }

        /** The lines; made once, so that a second try writes the same bytes. Keeper's thread only. */
        List<EntryLine> lines() throws IOException {
            List<EntryLine> made = lines;
            if (made == null) {
                made = new ArrayList<>();
                EntryId id = first;
                for (Draft draft : late == null ? drafts : List.of(late.make())) {
                    made.add(EntryLine.of(id, draft));
                    id = id.next();
                }
                lines = made;
            }
            return made;
        }
    }

    /** Whether nothing of this epoch has been kept or offered: its first entry must say why it began. */
    boolean atStartOfEpoch() {
        return nextSeq == 1 && gap == null;
    }

    /** Queues an entry that the journal adds itself; gives back its number. */
    EntryId add(Stamp now, Late late) {
        EntryId id = new EntryId(epoch, nextSeq++);
        push(new Group(id, now, List.of(), late));
        return id;
    }

    SeqRange offer(Stamp now, List<Draft> drafts, GapForm form) {
        Gap open = gap;
        if (open != null && settings.queueEntriesMax() / 2 >= entries && settings.queueBytesMax() / 2 >= bytes) {
            Gap closed = new Gap(open.from, open.to, open.begin, now);
            EntryId at = new EntryId(epoch, nextSeq);
            add(now, () -> form.make(closed, at));
            gap = null;
        }
        long first = nextSeq;
        nextSeq += drafts.size();
        if (drafts.isEmpty()) {
            return new SeqRange(epoch, first, first - 1, gap == null);
        }
        Group group = new Group(new EntryId(epoch, first), now, List.copyOf(drafts), null);
        boolean room = waiting.isEmpty()
                || (entries + group.size() <= settings.queueEntriesMax()
                        && bytes + group.bytes() <= settings.queueBytesMax());
        if (gap == null && room) {
            push(group);
            return new SeqRange(epoch, first, nextSeq - 1, true);
        }
        unkept += drafts.size();
        Gap grown = gap;
        gap = grown == null
                ? new Gap(first, nextSeq - 1, now, now)
                : new Gap(grown.from, nextSeq - 1, grown.begin, now);
        return new SeqRange(epoch, first, nextSeq - 1, false);
    }

    private void push(Group group) {
        waiting.addLast(group);
        entries += group.size();
        bytes += group.bytes();
    }

    /** Groups to keep next, whole ones only. */
    List<Group> front() {
        List<Group> front = new ArrayList<>();
        int count = 0;
        for (Group group : waiting) {
            if (count > 0 && count + group.size() > settings.groupEntriesMax()) {
                break;
            }
            front.add(group);
            count += group.size();
        }
        return front;
    }

    void removeUpTo(EntryId durable) {
        for (Group group = waiting.peekFirst();
                group != null && group.last().compareTo(durable) <= 0;
                group = waiting.peekFirst()) {
            waiting.removeFirst();
            entries -= group.size();
            bytes -= group.bytes();
        }
    }

    int entries() {
        return entries;
    }

    /** Entries that found no room since the start: each belongs to a declared gap. */
    long unkept() {
        return unkept;
    }

    boolean losing() {
        return gap != null;
    }

    EntryId lastOffered() {
        return new EntryId(epoch, nextSeq - 1);
    }

    private long sinceSnapshot() {
        return nextSeq - snapshotSeq;
    }

    boolean snapshotDue() {
        return foldedMuch || sinceSnapshot() >= settings.snapshotEvery();
    }

    void snapshotTaken() {
        snapshotSeq = nextSeq + 1;
        foldedMuch = false;
    }

    /** Uptime at which the oldest thing that isn't kept was offered; {@code otherwise} if all is kept. */
    long waitingSinceMs(long otherwise) {
        Group oldest = waiting.peekFirst();
        if (oldest != null) {
            return oldest.offered.uptimeMs();
        }
        Gap open = gap;
        return open == null ? otherwise : open.begin.uptimeMs();
    }
}
