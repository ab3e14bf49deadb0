package io.pumpwatch.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the blocks of a part of a file in their order. What isn't a whole block with its checksum is passed over
 * and told of, once for each stretch of damage.
 */
final class BlockScan {
    private static final int WINDOW = 128 << 10;

    private final FileChannel file;
    private final long limit;
    private final Predicate<BlockHeader> wanted;
    private byte[] window = new byte[0];
    private long windowAt;
    private int windowLength;
    private long at;
    private long goodEnd;
    private final LongConsumer damaged;
    private boolean inDamage;

    /**
     * A scan that hasn't begun.
     *
     * @param wanted blocks whose header it refuses are stepped over without a look at their payload
     * @param damaged is told where each stretch of damage begins
     */
    BlockScan(FileChannel file, long from, long limit, Predicate<BlockHeader> wanted, LongConsumer damaged) {
        this.damaged = damaged;
        this.file = file;
        this.at = from;
        this.goodEnd = from;
        this.limit = limit;
        this.wanted = wanted;
    }

    /** The next wanted block, or null at the end. */
    @Nullable
    Block next() throws IOException {
        while (at + BlockHeader.SIZE + BlockHeader.SUM <= limit) {
            int start = window(at, BlockHeader.SIZE);
            BlockHeader header = start < 0 ? null : BlockHeader.read(window, start);
            if (header == null || at + header.length() > limit) {
                damage();
                at = nextMagic(at + 1);
                continue;
            }
            long here = at;
            at += header.length();
            if (!wanted.test(header)) {
                inDamage = false;
                continue;
            }
            start = window(here, header.length());
            if (start < 0 || !BlockHeader.holds(window, start, header.length())) {
                at = here;
                damage();
                at = here + header.length();
                continue;
            }
            inDamage = false;
            goodEnd = at;
            return new Block(header, here, window, start);
        }
        if (at < limit) {
            damage();
            at = limit;
        }
        return null;
    }

    /** End of the last block that held; only meaningful where every block is wanted. */
    long goodEnd() {
        return goodEnd;
    }

    private void damage() {
        if (!inDamage) {
            damaged.accept(at);
            inDamage = true;
        }
    }

    private long nextMagic(long from) throws IOException {
        long place = from;
        while (place + BlockHeader.SIZE <= limit) {
            int start = window(place, BlockHeader.SIZE);
            if (start < 0) {
                return limit;
            }
            for (int i = start; i + 4 <= windowLength; i++) {
                if (window[i] == 'P' && window[i + 1] == 'W' && window[i + 2] == 'B' && window[i + 3] == '1') {
                    return windowAt + i;
                }
            }
            place = windowAt + windowLength - 3;
        }
        return limit;
    }

    /**
     * Makes that part of the file lie in the window; returns its place there, or −1 where the file has become shorter.
     */
    private int window(long place, int length) throws IOException {
        if (place >= windowAt && place + length <= windowAt + windowLength) {
            return (int) (place - windowAt);
        }
        int room = (int) Math.min(Math.max(length, WINDOW), limit - place);
        // A block that was handed out may still look at the old one.
        byte[] fresh = new byte[room];
        ByteBuffer into = ByteBuffer.wrap(fresh);
        while (into.hasRemaining()) {
            if (file.read(into, place + into.position()) < 0) {
                break;
            }
        }
        window = into.hasRemaining() ? Arrays.copyOf(fresh, into.position()) : fresh;
        windowAt = place;
        windowLength = window.length;
        return length <= windowLength ? 0 : -1;
    }
}
