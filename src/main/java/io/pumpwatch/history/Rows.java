package io.pumpwatch.history;

import java.util.Arrays;

/**
 * Rows of one channel in the order of recording. What {@code key} counts depends on the block: seconds, rollup steps,
 * or scans of the block. A row whose {@code count} is 0 has a quality and no numbers.
 */
final class Rows {
    private static final int FIRST_ROOM = 16;

    int size;
    long[] key = new long[FIRST_ROOM];
    long[] min = new long[FIRST_ROOM];
    long[] max = new long[FIRST_ROOM];
    long[] last = new long[FIRST_ROOM];
    int[] count = new int[FIRST_ROOM];
    byte[] quality = new byte[FIRST_ROOM];

    Rows() {}

    /** An array of empty rows, one for each channel. */
    static Rows[] of(int channels) {
        Rows[] rows = new Rows[channels];
        Arrays.setAll(rows, i -> new Rows());
        return rows;
    }

    void add(long newKey, long newMin, long newMax, long newLast, int newCount, int worst) {
        if (size == key.length) {
            grow(size * 2);
        }
        key[size] = newKey;
        min[size] = newMin;
        max[size] = newMax;
        last[size] = newLast;
        count[size] = newCount;
        quality[size] = (byte) worst;
        size++;
    }

    /** Adds a row, or widens the newest one if it has the same key. */
    void merge(long newKey, Rows from, int i) {
        if (size == 0 || key[size - 1] != newKey) {
            add(newKey, from.min[i], from.max[i], from.last[i], from.count[i], from.quality[i]);
            return;
        }
        int at = size - 1;
        quality[at] = (byte) Math.max(quality[at], from.quality[i]);
        if (from.count[i] == 0) {
            return;
        }
        boolean none = count[at] == 0;
        min[at] = none ? from.min[i] : Math.min(min[at], from.min[i]);
        max[at] = none ? from.max[i] : Math.max(max[at], from.max[i]);
        last[at] = from.last[i];
        count[at] += from.count[i];
    }

    Rows copy() {
        Rows copy = new Rows();
        copy.key = key.clone();
        copy.min = min.clone();
        copy.max = max.clone();
        copy.last = last.clone();
        copy.count = count.clone();
        copy.quality = quality.clone();
        copy.size = size;
        return copy;
    }

    private void grow(int room) {
        key = Arrays.copyOf(key, room);
        min = Arrays.copyOf(min, room);
        max = Arrays.copyOf(max, room);
        last = Arrays.copyOf(last, room);
        count = Arrays.copyOf(count, room);
        quality = Arrays.copyOf(quality, room);
    }
}
