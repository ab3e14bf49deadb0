package io.pumpwatch.history;

import java.util.Arrays;

/**
 * Rows of one channel in the order of recording. What {@code key} counts depends on the block: seconds, rollup steps,
 * or scans of the block. A row whose {@code count} is 0 has a quality and no numbers.
 */
final class Rows {
    private static final int FIRST_ROOM = 16;

    private int size;
    private final Column key;
    private final Column last;
    /** The same as {@link #last} while no row has more than one number, as single samples never have. */
    private Column min;

    private Column max;
    private int[] count;
    private byte[] quality;

    Rows() {
        key = new Column();
        last = new Column();
        min = last;
        max = last;
        count = new int[FIRST_ROOM];
        quality = new byte[FIRST_ROOM];
    }

    private Rows(Rows from) {
        size = from.size;
        key = from.key.copy();
        last = from.last.copy();
        min = from.spread() ? from.min.copy() : last;
        max = from.spread() ? from.max.copy() : last;
        count = from.count.clone();
        quality = from.quality.clone();
    }

    /** An array of empty rows, one for each channel. */
    static Rows[] of(int channels) {
        Rows[] rows = new Rows[channels];
        Arrays.setAll(rows, i -> new Rows());
        return rows;
    }

    int size() {
        return size;
    }

    long key(int i) {
        return key.get(i);
    }

    long min(int i) {
        return min.get(i);
    }

    long max(int i) {
        return max.get(i);
    }

    long last(int i) {
        return last.get(i);
    }

    int count(int i) {
        return count[i];
    }

    int quality(int i) {
        return quality[i];
    }

    void add(long newKey, long newMin, long newMax, long newLast, int newCount, int worst) {
        if (size == count.length) {
            count = Arrays.copyOf(count, size * 2);
            quality = Arrays.copyOf(quality, size * 2);
        }
        spread(newMin, newMax, newLast);
        key.add(newKey);
        last.add(newLast);
        if (spread()) {
            min.add(newMin);
            max.add(newMax);
        }
        count[size] = newCount;
        quality[size] = (byte) worst;
        size++;
    }

    /** Adds a row, or widens the newest one if it has the same key. */
    void merge(long newKey, Rows from, int i) {
        int at = size - 1;
        if (size == 0 || key(at) != newKey) {
            add(newKey, from.min(i), from.max(i), from.last(i), from.count(i), from.quality(i));
            return;
        }
        quality[at] = (byte) Math.max(quality(at), from.quality(i));
        if (from.count(i) == 0) {
            return;
        }
        boolean none = count(at) == 0;
        long least = none ? from.min(i) : Math.min(min(at), from.min(i));
        long most = none ? from.max(i) : Math.max(max(at), from.max(i));
        spread(least, most, from.last(i));
        last.replaceLast(from.last(i));
        if (spread()) {
            min.replaceLast(least);
            max.replaceLast(most);
        }
        count[at] += from.count(i);
    }

    private boolean spread() {
        return min != last;
    }

    /** Smallest and largest get columns of their own with the first row that has more than one number. */
    private void spread(long least, long most, long newest) {
        if (!spread() && (least != newest || most != newest)) {
            min = last.copy();
            max = last.copy();
        }
    }

    Rows copy() {
        return new Rows(this);
    }
}
