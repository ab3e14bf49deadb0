package io.pumpwatch.interlocks;

import java.util.ArrayList;
import java.util.List;

/**
 * Smallest and largest sample within a sliding window, exact. Only samples that can still become the smallest or the
 * largest are kept, so that a window at 100 Hz stays short.
 *
 * @param rising candidates for the smallest, oldest first, values rising
 * @param falling candidates for the largest, oldest first, values falling
 */
record SwingWindow(List<Point> rising, List<Point> falling) {
    static final SwingWindow EMPTY = new SwingWindow(List.of(), List.of());

    /** A sample. */
    record Point(long atMs, double value) {}

    /** With one more sample, and without those that have left the window. */
    SwingWindow with(long atMs, double value, long windowMs) {
        return new SwingWindow(with(rising, atMs, value, windowMs, true), with(falling, atMs, value, windowMs, false));
    }

    private static List<Point> with(List<Point> points, long atMs, double value, long windowMs, boolean rising) {
        int end = points.size();
        while (end > 0 && beaten(points.get(end - 1).value(), value, rising)) {
            end--;
        }
        int start = 0;
        while (start < end && atMs - points.get(start).atMs() > windowMs) {
            start++;
        }
        List<Point> next = new ArrayList<>(points.subList(start, end));
        next.add(new Point(atMs, value));
        return next;
    }

    private static boolean beaten(double old, double value, boolean rising) {
        return rising ? old >= value : old <= value;
    }

    double smallest() {
        return rising.isEmpty() ? Double.NaN : rising.get(0).value();
    }

    double largest() {
        return falling.isEmpty() ? Double.NaN : falling.get(0).value();
    }

    /** Largest minus smallest; 0 while empty. */
    double range() {
        return rising.isEmpty() ? 0 : largest() - smallest();
    }
}
