package io.pumpwatch.history;

/** Reads what {@link BitOut} wrote. */
final class BitIn {
    private final byte[] bytes;
    private final long end;
    private long at;

    /** @throws DamagedBlock if the part doesn't lie within the bytes */
    BitIn(byte[] bytes, int from, int length) {
        if (from < 0 || length < 0 || from > bytes.length - length) {
            throw new DamagedBlock("a part lies outside its block");
        }
        this.bytes = bytes;
        this.at = from * 8L;
        this.end = (from + length) * 8L;
    }

    /** @throws DamagedBlock beyond the end */
    long bits(int count) {
        if (at + count > end) {
            throw new DamagedBlock("a part ends early");
        }
        long value = 0;
        int left = count;
        while (left > 0) {
            int room = 8 - (int) (at & 7);
            int take = Math.min(room, left);
            int part = ((bytes[(int) (at >>> 3)] & 0xff) >>> (room - take)) & ((1 << take) - 1);
            value = (value << take) | part;
            at += take;
            left -= take;
        }
        return value;
    }

    /**
     * How many ones stand before the next zero, at most {@code max}; the zero is taken, a {@code max}-th one is the
     * end.
     */
    int ones(int max) {
        int ones = 0;
        while (ones < max) {
            if (at >= end) {
                throw new DamagedBlock("a part ends early");
            }
            int free = 8 - (int) (at & 7);
            int rest = ((bytes[(int) (at >>> 3)] & 0xff) << (8 - free)) & 0xff;
            int run = Math.min(free, Integer.numberOfLeadingZeros(~(rest << 24)));
            if (run == free && ones + run < max) {
                ones += run;
                at += run;
            } else if (ones + run >= max) {
                at += max - ones;
                return max;
            } else {
                at += run + 1;
                return ones + run;
            }
        }
        return ones;
    }

    long number() {
        int count = (int) bits(7);
        if (count > 64) {
            throw new DamagedBlock("a number of " + count + " bits");
        }
        return bits(count);
    }

    long signed() {
        return unzigzag(number());
    }

    static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
