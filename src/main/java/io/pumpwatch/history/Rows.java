package io.pumpwatch.history;

import io.pumpwatch.station.Quality;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Values of one channel, one after the other, as counts with quality: one-second summaries (minimum, maximum, last) or
 * single samples, where the three are one.
 */
final class Rows {
    /** No sample in this second. */
    static final byte NONE = 3;
    /** Added to a quality's number where there is no value. */
    static final byte NO_VALUE = 4;

    /** In the order of their codes in the files. */
    private static final List<Quality> QUALITIES = List.of(Quality.GOOD, Quality.UNCERTAIN, Quality.BAD);

    private final boolean summary;
    private int size;
    private byte[] codes = new byte[64];
    private long[] min = new long[64];
    private long[] max = new long[64];
    private long[] last = new long[64];

    Rows(boolean summary) {
        this.summary = summary;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void add(byte code, long low, long high, long latest) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
            min = Arrays.copyOf(min, size * 2);
            max = Arrays.copyOf(max, size * 2);
            last = Arrays.copyOf(last, size * 2);
        }
        codes[size] = code;
        min[size] = low;
        max[size] = high;
        last[size++] = latest;
    }

    static boolean hasValue(byte code) {
        return code < NONE;
    }

    static byte code(Quality quality, boolean value) {
        return (byte) (QUALITIES.indexOf(quality) + (value ? 0 : NO_VALUE));
    }

    /** The quality that a code stands for; BAD where there was no sample. */
    static Quality quality(byte code) {
        return code == NONE ? Quality.BAD : QUALITIES.get(Math.min(2, code & 3));
    }

    byte code(int row) {
        return codes[row];
    }

    long min(int row) {
        return min[row];
    }

    long max(int row) {
        return max[row];
    }

    long last(int row) {
        return last[row];
    }

    /** The column: codes as runs, then minimum as differences, then maximum and last above minimum, by Rice codes. */
    byte[] encode() {
        BitSink out = new BitSink();
        for (int i = 0; i < size; ) {
            int run = i + 1;
            while (run < size && codes[run] == codes[i]) {
                run++;
            }
            out.bits(codes[i], 3);
            out.rice(run == size ? 0 : run - i, 5); // 0: to the end
            i = run;
        }
        long[] values = new long[size];
        int count = 0;
        long before = 0;
        for (int i = 0; i < size; i++) {
            if (hasValue(codes[i])) {
                values[count++] = BitSink.zigzag(min[i] - before);
                before = min[i];
            }
        }
        if (count > 0) {
            // The first stands alone: it is the value itself and would spoil the others' parameter.
            out.rice(values[0], 12);
            out.riceRun(Arrays.copyOfRange(values, 1, count), count - 1);
            if (summary) {
                above(out, max);
                above(out, last);
            }
        }
        return out.toBytes();
    }

    private void above(BitSink out, long[] column) {
        long[] values = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (hasValue(codes[i])) {
                values[count++] = column[i] - min[i];
            }
        }
        out.riceRun(values, count);
    }

    /** Reads a column of so many rows. */
    static Rows decode(boolean summary, int size, byte[] bytes, int from, int end) throws IOException {
        Rows rows = new Rows(summary);
        BitSource in = new BitSource(bytes, from, end);
        int count = 0;
        while (rows.size < size) {
            byte code = (byte) in.bits(3);
            long run = in.rice(5);
            long until = run == 0 ? size : rows.size + run;
            if (until > size || until < 0) {
                throw new IOException("a column has too many rows");
            }
            while (rows.size < until) {
                rows.add(code, 0, 0, 0);
                count += hasValue(code) ? 1 : 0;
            }
        }
        if (count > 0) {
            rows.values(in, count);
        }
        return rows;
    }

    private void values(BitSource in, int count) throws IOException {
        long[] low = new long[count];
        low[0] = in.rice(12);
        long[] rest = new long[count - 1];
        in.riceRun(rest, count - 1);
        System.arraycopy(rest, 0, low, 1, count - 1);
        long[] high = new long[count];
        long[] latest = new long[count];
        if (summary) {
            in.riceRun(high, count);
            in.riceRun(latest, count);
        }
        long before = 0;
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (hasValue(codes[i])) {
                before += BitSource.unzigzag(low[n]);
                min[i] = before;
                max[i] = before + high[n];
                last[i] = before + latest[n++];
            }
        }
    }
}
