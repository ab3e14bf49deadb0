package io.pumpwatch.history;

import java.util.Arrays;

/** Writes numbers bit by bit, the highest bit first. */
final class BitOut {
    private byte[] bytes = new byte[256];
    private int bits;

    /** The lowest {@code count} bits of a number, 0 to 64. */
    void bits(long value, int count) {
        if ((bits + count + 7) / 8 > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int left = count;
        while (left > 0) {
            int room = 8 - (bits & 7);
            int take = Math.min(room, left);
            long part = (value >>> (left - take)) & ((1L << take) - 1);
            bytes[bits >>> 3] |= (byte) (part << (room - take));
            bits += take;
            left -= take;
        }
    }

    /** A number of any size from 0 up: the count of its bits, then the bits. */
    void number(long value) {
        int count = 64 - Long.numberOfLeadingZeros(value);
        bits(count, 7);
        bits(value, count);
    }

    /** A signed number of any size. */
    void signed(long value) {
        number(zigzag(value));
    }

    /** Small numbers of either sign become small numbers from 0 up: 0, −1, 1, −2 … become 0, 1, 2, 3 … */
    static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    /** What was written, the last byte filled with zeros. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, (bits + 7) / 8);
    }
}
