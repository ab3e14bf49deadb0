package io.pumpwatch.history;

/** Minimum, maximum, last and worst quality of what was added, in counts. */
final class Sum {
    private byte code = Rows.NONE;
    private boolean value;
    private long min;
    private long max;
    private long last;
    private long seconds;

    /** Adds a row that stands for so many seconds; one without a sample adds nothing. */
    void add(byte added, long low, long high, long latest, long forSeconds) {
        if (added == Rows.NONE) {
            return;
        }
        seconds += forSeconds;
        int worst = Math.max(code == Rows.NONE ? 0 : code & 3, added & 3);
        if (Rows.hasValue(added)) {
            min = value ? Math.min(min, low) : low;
            max = value ? Math.max(max, high) : high;
            last = latest;
            value = true;
        }
        code = (byte) (worst + (value ? 0 : Rows.NO_VALUE));
    }

    byte code() {
        return code;
    }

    long min() {
        return min;
    }

    long max() {
        return max;
    }

    long last() {
        return last;
    }

    long seconds() {
        return seconds;
    }

    void clear() {
        code = Rows.NONE;
        value = false;
        seconds = 0;
    }
}
