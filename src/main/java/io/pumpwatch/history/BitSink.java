package io.pumpwatch.history;

import java.util.Arrays;

/** Bits into bytes, the high ones first. */
final class BitSink {
    /** Quotients from here on are written as this many ones and then the whole number in 64 bits. */
    static final int ESCAPE = 24;

    private byte[] bytes = new byte[256];
    private int length;
    private int free;

    void bit(boolean one) {
        if (free == 0) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, length * 2);
            }
            bytes[length++] = 0;
            free = 8;
        }
        free--;
        if (one) {
            bytes[length - 1] |= (byte) (1 << free);
        }
    }

    void bits(long value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            bit(((value >>> i) & 1) == 1);
        }
    }

    /** Rice code: the quotient by 2^k in ones, a zero, the k low bits. */
    void rice(long value, int k) {
        long quotient = value >>> k;
        if (quotient >= ESCAPE || quotient < 0) {
            bits((1L << ESCAPE) - 1, ESCAPE);
            bits(value, 64);
            return;
        }
        bits(((1L << quotient) - 1) << 1, (int) quotient + 1);
        bits(value, k);
    }

    /** A run of numbers from 0 on under the k that is the shortest for them. */
    void riceRun(long[] values, int count) {
        int best = 0;
        long bestBits = Long.MAX_VALUE;
        for (int k = 0; k < 32; k++) {
            long bits = 0;
            for (int i = 0; i < count; i++) {
                long quotient = values[i] >>> k;
                bits += quotient >= ESCAPE || quotient < 0 ? ESCAPE + 64 : quotient + 1 + k;
            }
            if (bits < bestBits) {
                best = k;
                bestBits = bits;
            }
        }
        bits(best, 5);
        for (int i = 0; i < count; i++) {
            rice(values[i], best);
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }
}
