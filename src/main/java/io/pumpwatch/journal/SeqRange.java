package io.pumpwatch.journal;

/**
 * The numbers that entries were given when they were handed over.
 *
 * @param epoch of all of them
 * @param first seq of the first
 * @param last seq of the last; {@code first - 1} where there are none
 * @param waiting whether they wait to be kept; false if there was no room, and they will be part of a declared gap
 */
public record SeqRange(long epoch, long first, long last, boolean waiting) {
    /** Identity of the n-th of them, from 0. */
    public EntryId id(int n) {
        if (n < 0 || first + n > last) {
            throw new IndexOutOfBoundsException("entry " + n + " of " + this);
        }
        return new EntryId(epoch, first + n);
    }

    /** Identity of the last; where there are none, of the last one handed over before. */
    public EntryId lastId() {
        return new EntryId(epoch, last);
    }
}
