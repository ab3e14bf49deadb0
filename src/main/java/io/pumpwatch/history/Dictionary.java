package io.pumpwatch.history;

import io.pumpwatch.station.Tag;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The channels of a block, in its order.
 *
 * @param id CRC-32C of the payload, by which blocks name it
 */
record Dictionary(int id, List<Channel> channels) {
    static final int CHANNELS_MAX = 4_096;

    static Dictionary of(List<Channel> channels) {
        if (channels.size() > CHANNELS_MAX) {
            throw new IllegalArgumentException("history: at most " + CHANNELS_MAX + " channels");
        }
        return new Dictionary(id(payload(channels)), List.copyOf(channels));
    }

    /** @throws DamagedBlock if it doesn't read */
    static Dictionary decode(byte[] payload) {
        ByteBuffer in = ByteBuffer.wrap(payload);
        try {
            int count = in.getShort() & 0xffff;
            List<Channel> channels = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                byte[] name = new byte[in.get() & 0xff];
                in.get(name);
                channels.add(new Channel(new Tag(new String(name, StandardCharsets.US_ASCII)), in.getDouble()));
            }
            return new Dictionary(id(payload), List.copyOf(channels));
        } catch (BufferUnderflowException | IllegalArgumentException fault) {
            throw new DamagedBlock("a dictionary that doesn't read: " + fault.getMessage());
        }
    }

    byte[] payload() {
        return payload(channels);
    }

    /** Place of a tag in the blocks, or −1. */
    int indexOf(Tag tag) {
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).tag().equals(tag)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] payload(List<Channel> channels) {
        int size = 2;
        for (Channel channel : channels) {
            size += 9 + channel.tag().name().length();
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putShort((short) channels.size());
        for (Channel channel : channels) {
            byte[] name = channel.tag().name().getBytes(StandardCharsets.US_ASCII);
            out.put((byte) name.length).put(name).putDouble(channel.quantum());
        }
        return out.array();
    }

    private static int id(byte[] payload) {
        CRC32C sum = new CRC32C();
        sum.update(payload);
        return (int) sum.getValue();
    }
}
