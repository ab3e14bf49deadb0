package io.pumpwatch.history;

import io.pumpwatch.station.ClockTrust;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * About an hour of blocks of one run and one dictionary: a dictionary, blocks of seconds, and at the end, if the agent
 * came so far, their rollup.
 *
 * @param start place of the dictionary in the file
 * @param end behind the last block
 * @param rollupAt place of the rollup, or −1
 * @param utcFromMs the first wall time that its blocks claim
 * @param utcToMs the last one
 * @param number of its last block
 * @param run of the clock
 * @param boot of the agent
 * @param trust the least with which its blocks were written
 */
record Chapter(
        long start,
        long end,
        long rollupAt,
        long utcFromMs,
        long utcToMs,
        long number,
        long run,
        long boot,
        ClockTrust trust) {
    /** Bytes of one in the index file. */
    static final int SIZE = 72;

    boolean claims(long fromMs, long toMs) {
        return utcFromMs < toMs && utcToMs >= fromMs;
    }

    byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(SIZE);
        out.putLong(start).putLong(end).putLong(rollupAt).putLong(utcFromMs).putLong(utcToMs);
        out.putLong(number).putLong(run).putLong(boot).putInt(Codes.of(trust));
        return out.putInt(sum(out.array(), 0)).array();
    }

    /** The chapter of that place in an index, or null if it isn't one that was written. */
    static @Nullable Chapter read(byte[] index, int at) {
        ByteBuffer in = ByteBuffer.wrap(index, at, SIZE);
        if (in.getInt(at + SIZE - 4) != sum(index, at)) {
            return null;
        }
        return new Chapter(
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                Codes.trust(in.getInt()));
    }

    private static int sum(byte[] bytes, int at) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, at, SIZE - 4);
        return (int) sum.getValue();
    }
}
