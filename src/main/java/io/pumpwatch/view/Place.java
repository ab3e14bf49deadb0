package io.pumpwatch.view;

import io.pumpwatch.journal.EntryId;

/**
 * Place in the journal, for those who only show it.
 *
 * @param epoch 1 or more; 0 before the first entry
 * @param seq 1 or more; 0 before the first entry of an epoch
 */
public record Place(long epoch, long seq) {
    /** The place of that entry. */
    public static Place of(EntryId id) {
        return new Place(id.epoch(), id.seq());
    }

    /** The entry at this place. */
    public EntryId entry() {
        return new EntryId(epoch, seq);
    }
}
