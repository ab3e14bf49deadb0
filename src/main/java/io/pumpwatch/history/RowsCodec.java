package io.pumpwatch.history;

/**
 * Rows of a channel as bits. Neighbours are alike, so each column is written as small numbers: keys as change of their
 * step, last values as change, maximum and minimum as distance from the last value; each of them in Rice code with the
 * parameter that is shortest for that column. A column of zeros costs five bits.
 */
final class RowsCodec {
    private static final int PARAMETER_BITS = 5;
    private static final int ALL_ZERO = 31;
    private static final int PARAMETER_MAX = 30;
    /** A number with more ones than this in Rice code is written out instead. */
    private static final int ONES_MAX = 20;

    private static final int ROWS_MAX = 1 << 22;
    private static final int QUALITIES = 3;

    private RowsCodec() {}

    static byte[] encode(Rows rows, long baseKey) {
        BitOut out = new BitOut();
        out.number(rows.size());
        if (rows.size() == 0) {
            return out.toBytes();
        }
        int n = rows.size();
        out.signed(rows.key(0) - baseKey);
        long[] column = new long[n];
        long step = 1;
        for (int i = 1; i < n; i++) {
            long next = rows.key(i) - rows.key(i - 1);
            column[i - 1] = BitOut.zigzag(next - step);
            step = next;
        }
        column(out, column, n - 1);
        qualities(out, rows);
        long before = 1;
        for (int i = 0; i < n; i++) {
            column[i] = BitOut.zigzag(rows.count(i) - before);
            before = rows.count(i);
        }
        column(out, column, n);
        numbers(out, rows, column);
        return out.toBytes();
    }

    private static void numbers(BitOut out, Rows rows, long[] column) {
        long[] up = new long[rows.size()];
        long[] down = new long[rows.size()];
        int n = 0;
        long before = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.count(i) > 0) {
                column[n] = BitOut.zigzag(rows.last(i) - before);
                up[n] = rows.max(i) - rows.last(i);
                down[n] = rows.last(i) - rows.min(i);
                before = rows.last(i);
                n++;
            }
        }
        if (n > 0) {
            // The first value is far from 0: apart, it doesn't spoil the column's parameter.
            out.number(column[0]);
            System.arraycopy(column, 1, column, 0, n - 1);
            column(out, column, n - 1);
            column(out, up, n);
            column(out, down, n);
        }
    }

    /** Runs of equal quality: two bits, then one for "to the end" or the length. */
    private static void qualities(BitOut out, Rows rows) {
        int i = 0;
        while (i < rows.size()) {
            int end = i + 1;
            while (end < rows.size() && rows.quality(end) == rows.quality(i)) {
                end++;
            }
            out.bits(rows.quality(i), 2);
            out.bits(end == rows.size() ? 1 : 0, 1);
            if (end < rows.size()) {
                out.number(end - i);
            }
            i = end;
        }
    }

    private static void column(BitOut out, long[] values, int n) {
        int parameter = parameter(values, n);
        out.bits(parameter, PARAMETER_BITS);
        if (parameter == ALL_ZERO) {
            return;
        }
        for (int i = 0; i < n; i++) {
            long ones = values[i] >>> parameter;
            if (ones < ONES_MAX) {
                out.bits((1L << (ones + 1)) - 2, (int) ones + 1);
                out.bits(values[i], parameter);
            } else {
                out.bits((1L << ONES_MAX) - 1, ONES_MAX);
                out.number(values[i]);
            }
        }
    }

    private static int parameter(long[] values, int n) {
        long any = 0;
        for (int i = 0; i < n; i++) {
            any |= values[i];
        }
        if (any == 0) {
            return ALL_ZERO;
        }
        int best = 0;
        long bestBits = Long.MAX_VALUE;
        int highest = Math.min(PARAMETER_MAX, 64 - Long.numberOfLeadingZeros(any));
        for (int k = 0; k <= highest; k++) {
            long bits = 0;
            for (int i = 0; i < n && bits < bestBits; i++) {
                long ones = values[i] >>> k;
                bits += ones < ONES_MAX ? ones + 1 + k : ONES_MAX + 7 + 64 - Long.numberOfLeadingZeros(values[i]);
            }
            if (bits < bestBits) {
                best = k;
                bestBits = bits;
            }
        }
        return best;
    }

    /** @throws DamagedBlock if these bits can't have come from {@link #encode} */
    static Rows decode(byte[] bytes, int from, int length, long baseKey) {
        BitIn in = new BitIn(bytes, from, length);
        Rows rows = new Rows();
        int n = (int) Math.min(in.number(), Integer.MAX_VALUE);
        if (n < 0 || n > ROWS_MAX) {
            throw new DamagedBlock(n + " rows");
        }
        if (n == 0) {
            return rows;
        }
        long key = baseKey + in.signed();
        long[] column = new long[n];
        long[] keys = new long[n];
        keys[0] = key;
        column(in, column, n - 1);
        long step = 1;
        for (int i = 1; i < n; i++) {
            step += BitIn.unzigzag(column[i - 1]);
            key += step;
            keys[i] = key;
        }
        byte[] qualities = qualities(in, n);
        column(in, column, n);
        int[] counts = new int[n];
        long count = 1;
        int numbered = 0;
        for (int i = 0; i < n; i++) {
            count += BitIn.unzigzag(column[i]);
            counts[i] = (int) count;
            numbered += counts[i] > 0 ? 1 : 0;
        }
        fill(in, rows, keys, qualities, counts, column, numbered);
        return rows;
    }

    private static void fill(
            BitIn in, Rows rows, long[] keys, byte[] qualities, int[] counts, long[] column, int numbered) {
        long last = 0;
        long[] up = new long[numbered];
        long[] down = new long[numbered];
        if (numbered > 0) {
            long first = in.number();
            column(in, column, numbered - 1);
            System.arraycopy(column, 0, column, 1, numbered - 1);
            column[0] = first;
            column(in, up, numbered);
            column(in, down, numbered);
        }
        int at = 0;
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                last += BitIn.unzigzag(column[at]);
                rows.add(keys[i], last - down[at], last + up[at], last, counts[i], qualities[i]);
                at++;
            } else {
                rows.add(keys[i], 0, 0, 0, 0, qualities[i]);
            }
        }
    }

    private static byte[] qualities(BitIn in, int n) {
        byte[] qualities = new byte[n];
        int i = 0;
        while (i < n) {
            int quality = (int) in.bits(2);
            long run = in.bits(1) == 1 ? n - i : in.number();
            if (quality >= QUALITIES || run < 1 || run > n - i) {
                throw new DamagedBlock("a run of " + run + " rows of quality " + quality);
            }
            java.util.Arrays.fill(qualities, i, i + (int) run, (byte) quality);
            i += (int) run;
        }
        return qualities;
    }

    private static void column(BitIn in, long[] values, int n) {
        int parameter = (int) in.bits(PARAMETER_BITS);
        for (int i = 0; i < n; i++) {
            if (parameter == ALL_ZERO) {
                values[i] = 0;
                continue;
            }
            int ones = in.ones(ONES_MAX);
            values[i] = ones == ONES_MAX ? in.number() : ((long) ones << parameter) | in.bits(parameter);
        }
    }
}
