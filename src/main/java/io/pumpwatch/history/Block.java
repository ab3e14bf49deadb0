package io.pumpwatch.history;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A block whose checksum holds, where it was read. */
final class Block {
    private final BlockHeader header;
    private final long at;
    private final byte[] bytes;
    private final int start;

    /**
     * A block that was read.
     *
     * @param at its place in the file
     * @param bytes that hold it; nobody changes them
     * @param start its place there
     */
    Block(BlockHeader header, long at, byte[] bytes, int start) {
        this.header = header;
        this.at = at;
        this.bytes = bytes;
        this.start = start;
    }

    BlockHeader header() {
        return header;
    }

    /** Its place in the file. */
    long at() {
        return at;
    }

    byte[] payload() {
        int from = start + BlockHeader.SIZE;
        return Arrays.copyOfRange(bytes, from, start + header.length() - BlockHeader.SUM);
    }

    byte[] whole() {
        return Arrays.copyOfRange(bytes, start, start + header.length());
    }

    /** Payload of a block of seconds or rollups: a part for each channel, the lengths before it. */
    static byte[] parts(Rows[] rows, long baseKey) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Rows channel : rows) {
            part(out, RowsCodec.encode(channel, baseKey));
        }
        return out.toByteArray();
    }

    /** Payload of a full-rate block: the uptimes of its scans, then a part for each channel. */
    static byte[] fullRate(Rows scans, Rows[] rows, long uptimeFirstMs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part(out, RowsCodec.encode(scans, uptimeFirstMs));
        out.writeBytes(parts(rows, 0));
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, byte[] bytes) {
        int left = bytes.length;
        while (left >= 0x80) {
            out.write((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.write(left);
        out.writeBytes(bytes);
    }

    /**
     * The rows of one part, numbered from 0.
     *
     * @throws DamagedBlock if it has no such part or it doesn't read
     */
    Rows part(int index, long baseKey) {
        int from = start + BlockHeader.SIZE;
        ByteBuffer in = ByteBuffer.wrap(bytes, from, header.length() - BlockHeader.SIZE - BlockHeader.SUM);
        try {
            for (int i = 0; i < index; i++) {
                int length = length(in);
                in.position(in.position() + length);
            }
            int length = length(in);
            return RowsCodec.decode(bytes, in.position(), length, baseKey);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException fault) {
            throw new DamagedBlock("its parts don't fit: " + fault.getMessage());
        }
    }

    private static int length(ByteBuffer in) {
        int length = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int next = in.get();
            length |= (next & 0x7f) << shift;
            if (next >= 0) {
                return length;
            }
        }
        throw new DamagedBlock("a part without a length");
    }
}
