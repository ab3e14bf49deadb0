package io.pumpwatch.journal;

/**
 * One kept entry: the line exactly as it is stored, and its place in the chain.
 *
 * @param id identity, also in the line
 * @param line one line of JSON without the newline, UTF-8 at most {@link #LINE_BYTES_MAX}
 * @param hash SHA-256(hash of the entry before ‖ line), 64 lower-case hex digits
 */
public record Entry(EntryId id, String line, String hash) {
    /** Longest line in UTF-8 bytes. */
    public static final int LINE_BYTES_MAX = 64 * 1024;
}
