package io.pumpwatch.bench;

import io.pumpwatch.app.AgentOptions;
import io.pumpwatch.app.AgentOptions.LinkParts;
import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.dispatch.Broker;
import io.pumpwatch.dispatch.LinkConfig;
import io.pumpwatch.dispatch.LinkTimes;
import io.pumpwatch.dispatch.paho.PahoTransport;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.journal.JournalSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From a contact's edge to the alarm at a subscriber, QoS 1, all delays 0, side by side with Node-RED and
 * mosquitto_pub, three rounds taking turns. pumpwatch tells only what is durable: its disk flush is printed apart,
 * measured with the same pauses, since a disk that rested takes longer. Run it with the start script's JVM options:
 * {@code BENCH_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}.
 */
public final class EdgeBench {
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int EDGES = Integer.getInteger("edges", 300);
    /** Enough for the compiler of each to have seen all of it: an agent runs for months. */
    private static final int WARM = Integer.getInteger("warm", 1_500);

    private static final long WARM_PAUSE_NS = 3_000_000;

    private final Random gaps = new Random(7);

    private EdgeBench() {}

    /** What makes one edge; the witness sees what came of it. */
    @FunctionalInterface
    private interface Edge {
        void happen(int number) throws IOException;
    }

    public static void main(String[] args) throws Exception {
        new EdgeBench().run(Files.createTempDirectory("edge-bench"));
    }

    private void run(Path folder) throws Exception {
        double[] flush = flushMs(folder);
        System.out.printf("one disk flush of 4 KB: p50 %.3f ms, p99 %.3f ms%n", at(flush, 0.5), at(flush, 0.99));
        double[][] all = new double[3][];
        try (BenchBroker broker = new BenchBroker(folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                double[] pumpwatch = pumpwatch(folder.resolve("agent-" + round), broker.port());
                double[] nodeRed = nodeRed(folder.resolve("red-" + round), broker.port());
                double[] pub = mosquittoPub(broker.port());
                print("round " + (round + 1) + " pumpwatch", pumpwatch);
                print("round " + (round + 1) + " Node-RED", nodeRed);
                print("round " + (round + 1) + " mosquitto_pub -l", pub);
                all[0] = join(all[0], pumpwatch);
                all[1] = join(all[1], nodeRed);
                all[2] = join(all[2], pub);
            }
        }
        System.out.printf(
                "pumpwatch / Node-RED: p50 %.2f, p99 %.2f; pumpwatch / mosquitto_pub: p50 %.2f, p99 %.2f%n",
                at(all[0], 0.5) / at(all[1], 0.5),
                at(all[0], 0.99) / at(all[1], 0.99),
                at(all[0], 0.5) / at(all[2], 0.5),
                at(all[0], 0.99) / at(all[2], 0.99));
        System.out.printf(
                "less one flush, pumpwatch / Node-RED: p50 %.2f (goal 0.90), p99 %.2f (goal 0.50)%n",
                (at(all[0], 0.5) - at(flush, 0.5)) / at(all[1], 0.5),
                (at(all[0], 0.99) - at(flush, 0.99)) / at(all[1], 0.99));
        System.exit(0);
    }

    private double[] flushMs(Path folder) throws IOException {
        double[] ms = new double[200];
        try (FileChannel file =
                FileChannel.open(folder.resolve("flush"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < ms.length; i++) {
                LockSupport.parkNanos(pauseNs());
                long from = System.nanoTime();
                file.write(ByteBuffer.allocate(4_096));
                file.force(false);
                ms[i] = (System.nanoTime() - from) / 1e6;
            }
        }
        return ms;
    }

    private double[] pumpwatch(Path folder, int port) throws Exception {
        String text = Files.readString(Path.of("config/emulsion.toml")).replaceFirst("on_delay = \"60 s\"  .*", "");
        StationFile.Result read = StationFile.parse("bench.toml", text.getBytes(StandardCharsets.UTF_8));
        Loaded loaded = read.loaded();
        if (loaded == null) {
            throw new IOException(read.faults().toString());
        }
        BenchField field = new BenchField(loaded.plan());
        Broker broker = Broker.plain("127.0.0.1", port, "edge-agent");
        Topics topics = new Topics("bench", "edge");
        LinkConfig config = new LinkConfig(
                topics, broker, LinkConfig.Receipts.NONE, "", Map.of(), LinkTimes.DEFAULT, LinkConfig.WINDOW, "bench");
        LinkParts link = new LinkParts(config, new PahoTransport(broker));
        AgentOptions options =
                new AgentOptions(loaded, folder, field, -1, link, "bench", null, JournalSettings.STANDARD);
        String filter = "pumpwatch/v1/bench/edge/alarm/ZS-401/OPEN";
        try (RunningAgent agent = RunningAgent.start(options)) {
            // Every other edge raises it, every other ends it: both are told.
            awaitScan(agent);
            return measure(port, filter, number -> field.door(number % 2 == 0));
        }
    }

    private static void awaitScan(RunningAgent agent) {
        while (agent.view().scans() == 0) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private double[] nodeRed(Path folder, int port) throws Exception {
        int tcp = BenchBroker.freePort();
        List<String> nodes = List.of(
                "{\"id\":\"i\",\"z\":\"t\",\"type\":\"tcp in\",\"server\":\"server\",\"port\":\"" + tcp
                        + "\",\"datamode\":\"stream\",\"datatype\":\"utf8\",\"newline\":\"\\\\n\",\"wires\":[[\"f\"]]}",
                "{\"id\":\"f\",\"z\":\"t\",\"type\":\"function\",\"outputs\":1,\"func\":\"const open=+msg.payload"
                        + "%2===0;if(context.get('open')!==open){context.set('open',open);return {topic:'peer/alarm',"
                        + "payload:JSON.stringify({tag:'ZS-401',open:open,n:msg.payload})}}\",\"wires\":[[\"o\"]]}",
                "{\"id\":\"o\",\"z\":\"t\",\"type\":\"mqtt out\",\"topic\":\"\",\"qos\":\"1\",\"retain\":\"true\","
                        + "\"broker\":\"b\",\"wires\":[]}",
                NodeRed.broker(port));
        try (NodeRed red = new NodeRed(folder, nodes)) {
            BenchBroker.awaitPort(tcp);
            LockSupport.parkNanos(2_000_000_000L);
            red.mustRun();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tcp)) {
                socket.setTcpNoDelay(true);
                OutputStream out = socket.getOutputStream();
                return measure(port, "peer/alarm", number -> line(out, number));
            }
        }
    }

    private double[] mosquittoPub(int port) throws Exception {
        Process pub = new ProcessBuilder(
                        "mosquitto_pub", "-p", Integer.toString(port), "-q", "1", "-t", "pub/alarm", "-l")
                .start();
        try (OutputStream out = pub.getOutputStream()) {
            LockSupport.parkNanos(500_000_000L);
            return measure(port, "pub/alarm", number -> line(out, number));
        } finally {
            pub.destroy();
        }
    }

    private static void line(OutputStream out, int number) throws IOException {
        out.write((number + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Milliseconds from each edge to its message, without those of the warm-up. */
    private double[] measure(int port, String filter, Edge edge) throws Exception {
        SynchronousQueue<Long> seen = new SynchronousQueue<>();
        double[] ms = new double[EDGES];
        Witness witness = new Witness(port, filter, (topic, payload) -> {
            if (!payload.isEmpty()) {
                long now = System.nanoTime();
                try {
                    seen.offer(now, 1, TimeUnit.SECONDS);
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        try {
            LockSupport.parkNanos(2_000_000_000L);
            for (int number = 0; number < WARM + EDGES; number++) {
                LockSupport.parkNanos(number < WARM ? WARM_PAUSE_NS : pauseNs());
                // A message that was late for its own edge must not be taken for the next one's.
                while (seen.poll() != null) {
                    System.out.println("a message that no edge was waiting for");
                }
                long from = System.nanoTime();
                edge.happen(number);
                Long got = seen.poll(5, TimeUnit.SECONDS);
                if (got == null) {
                    throw new IOException("no message for edge " + number + " of " + filter);
                }
                if (number >= WARM) {
                    ms[number - WARM] = (got - from) / 1e6;
                }
            }
        } finally {
            witness.close();
        }
        return ms;
    }

    private long pauseNs() {
        return 20_000_000L + gaps.nextInt(30_000_000);
    }

    private static double[] join(double[] a, double[] b) {
        if (a == null) {
            return b;
        }
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static double at(double[] ms, double part) {
        double[] sorted = ms.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * part)];
    }

    private static void print(String what, double[] ms) {
        System.out.printf(
                "%-28s p50 %.3f ms, p99 %.3f ms, max %.3f ms over %d edges%n",
                what, at(ms, 0.5), at(ms, 0.99), at(ms, 1), ms.length);
    }
}
