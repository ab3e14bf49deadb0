package io.pumpwatch.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file of blocks: {@code "PW"}, type, version, length of the payload (4), number (8), payload, CRC-32C (4) of all before.
 * A block that doesn't read is passed over, up to the next one that does. One writer; any number of readers.
 */
final class BlockFile implements AutoCloseable {
    static final byte TABLE = 'T';
    static final byte SUMMARY = 'S';
    static final byte FULL = 'F';
    static final byte ROLLUP = 'R';

    static final int HEAD = 16;
    private static final int TAIL = 4;
    private static final byte VERSION = 1;
    private static final int PAYLOAD_MAX = 1 << 24;
    private static final int WINDOW = 1 << 18;

    private final Path file;
    private long limit;
    private @Nullable FileChannel out;

    /** A file to append to, behind all that is there. */
    BlockFile(Path file) throws IOException {
        this.file = file;
        this.limit = Files.exists(file) ? Files.size(file) : 0;
    }

    /**
     * One block.
     *
     * @param at where it begins in its file
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes: never compared, hashed or printed
    record Block(byte type, long number, long at, byte[] payload) {}

    /** Takes blocks as they are found; false ends the walk. */
    interface Visitor {
        boolean visit(Block block) throws IOException;
    }

    Path file() {
        return file;
    }

    static byte[] frame(byte type, long number, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(HEAD + payload.length + TAIL);
        frame.put((byte) 'P').put((byte) 'W').put(type).put(VERSION);
        frame.putInt(payload.length).putLong(number).put(payload);
        CRC32C crc = new CRC32C();
        crc.update(frame.array(), 0, HEAD + payload.length);
        return frame.putInt((int) crc.getValue()).array();
    }

    /** Writes frames and syncs; after a fault the next call cuts off what a failed one may have left. */
    void append(byte[] frames) throws IOException {
        FileChannel channel = out;
        out = null;
        if (channel == null) {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.size() > limit) {
                channel.truncate(limit);
            }
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(frames);
            while (bytes.hasRemaining()) {
                int written = channel.write(bytes, limit + bytes.position());
                if (written <= 0) {
                    throw new IOException("nothing was written to " + file);
                }
            }
            channel.force(false);
        } catch (IOException fault) {
            channel.close();
            throw fault;
        }
        limit += frames.length;
        out = channel;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }

    /** Visits every block of a file that reads, in order. */
    static void walk(Path file, Visitor visitor) throws IOException {
        walk(file, 0, visitor);
    }

    /** The same from an offset on. */
    static void walk(Path file, long from, Visitor visitor) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = in.size();
            byte[] window = new byte[WINDOW];
            long at = from;
            long base = from;
            int filled = 0;
            while (at + HEAD + TAIL <= size) {
                if (at + HEAD > base + filled || at < base) {
                    base = at;
                    filled = fill(in, window, at);
                }
                Block block = parse(window, (int) (at - base), filled, at);
                if (block == null && at - base + needed(window, (int) (at - base), filled) > filled) {
                    Block far = read(in, at);
                    if (far == null && at > base) {
                        base = at;
                        filled = fill(in, window, at);
                    }
                    block = far;
                }
                if (block == null) {
                    at++;
                } else {
                    if (!visitor.visit(block)) {
                        return;
                    }
                    at += HEAD + block.payload.length + TAIL;
                }
            }
        }
    }

    /** The last block of a file, or null if it has none that reads. */
    static @Nullable Block last(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = in.size();
            long base = Math.max(0, size - WINDOW);
            byte[] window = new byte[(int) (size - base)];
            int filled = fill(in, window, base);
            for (int from = filled - HEAD - TAIL; from >= 0; from--) {
                Block block = parse(window, from, filled, base + from);
                if (block != null) {
                    return block;
                }
            }
        }
        Block[] found = new Block[1];
        walk(file, block -> {
            found[0] = block;
            return true;
        });
        return found[0];
    }

    private static int fill(FileChannel in, byte[] window, long at) throws IOException {
        ByteBuffer into = ByteBuffer.wrap(window);
        while (into.hasRemaining() && in.read(into, at + into.position()) > 0) {}
        return into.position();
    }

    private static boolean head(byte[] bytes, int from, int end) {
        return end - from >= HEAD && bytes[from] == 'P' && bytes[from + 1] == 'W' && bytes[from + 3] == VERSION;
    }

    private static int needed(byte[] bytes, int from, int end) {
        if (!head(bytes, from, end)) {
            return 0;
        }
        int length = ByteBuffer.wrap(bytes, from + 4, 4).getInt();
        return length < 0 || length > PAYLOAD_MAX ? 0 : HEAD + length + TAIL;
    }

    private static @Nullable Block parse(byte[] bytes, int from, int end, long at) {
        int whole = needed(bytes, from, end);
        if (whole == 0 || from + whole > end) {
            return null;
        }
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, whole - TAIL);
        ByteBuffer frame = ByteBuffer.wrap(bytes, from, whole);
        if (frame.getInt(from + whole - TAIL) != (int) crc.getValue()) {
            return null;
        }
        byte[] payload = new byte[whole - HEAD - TAIL];
        System.arraycopy(bytes, from + HEAD, payload, 0, payload.length);
        return new Block(bytes[from + 2], frame.getLong(from + 8), at, payload);
    }

    /** The block at an offset, or null if none reads there. */
    static @Nullable Block read(FileChannel in, long at) throws IOException {
        byte[] head = new byte[HEAD];
        ByteBuffer into = ByteBuffer.wrap(head);
        while (into.hasRemaining() && in.read(into, at + into.position()) > 0) {}
        int whole = needed(head, 0, into.position());
        if (whole == 0 || at + whole > in.size()) {
            return null;
        }
        byte[] bytes = new byte[whole];
        ByteBuffer all = ByteBuffer.wrap(bytes);
        while (all.hasRemaining() && in.read(all, at + all.position()) > 0) {}
        return parse(bytes, 0, all.position(), at);
    }
}
