package io.pumpwatch.history;

/**
 * Limits of the history.
 *
 * @param windowMs what a power cut may take of the newest readings
 * @param fastWindowMs the same after something happened
 * @param fastForMs for how long after it
 * @param ringMs how much is kept at full rate
 * @param queueFrames scans that may wait for the disk; beyond, they are dropped and counted
 */
public record HistorySettings(long windowMs, long fastWindowMs, long fastForMs, long ringMs, int queueFrames) {
    /** 60 s; 5 s for 30 minutes; an hour at full rate; 2,000 scans. */
    public static final HistorySettings STANDARD = new HistorySettings(60_000, 5_000, 1_800_000, 3_600_000, 2_000);
}
