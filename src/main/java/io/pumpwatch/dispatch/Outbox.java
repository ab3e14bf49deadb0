package io.pumpwatch.dispatch;

import io.pumpwatch.journal.Entry;
import io.pumpwatch.journal.EntryId;
import java.util.List;

/** The journal as the link sees it: durable entries to send, and the two cursors into them. */
public interface Outbox {
    /**
     * Durable entries after this one in order, over epochs; fewer than asked for, or none, where there are no more.
     * Called by the link's thread; may read the disk.
     *
     * @param countMax at most this many
     * @param bytesMax about this many bytes of lines at most, but at least one entry
     */
    List<Entry> read(EntryId after, int countMax, int bytesMax);

    /** Last durable entry; any thread, never blocks. */
    EntryId durable();

    /** Last entry that the broker acknowledged, as kept. */
    EntryId sent();

    /** Last entry that dispatch confirmed, as kept. */
    EntryId confirmed();

    /** Keeps the cursor with the next group; never a commit of its own. */
    void sent(EntryId upTo);

    /** Keeps the cursor with the next group; never a commit of its own. */
    void confirmed(EntryId upTo);
}
