package io.pumpwatch.view;

import io.pumpwatch.journal.EntryId;

/**
 * Place of an entry in the journal, for shells that know no journal.
 *
 * @param epoch 0 before the first entry of all
 * @param seq within the epoch; 0 before the first
 */
public record Position(long epoch, long seq) {
    static Position of(EntryId id) {
        return new Position(id.epoch(), id.seq());
    }
}
