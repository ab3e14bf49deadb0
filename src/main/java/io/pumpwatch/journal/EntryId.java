package io.pumpwatch.journal;

/**
 * Identity of a journal entry. Sequence numbers never repeat within an epoch; a restore or salvage starts a new epoch.
 *
 * @param epoch 1 or more
 * @param seq 1 or more; 0 stands for "before the first"
 */
public record EntryId(long epoch, long seq) implements Comparable<EntryId> {
    /** Before the first entry of the first epoch. */
    public static final EntryId NONE = new EntryId(0, 0);

    @Override
    public int compareTo(EntryId other) {
        int byEpoch = Long.compare(epoch, other.epoch);
        return byEpoch != 0 ? byEpoch : Long.compare(seq, other.seq);
    }

    @Override
    public String toString() {
        return epoch + ":" + seq;
    }
}
