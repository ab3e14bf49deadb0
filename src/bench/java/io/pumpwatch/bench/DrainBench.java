package io.pumpwatch.bench;

import io.pumpwatch.dispatch.Broker;
import io.pumpwatch.dispatch.Link;
import io.pumpwatch.dispatch.LinkConfig;
import io.pumpwatch.dispatch.LinkConfig.Receipts;
import io.pumpwatch.dispatch.LinkTimes;
import io.pumpwatch.dispatch.desk.Desk;
import io.pumpwatch.dispatch.desk.DeskConfig;
import io.pumpwatch.dispatch.desk.DeskNote;
import io.pumpwatch.dispatch.paho.PahoTransport;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.dispatch.sign.Keys;
import io.pumpwatch.journal.Entry;
import io.pumpwatch.station.Clock;
import io.pumpwatch.station.Now;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Drains waiting entries into mosquitto and compares with {@code mosquitto_pub -l} in the same run: three rounds each,
 * taking turns. The broker's queues are unlimited, so that both deliver everything.
 */
public final class DrainBench {
    private static final int ENTRIES = Integer.getInteger("entries", 100_000);
    /** Beyond some 60,000 lines mosquitto_pub -l loses most of them silently. */
    private static final int PEER_LINES = Math.min(60_000, ENTRIES);

    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final Clock CLOCK = () -> Now.of(System.currentTimeMillis(), System.nanoTime() / 1_000_000);
    private static final Topics TOPICS = new Topics("bench", "ps-1");
    private static final KeyPair SEAT = Keys.make(new SecureRandom());

    private DrainBench() {}

    /** Runs it; the properties {@code entries} and {@code rounds} make it shorter. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("drain-bench");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path conf = folder.resolve("mosquitto.conf");
        Files.writeString(
                conf,
                "listener " + port + " 127.0.0.1\nallow_anonymous true\npersistence false\nmax_queued_messages 0\n"
                        + "log_type error\n");
        Process broker = new ProcessBuilder("mosquitto", "-c", conf.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            awaitPort(port);
            double[] peers = new double[ROUNDS];
            double[] sent = new double[ROUNDS];
            double[] confirmed = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                peers[round] = peer(port, folder, round);
                sent[round] = link(port, Receipts.NONE, folder, round);
                confirmed[round] = link(port, Receipts.REQUIRED, folder, round);
                System.out.printf(
                        "round %d: mosquitto_pub -l %.0f/s, link sent %.0f/s (ratio %.2f),"
                                + " confirmed by desk %.0f/s (%.2f)%n",
                        round + 1,
                        peers[round],
                        sent[round],
                        sent[round] / peers[round],
                        confirmed[round],
                        confirmed[round] / peers[round]);
            }
            Arrays.sort(peers);
            Arrays.sort(sent);
            Arrays.sort(confirmed);
            int mid = ROUNDS / 2;
            System.out.printf(
                    "median of %d entries: mosquitto_pub -l %.0f/s, link %.0f/s, ratio %.2f (goal 0.50);"
                            + " confirmed %.0f/s, ratio %.2f%n",
                    ENTRIES,
                    peers[mid],
                    sent[mid],
                    sent[mid] / peers[mid],
                    confirmed[mid],
                    confirmed[mid] / peers[mid]);
        } finally {
            broker.destroy();
        }
    }

    private static void awaitPort(int port) {
        for (int i = 0; i < 500; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(10_000_000);
            }
        }
        throw new IllegalStateException("mosquitto doesn't answer");
    }

    /** Rate at which a subscriber gets all lines that mosquitto_pub reads; -1 where some never came. */
    private static double peer(int port, Path folder, int round) throws Exception {
        Path lines = folder.resolve("lines");
        List<String> text = new DrainStation.Waiting(PEER_LINES)
                .entries.stream().map(Entry::line).toList();
        Files.write(lines, text);
        String topic = "peer/" + round;
        Process sub = new ProcessBuilder(
                        "mosquitto_sub", "-p", "" + port, "-q", "1", "-t", topic, "-C", "" + PEER_LINES, "-W", "30")
                .start();
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger got = new AtomicInteger();
        Thread counter = new Thread(() -> count(sub, got, done));
        counter.start();
        LockSupport.parkNanos(500_000_000);
        long start = System.nanoTime();
        Process pub = new ProcessBuilder("mosquitto_pub", "-p", "" + port, "-q", "1", "-t", topic, "-l")
                .redirectInput(lines.toFile())
                .start();
        pub.waitFor();
        long published = System.nanoTime();
        done.await(30, TimeUnit.SECONDS);
        if (got.get() < PEER_LINES) {
            System.out.println("mosquitto_pub lost " + (PEER_LINES - got.get()) + " of " + PEER_LINES);
        }
        sub.destroy();
        return got.get() * 1e9 / (published - start);
    }

    private static void count(Process sub, AtomicInteger got, CountDownLatch done) {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(sub.getInputStream(), StandardCharsets.UTF_8))) {
            while (out.readLine() != null) {
                got.incrementAndGet();
            }
        } catch (IOException ended) {
            System.out.println("mosquitto_sub: " + ended.getMessage());
        }
        done.countDown();
    }

    private static double link(int port, Receipts receipts, Path folder, int round) throws Exception {
        DrainStation.Waiting outbox = new DrainStation.Waiting(ENTRIES);
        Broker broker = Broker.plain("127.0.0.1", port, "bench-" + receipts);
        LinkConfig config = new LinkConfig(
                TOPICS,
                broker,
                receipts,
                "main",
                Map.of("main", SEAT.getPublic()),
                LinkTimes.DEFAULT,
                LinkConfig.WINDOW,
                "bench");
        AtomicInteger entries = new AtomicInteger();
        Desk desk = desk(port, receipts, folder.resolve("desk-" + receipts + round), entries);
        Thread thread = new Thread(() -> listen(desk), "desk");
        thread.start();
        while (!desk.view().link().connected()) {
            LockSupport.parkNanos(5_000_000);
        }
        LockSupport.parkNanos(500_000_000);
        try (Link link = new Link(
                config,
                new Link.Ports(outbox, new DrainStation.Quiet(), new DrainStation.NoIds(), news -> {}),
                new PahoTransport(broker),
                CLOCK,
                new Random(2))) {
            link.start();
            while (outbox.sent().seq() == 0) {
                LockSupport.parkNanos(100_000);
            }
            long begin = System.nanoTime();
            long from = outbox.sent().seq();
            while ((receipts == Receipts.NONE ? outbox.sent() : outbox.confirmed()).seq() < ENTRIES) {
                LockSupport.parkNanos(1_000_000);
            }
            long end = System.nanoTime();
            while (entries.get() < ENTRIES && System.nanoTime() - end < 30_000_000_000L) {
                LockSupport.parkNanos(1_000_000);
            }
            if (entries.get() != ENTRIES) {
                System.out.println("desk got " + entries.get() + " of " + ENTRIES + " with receipts " + receipts);
            }
            return (ENTRIES - from) * 1e9 / (end - begin);
        } finally {
            desk.stop();
            thread.join(10_000);
        }
    }

    private static Desk desk(int port, Receipts receipts, Path memory, AtomicInteger entries) throws Exception {
        return new Desk(
                new DeskConfig(
                        Broker.plain("127.0.0.1", port, "desk"),
                        "+",
                        "+",
                        "main",
                        SEAT.getPrivate(),
                        receipts == Receipts.REQUIRED,
                        memory,
                        LinkTimes.DEFAULT),
                new PahoTransport(Broker.plain("127.0.0.1", port, "desk")),
                CLOCK,
                new Random(1),
                note -> entries.addAndGet(note.kind() == DeskNote.Kind.ENTRY ? 1 : 0));
    }

    private static void listen(Desk desk) {
        try {
            desk.run();
        } catch (IOException | InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
