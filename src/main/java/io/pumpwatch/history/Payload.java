package io.pumpwatch.history;

import io.pumpwatch.station.Tag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** What stands in the blocks. */
final class Payload {
    private static final int CHANNELS_MAX = 4_096;
    private static final int ROWS_MAX = 1_000_000;

    private Payload() {}

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] table(List<Channel> channels) {
        return bytes(out -> {
            out.writeShort(channels.size());
            for (Channel channel : channels) {
                out.writeUTF(channel.tag().name());
                out.writeDouble(channel.quantum());
            }
        });
    }

    /** Names a table by its content: blocks refer to it. */
    static int tableId(List<Channel> channels) {
        CRC32C crc = new CRC32C();
        crc.update(table(channels));
        return (int) crc.getValue();
    }

    static List<Channel> table(byte[] payload) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        int count = in.readUnsignedShort();
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < Math.min(count, CHANNELS_MAX); i++) {
            channels.add(new Channel(new Tag(in.readUTF()), in.readDouble()));
        }
        return channels;
    }

    /**
     * The head of a summary or full-rate block.
     *
     * @param table of its channels
     * @param boot in which it was recorded
     * @param uptimeMs of its first row
     * @param utcMs of its first row, by the offset that was valid then
     * @param rows in each column
     */
    record Head(int table, long boot, long uptimeMs, long utcMs, int rows) {
        static final int BYTES = 32;
    }

    /** Columns with a head; times (for full rate) are one column before them. */
    static byte[] columns(Head head, byte[] times, List<Rows> channels) {
        return bytes(out -> {
            out.writeInt(head.table);
            out.writeLong(head.boot);
            out.writeLong(head.uptimeMs);
            out.writeLong(head.utcMs);
            out.writeInt(head.rows);
            List<byte[]> encoded = new ArrayList<>();
            encoded.add(times);
            channels.forEach(rows -> encoded.add(rows.encode()));
            for (byte[] column : encoded) {
                out.writeInt(column.length);
            }
            for (byte[] column : encoded) {
                out.write(column);
            }
        });
    }

    static Head head(byte[] payload) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        Head head = new Head(in.readInt(), in.readLong(), in.readLong(), in.readLong(), in.readInt());
        if (head.rows < 0 || head.rows > ROWS_MAX) {
            throw new IOException("a block with " + head.rows + " rows");
        }
        return head;
    }

    /** Bounds of a column in the payload: 0 are the times, 1 the first channel. */
    private static int[] bounds(byte[] payload, int channels, int column) throws IOException {
        int lengths = Head.BYTES;
        long from = lengths + 4L * (channels + 1);
        for (int i = 0; i <= channels && lengths + 4 * i + 4 <= payload.length; i++) {
            long length = ByteBuffer.wrap(payload, lengths + 4 * i, 4).getInt();
            if (length < 0 || from + length > payload.length) {
                break;
            }
            if (i == column) {
                return new int[] {(int) from, (int) (from + length)};
            }
            from += length;
        }
        throw new IOException("a block without column " + column);
    }

    static Rows column(byte[] payload, Head head, boolean summary, int channels, int channel) throws IOException {
        int[] bounds = bounds(payload, channels, channel + 1);
        return Rows.decode(summary, head.rows, payload, bounds[0], bounds[1]);
    }

    /** Differences of the rows' times in ms, as differences of differences. */
    static byte[] times(long[] uptimesMs, int count) {
        BitSink out = new BitSink();
        long[] values = new long[count];
        long step = 0;
        for (int i = 1; i < count; i++) {
            long next = uptimesMs[i] - uptimesMs[i - 1];
            values[i - 1] = BitSink.zigzag(next - step);
            step = next;
        }
        if (count > 1) {
            out.rice(values[0], 12);
            long[] rest = new long[count];
            System.arraycopy(values, 1, rest, 0, count - 2);
            out.riceRun(rest, count - 2);
        }
        return out.toBytes();
    }

    static long[] times(byte[] payload, Head head, int channels) throws IOException {
        int[] bounds = bounds(payload, channels, 0);
        long[] times = new long[head.rows];
        if (head.rows > 0) {
            times[0] = head.uptimeMs;
        }
        if (head.rows > 1) {
            BitSource in = new BitSource(payload, bounds[0], bounds[1]);
            long step = BitSource.unzigzag(in.rice(12));
            times[1] = times[0] + step;
            long[] rest = new long[head.rows];
            in.riceRun(rest, head.rows - 2);
            for (int i = 2; i < head.rows; i++) {
                step += BitSource.unzigzag(rest[i - 2]);
                times[i] = times[i - 1] + step;
            }
        }
        return times;
    }

    /** Ten minutes of all channels; {@code through} is the number of the last summary block that is in it. */
    static byte[] rollup(int table, long slot, long through, List<Sum> sums) {
        return bytes(out -> {
            out.writeInt(table);
            out.writeLong(slot);
            out.writeLong(through);
            for (Sum sum : sums) {
                out.writeByte(sum.code());
                out.writeShort((int) Math.min(0xffff, sum.seconds()));
                if (Rows.hasValue(sum.code())) {
                    out.writeLong(sum.min());
                    varint(out, sum.max() - sum.min());
                    varint(out, sum.last() - sum.min());
                }
            }
        });
    }

    private static void varint(DataOutputStream out, long value) throws IOException {
        long left = value;
        while (left >= 0x80 || left < 0) {
            out.writeByte((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    private static long varint(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = in.readUnsignedByte();
            value |= (long) (part & 0x7f) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw new IOException("a number that doesn't end");
    }

    /** One channel's sum in a rollup, its slot and the last block in it. */
    static Slot slot(byte[] payload, int channel) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        in.readInt();
        long slot = in.readLong();
        long through = in.readLong();
        for (int i = 0; ; i++) {
            byte code = in.readByte();
            int seconds = in.readUnsignedShort();
            long min = 0;
            long max = 0;
            long last = 0;
            if (Rows.hasValue(code)) {
                min = in.readLong();
                max = min + varint(in);
                last = min + varint(in);
            }
            if (i == channel) {
                return new Slot(slot, through, code, seconds, min, max, last);
            }
        }
    }

    static int rollupTable(byte[] payload) throws IOException {
        return new DataInputStream(new ByteArrayInputStream(payload)).readInt();
    }

    static long rollupThrough(byte[] payload) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        in.readInt();
        in.readLong();
        return in.readLong();
    }

    /** One channel in one rollup. */
    record Slot(long slot, long through, byte code, int seconds, long min, long max, long last) {}
}
