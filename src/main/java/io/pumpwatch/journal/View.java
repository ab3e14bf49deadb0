package io.pumpwatch.journal;

import java.util.List;
import java.util.Map;

/**
 * What is kept at one moment. Readers take one and never see a half-written group.
 *
 * @param segments in order, without gaps; empty only in a new folder
 * @param limit bytes of the newest segment that are kept
 * @param last the last entry
 * @param hash its hash
 * @param cursors where they stand
 */
record View(List<Segment> segments, long limit, EntryId last, String hash, Map<String, EntryId> cursors) {
    static final View EMPTY = new View(List.of(), 0, EntryId.NONE, Chain.GENESIS, Map.of());

    View {
        segments = List.copyOf(segments);
        cursors = Map.copyOf(cursors);
    }

    Segment newest() {
        return segments.get(segments.size() - 1);
    }

    /** The epoch that the next entry belongs to. */
    long epoch() {
        return segments.isEmpty() ? 1 : Math.max(newest().epoch(), last.epoch());
    }

    /** Whether the next entry must say why an epoch begins. */
    boolean beginsEpoch() {
        return !segments.isEmpty() && epoch() > last.epoch() && !newest().why().equals(Segment.GOES_ON);
    }

    /** The number of the next entry. */
    EntryId next() {
        return epoch() == last.epoch() ? last.next() : new EntryId(epoch(), 1);
    }

    /** The segment in which the entry after this one stands. */
    int indexAfter(EntryId after) {
        int index = segments.size() - 1;
        while (index > 0 && segments.get(index).after().compareTo(after) > 0) {
            index--;
        }
        return index;
    }
}
