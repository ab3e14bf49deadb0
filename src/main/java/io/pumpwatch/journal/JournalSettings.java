package io.pumpwatch.journal;

/**
 * Limits of a journal.
 *
 * @param segmentBytesMax a segment that has grown to this is closed even within its month
 * @param queueEntriesMax entries that may wait for the disk; beyond, they become a declared gap
 * @param queueBytesMax the same in bytes of bodies
 * @param groupEntriesMax entries in one commit at most
 * @param cursorLateMs a moved cursor without entries to ride with is written after this time
 * @param retryMs pause before the disk is tried again after a fault
 * @param snapshotEvery entries between two snapshots of the state
 * @param foldMax a start that found more entries than this behind the newest snapshot has the next one written at once
 */
public record JournalSettings(
        long segmentBytesMax,
        int queueEntriesMax,
        long queueBytesMax,
        int groupEntriesMax,
        long cursorLateMs,
        long retryMs,
        int snapshotEvery,
        int foldMax) {
    /**
     * For the agent: 64 MB segments, 20,000 entries or 8 MB waiting, cursors at most 10 s late, a snapshot each 250 and
     * after a start that had more than 20 to go through.
     */
    public static final JournalSettings STANDARD =
            new JournalSettings(64L << 20, 20_000, 8L << 20, 1_000, 10_000, 500, 250, 20);
}
