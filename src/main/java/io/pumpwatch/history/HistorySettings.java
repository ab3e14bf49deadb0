package io.pumpwatch.history;

/**
 * Limits of a history.
 *
 * @param days one-second summaries are kept at least this long, days
 * @param ringMinutes every sample is kept at least this long, minutes of recording; 0 keeps no ring
 * @param lossWindowMs a power cut loses at most this much, ms, at least 1,000
 * @param urgentWindowMs the same after something happened, ms, at least 1,000
 * @param urgentForMs how long after it, ms
 * @param queueScans scans that may wait for the writer; what finds no room becomes a gap
 * @param waitingSamplesMax full-rate samples that may wait for a disk that refuses; beyond, the oldest become a gap
 */
public record HistorySettings(
        int days,
        int ringMinutes,
        long lossWindowMs,
        long urgentWindowMs,
        long urgentForMs,
        int queueScans,
        int waitingSamplesMax) {
    /** For the agent: a year, 60 minutes, 60 s, 5 s for 30 minutes. */
    public static final HistorySettings STANDARD =
            new HistorySettings(365, 60, 60_000, 5_000, 30 * 60_000L, 1_000, 200_000);

    /** @throws IllegalArgumentException for a limit that is out of its range */
    public HistorySettings {
        if (days < 1 || ringMinutes < 0 || queueScans < 1 || waitingSamplesMax < 1 || urgentForMs < 0) {
            throw new IllegalArgumentException("history: days, queue and waiting samples must be 1 or more");
        }
        if (lossWindowMs < 1_000 || urgentWindowMs < 1_000) {
            throw new IllegalArgumentException("history: a loss window must be 1 s or more");
        }
    }

    /** The same with another age. */
    public HistorySettings withDays(int wanted) {
        return new HistorySettings(
                wanted, ringMinutes, lossWindowMs, urgentWindowMs, urgentForMs, queueScans, waitingSamplesMax);
    }

    /** The same with another loss window while nothing happens. */
    public HistorySettings withLossWindowMs(long wanted) {
        return new HistorySettings(
                days, ringMinutes, wanted, urgentWindowMs, urgentForMs, queueScans, waitingSamplesMax);
    }

    /** The same with another ring. */
    public HistorySettings withRingMinutes(int wanted) {
        return new HistorySettings(
                days, wanted, lossWindowMs, urgentWindowMs, urgentForMs, queueScans, waitingSamplesMax);
    }
}
