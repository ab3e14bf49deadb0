package io.pumpwatch.view;

import io.pumpwatch.journal.EntryId;

/**
 * How far the entries have come.
 *
 * @param durable on the disk
 * @param sent acknowledged by the broker; NONE without a link
 * @param confirmed by dispatch; NONE without a link
 * @param waiting entries that dispatch doesn't have yet
 * @param link state of the link in a word: off, connecting, up, or fault
 */
public record Progress(EntryId durable, EntryId sent, EntryId confirmed, long waiting, String link) {
    /** The last entry on the disk. */
    public Position durableAt() {
        return Position.of(durable);
    }

    /** The last entry that the broker acknowledged. */
    public Position sentAt() {
        return Position.of(sent);
    }

    /** The last entry that dispatch confirmed. */
    public Position confirmedAt() {
        return Position.of(confirmed);
    }

    /** Whether the entry of that number isn't among those that are still on their way to the disk. */
    public boolean keeps(StationView view, long seq) {
        boolean begun = durable.epoch() == view.offered().epoch();
        return seq > view.offered().seq() || (begun && seq <= durable.seq());
    }
}
