package io.pumpwatch.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * A subscriber on a raw socket, QoS 1, with this process's clock: it adds nothing of a library's threads to what is
 * measured. Speaks just enough of MQTT 3.1.1 for that.
 */
final class Witness implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final Thread thread;

    /** Subscribes; {@code got} is called with topic and payload on the witness's thread. */
    Witness(int port, String filter, BiConsumer<String, String> got) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
        packet(0x10, bytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 0}, text("witness-" + filter.hashCode())));
        read();
        packet(0x82, bytes(new byte[] {0, 1}, text(filter), new byte[] {1}));
        read();
        thread = new Thread(() -> listen(got), "witness");
        thread.setDaemon(true);
        thread.start();
    }

    /** One MQTT packet. */
    private static final class Packet {
        final int head;
        final byte[] body;

        Packet(int head, byte[] body) {
            this.head = head;
            this.body = body;
        }
    }

    private void listen(BiConsumer<String, String> got) {
        try {
            while (true) {
                Packet packet = read();
                if (packet.head >> 4 != 3) {
                    continue;
                }
                byte[] body = packet.body;
                int topic = ((body[0] & 255) << 8) | (body[1] & 255);
                int at = 2 + topic;
                if ((packet.head & 6) != 0) {
                    packet(0x40, new byte[] {body[at], body[at + 1]});
                    at += 2;
                }
                got.accept(
                        new String(body, 2, topic, StandardCharsets.UTF_8),
                        new String(body, at, body.length - at, StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            // The end of the bench.
        }
    }

    private Packet read() throws IOException {
        int head = in.readUnsignedByte();
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = in.readUnsignedByte();
            length |= (digit & 127) << shift;
            shift += 7;
        } while ((digit & 128) != 0);
        return new Packet(head, in.readNBytes(length));
    }

    private synchronized void packet(int head, byte[] body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head);
        int left = body.length;
        do {
            int digit = left & 127;
            left >>= 7;
            all.write(left > 0 ? digit | 128 : digit);
        } while (left > 0);
        all.write(body);
        out.write(all.toByteArray());
        out.flush();
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes(new byte[] {(byte) (bytes.length >> 8), (byte) bytes.length}, bytes);
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
