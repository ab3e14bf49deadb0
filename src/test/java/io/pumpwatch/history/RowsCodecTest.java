package io.pumpwatch.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsCodecTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void rowsComeBackAsTheyWere(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Rows rows = random(random);
            long base = random.nextInt(1_000) - 500L;
            byte[] bytes = RowsCodec.encode(rows, base);
            same(rows, RowsCodec.decode(bytes, 0, bytes.length, base));
        }
    }

    static Rows random(Random random) {
        Rows rows = new Rows();
        int n = random.nextInt(5) == 0 ? random.nextInt(3) : random.nextInt(300);
        long key = random.nextLong() >> 20;
        long scale = 1L << random.nextInt(38);
        long last = 0;
        for (int i = 0; i < n; i++) {
            key += random.nextInt(20) == 0 ? random.nextInt(100_000) - 10L : 1;
            last = Math.max(
                    -Channel.STEPS_MAX, Math.min(Channel.STEPS_MAX, last + (long) (random.nextGaussian() * scale)));
            int quality = random.nextInt(10) == 0 ? random.nextInt(3) : 0;
            if (random.nextInt(12) == 0) {
                rows.add(key, 0, 0, 0, 0, quality);
            } else {
                long up = random.nextInt(3) == 0 ? (long) (random.nextDouble() * scale) : 0;
                long down = random.nextInt(3) == 0 ? (long) (random.nextDouble() * scale) : 0;
                rows.add(key, last - down, last + up, last, 1 + random.nextInt(3), quality);
            }
        }
        return rows;
    }

    static void same(Rows wanted, Rows found) {
        assertEquals(wanted.size(), found.size());
        for (int i = 0; i < wanted.size(); i++) {
            assertEquals(row(wanted, i), row(found, i), "row " + i);
        }
    }

    static List<Long> row(Rows rows, int i) {
        return List.of(
                rows.key(i), rows.min(i), rows.max(i), rows.last(i), (long) rows.count(i), (long) rows.quality(i));
    }

    @Test
    void theLargestNumbersComeBack() {
        Rows rows = new Rows();
        long most = Channel.STEPS_MAX;
        rows.add(Long.MIN_VALUE / 4, -most, most, most, 1, 0);
        rows.add(Long.MAX_VALUE / 4, -most, most, -most, Integer.MAX_VALUE, 2);
        byte[] bytes = RowsCodec.encode(rows, 0);
        same(rows, RowsCodec.decode(bytes, 0, bytes.length, 0));
    }

    @Test
    void aMinuteOfAContactThatDoesNotMoveTakesAFewBytes() {
        Rows rows = new Rows();
        for (int i = 0; i < 60; i++) {
            rows.add(1_795_392_000L + i, 1, 1, 1, 1, 0);
        }
        int length = RowsCodec.encode(rows, 1_795_392_000L).length;
        assertTrue(length <= 8, () -> length + " bytes");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void noiseIsRefusedOrReadButNeverBreaksTheReader(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 3_000; round++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            try {
                RowsCodec.decode(noise, 0, noise.length, 0);
            } catch (DamagedBlock refusal) {
                refused++;
            }
        }
        assertTrue(refused > 1_000, "refused " + refused);
        assertThrows(DamagedBlock.class, () -> RowsCodec.decode(new byte[4], 2, 3, 0));
    }
}
