package io.pumpwatch.journal;

import org.jspecify.annotations.Nullable;

/**
 * Identity of a journal entry. Sequence numbers never repeat within an epoch; a restore or salvage starts a new epoch.
 *
 * @param epoch 1 or more
 * @param seq 1 or more; 0 stands for "before the first"
 */
public record EntryId(long epoch, long seq) implements Comparable<EntryId> {
    /** Before the first entry of the first epoch. */
    public static final EntryId NONE = new EntryId(0, 0);

    /**
     * Reads {@code 1:42}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static EntryId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("not an entry (form 1:42): " + text);
        }
        return new EntryId(Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
    }

    /** The entry after this one in the same epoch. */
    public EntryId next() {
        return new EntryId(epoch, seq + 1);
    }

    // By hand: what the compiler makes for a record links itself at its first use, and a start would wait for that.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntryId id && epoch == id.epoch && seq == id.seq;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(epoch) + Long.hashCode(seq);
    }

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
