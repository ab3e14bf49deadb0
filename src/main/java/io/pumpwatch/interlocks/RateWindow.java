package io.pumpwatch.interlocks;

import java.util.ArrayList;
import java.util.List;

/**
 * Rate of change over a sliding window, from the first to the last of at most {@link #SLICES} slices: two far samples
 * hide the noise that two near ones show.
 *
 * @param slices oldest first: uptime and value at the start of each slice, the newest sample last
 */
record RateWindow(List<Slice> slices) {
    static final RateWindow EMPTY = new RateWindow(List.of());
    static final int SLICES = 30;

    /** A sample. */
    record Slice(long atMs, double value) {}

    /** With one more sample; samples nearer than a slice replace the newest. */
    RateWindow with(long atMs, double value, long windowMs) {
        List<Slice> next = new ArrayList<>(slices);
        int size = next.size();
        boolean sameSlice = size >= 2 && atMs - next.get(size - 2).atMs() < windowMs / SLICES;
        if (sameSlice) {
            next.remove(size - 1);
        }
        next.add(new Slice(atMs, value));
        while (next.size() > 2 && atMs - next.get(0).atMs() > windowMs) {
            next.remove(0);
        }
        return new RateWindow(next);
    }

    /** Units a minute; 0 before a third of the window is there, NaN never. */
    double perMinute(long windowMs) {
        if (slices.size() < 2) {
            return 0;
        }
        Slice first = slices.get(0);
        Slice last = slices.get(slices.size() - 1);
        long spanMs = last.atMs() - first.atMs();
        return spanMs < windowMs / 3 ? 0 : (last.value() - first.value()) / spanMs * 60_000;
    }
}
