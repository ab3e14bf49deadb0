package io.pumpwatch.history;

import java.util.Arrays;

/**
 * Whole numbers in the order in which they are added. Those of a channel lie near each other: four bytes each do, until
 * one comes that is too far from the first.
 */
final class Column {
    private static final int FIRST_ROOM = 16;
    private static final long[] NONE_FAR = {};

    private int size;
    private long first;
    /** Distances from the first one, until there are {@link #far} ones. */
    private int[] near = new int[FIRST_ROOM];

    private long[] far = NONE_FAR;

    Column() {}

    private Column(Column from) {
        size = from.size;
        first = from.first;
        near = from.near.clone();
        far = from.far.clone();
    }

    long get(int i) {
        return far.length == 0 ? first + near[i] : far[i];
    }

    void add(long number) {
        first = size == 0 ? number : first;
        size++;
        replaceLast(number);
    }

    /** Puts another number in the place of the newest. */
    void replaceLast(long number) {
        int at = size - 1;
        // Where the subtraction runs over, so does the addition that undoes it.
        long distance = number - first;
        if (far.length == 0 && distance != (int) distance) {
            far = new long[Math.max(near.length, size)];
            Arrays.setAll(far, i -> i < at ? first + near[i] : 0);
            near = new int[0];
        }
        if (far.length == 0) {
            near = at < near.length ? near : Arrays.copyOf(near, 2 * at);
            near[at] = (int) distance;
        } else {
            far = at < far.length ? far : Arrays.copyOf(far, 2 * at);
            far[at] = number;
        }
    }

    Column copy() {
        return new Column(this);
    }
}
