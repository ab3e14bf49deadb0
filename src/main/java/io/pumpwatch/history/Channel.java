package io.pumpwatch.history;

import io.pumpwatch.station.Tag;

/**
 * A reading that is recorded.
 *
 * @param tag instrument or contact
 * @param quantum engineering units that one count stands for, such as 0.001: values are kept to this step
 */
public record Channel(Tag tag, double quantum) {
    private static final double COUNTS_MAX = 1L << 52;

    public Channel {
        if (!(quantum > 0) || Double.isInfinite(quantum)) {
            throw new IllegalArgumentException("quantum of " + tag + " must be above 0: " + quantum);
        }
    }

    /** The nearest count; values beyond 52 bits stay at that limit. */
    long counts(double value) {
        return Math.round(Math.max(-COUNTS_MAX, Math.min(COUNTS_MAX, value / quantum)));
    }
}
