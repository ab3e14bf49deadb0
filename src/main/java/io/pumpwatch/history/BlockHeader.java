package io.pumpwatch.history;

import io.pumpwatch.station.ClockTrust;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the payload of each block; docs/formats/history.md.
 *
 * @param length of the whole block, bytes
 * @param kind what the payload is
 * @param trust how far the wall time could be believed
 * @param number grows over the whole folder, across starts
 * @param boot of the agent
 * @param run grows at each start and each step of the wall clock: within a run wall time never goes back
 * @param uptimeFirstMs of the first scan in it
 * @param uptimeLastMs of the last scan in it
 * @param offsetMs wall time minus uptime, valid for all of it
 * @param dictionary id of its channels
 */
record BlockHeader(
        int length,
        Kind kind,
        ClockTrust trust,
        long number,
        long boot,
        long run,
        long uptimeFirstMs,
        long uptimeLastMs,
        long offsetMs,
        int dictionary) {
    static final int MAGIC = 0x50574231;
    static final int SIZE = 68;
    static final int SUM = 4;
    static final int LENGTH_MAX = 32 << 20;

    /** Kinds of blocks. */
    enum Kind {
        /** The channels of the blocks that follow. */
        DICTIONARY,
        /** One row for each second and channel. */
        SECONDS,
        /** One row for each five minutes and channel of the chapter before it. */
        ROLLUP,
        /** One row for each new sample. */
        FULL_RATE
    }

    /** The first wall time that the block claims: the beginning of its first second. */
    long utcFromMs() {
        return Math.floorDiv(uptimeFirstMs + offsetMs, 1_000L) * 1_000;
    }

    /** The last wall time that the block claims. */
    long utcToMs() {
        return uptimeLastMs + offsetMs;
    }

    /** The header of another block made of the same. */
    BlockHeader with(Kind other, long blockNumber) {
        return new BlockHeader(
                0, other, trust, blockNumber, boot, run, uptimeFirstMs, uptimeLastMs, offsetMs, dictionary);
    }

    boolean claims(long fromMs, long toMs) {
        return utcFromMs() < toMs && utcToMs() >= fromMs;
    }

    /** The whole block. */
    byte[] block(byte[] payload) {
        ByteBuffer out = ByteBuffer.allocate(SIZE + payload.length + SUM);
        out.putInt(MAGIC).putInt(out.capacity()).put((byte) Codes.of(kind)).put((byte) Codes.of(trust));
        out.putShort((short) 0).putLong(number).putLong(boot).putLong(run);
        out.putLong(uptimeFirstMs).putLong(uptimeLastMs).putLong(offsetMs).putInt(dictionary);
        out.putInt(sum(out.array(), 0, SIZE - SUM));
        out.put(payload);
        out.putInt(sum(out.array(), 0, out.capacity() - SUM));
        return out.array();
    }

    /** The header at that place, or null if there is none that holds. */
    static @Nullable BlockHeader read(byte[] bytes, int at) {
        try {
            return readKnown(bytes, at);
        } catch (DamagedBlock unknown) {
            return null;
        }
    }

    private static @Nullable BlockHeader readKnown(byte[] bytes, int at) {
        ByteBuffer in = ByteBuffer.wrap(bytes, at, SIZE);
        if (in.getInt() != MAGIC || sum(bytes, at, SIZE - SUM) != in.getInt(at + SIZE - SUM)) {
            return null;
        }
        int length = in.getInt();
        int kind = in.get();
        int trust = in.get();
        if (length < SIZE + SUM || length > LENGTH_MAX || in.getShort() != 0) {
            return null;
        }
        return new BlockHeader(
                length,
                Codes.kind(kind),
                Codes.trust(trust),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getInt());
    }

    /** Whether the bytes of a whole block are those that were written. */
    static boolean holds(byte[] bytes, int at, int length) {
        return ByteBuffer.wrap(bytes).getInt(at + length - SUM) == sum(bytes, at, length - SUM);
    }

    private static int sum(byte[] bytes, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }
}
