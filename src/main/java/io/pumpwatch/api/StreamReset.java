package io.pumpwatch.api;

/**
 * Data of the stream's {@code reset} events: entries in between aren't replayed, whatever was read before must be read
 * again.
 *
 * @param epoch and
 * @param seq of the last entry that isn't replayed
 */
public record StreamReset(long epoch, long seq) {}
