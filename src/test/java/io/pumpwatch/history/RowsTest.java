package io.pumpwatch.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows beside a plain list of them, whatever the numbers are and in whichever order they widen a row. */
class RowsTest {
    private static final long[] NUMBERS = {0, 1, -7, 4_000, 1L << 31, -(1L << 33), Long.MAX_VALUE, Long.MIN_VALUE};

    private static long number(Random random) {
        return random.nextInt(40) == 0 ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextInt(5_000);
    }

    private static void same(List<List<Long>> wanted, Rows found) {
        assertEquals(wanted.size(), found.size());
        for (int i = 0; i < wanted.size(); i++) {
            assertEquals(wanted.get(i), RowsCodecTest.row(found, i), "row " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void rowsAreWhatWasAdded(long seed) {
        Random random = new Random(seed);
        Rows rows = new Rows();
        List<List<Long>> wanted = new ArrayList<>();
        boolean single = true;
        for (int i = 0; i < 200; i++) {
            single &= random.nextInt(100) > 0;
            long last = number(random);
            long min = single ? last : Math.min(last, number(random));
            long max = single ? last : Math.max(last, number(random));
            long key = number(random);
            rows.add(key, min, max, last, i % 3, i % 2);
            wanted.add(List.of(key, min, max, last, (long) i % 3, (long) i % 2));
        }
        same(wanted, rows);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void aMergedRowSpansWhatItWasMadeOf(long seed) {
        Random random = new Random(seed);
        Rows from = new Rows();
        Rows merged = new Rows();
        List<List<Long>> wanted = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            long value = number(random);
            boolean some = random.nextInt(5) > 0;
            int quality = random.nextInt(3);
            from.add(i, some ? value : 0, some ? value : 0, some ? value : 0, some ? 1 : 0, quality);
            long key = i / 7;
            merged.merge(key, from, i);
            List<Long> row = List.of(key, from.min(i), from.max(i), from.last(i), some ? 1L : 0L, (long) quality);
            int at = wanted.size() - 1;
            if (at < 0 || wanted.get(at).get(0) != key) {
                wanted.add(row);
            } else {
                wanted.set(at, widened(wanted.get(at), row));
            }
        }
        same(wanted, merged);
    }

    private static List<Long> widened(List<Long> before, List<Long> row) {
        long quality = Math.max(before.get(5), row.get(5));
        if (row.get(4) == 0) {
            return List.of(before.get(0), before.get(1), before.get(2), before.get(3), before.get(4), quality);
        }
        boolean none = before.get(4) == 0;
        return List.of(
                before.get(0),
                none ? row.get(1) : Math.min(before.get(1), row.get(1)),
                none ? row.get(2) : Math.max(before.get(2), row.get(2)),
                row.get(3),
                before.get(4) + row.get(4),
                quality);
    }

    @Test
    void aCopyStaysAsItWas() {
        Rows rows = new Rows();
        rows.add(1, 5, 5, 5, 1, 0);
        Rows copy = rows.copy();
        rows.add(2, 1L << 40, 1L << 41, 1L << 40, 2, 1);
        same(List.of(List.of(1L, 5L, 5L, 5L, 1L, 0L)), copy);
        copy.add(3, 4, 6, 5, 2, 0);
        same(List.of(List.of(1L, 5L, 5L, 5L, 1L, 0L), List.of(3L, 4L, 6L, 5L, 2L, 0L)), copy);
        same(List.of(List.of(1L, 5L, 5L, 5L, 1L, 0L), List.of(2L, 1L << 40, 1L << 41, 1L << 40, 2L, 1L)), rows);
    }
}
