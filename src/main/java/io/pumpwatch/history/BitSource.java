package io.pumpwatch.history;

import java.io.EOFException;
import java.io.IOException;

/** Reads what a {@link BitSink} wrote. */
final class BitSource {
    private final byte[] bytes;
    private final int end;
    private int at;
    private int left;

    BitSource(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.left = 8;
    }

    int bit() throws IOException {
        if (at >= end) {
            throw new EOFException("a column ends too early");
        }
        int bit = (bytes[at] >> --left) & 1;
        if (left == 0) {
            left = 8;
            at++;
        }
        return bit;
    }

    long bits(int count) throws IOException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 1) | bit();
        }
        return value;
    }

    long rice(int k) throws IOException {
        long quotient = 0;
        while (quotient < BitSink.ESCAPE && bit() == 1) {
            quotient++;
        }
        return quotient == BitSink.ESCAPE ? bits(64) : (quotient << k) | bits(k);
    }

    void riceRun(long[] into, int count) throws IOException {
        int k = (int) bits(5);
        for (int i = 0; i < count; i++) {
            into[i] = rice(k);
        }
    }

    static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
