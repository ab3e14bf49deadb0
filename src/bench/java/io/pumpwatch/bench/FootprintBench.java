package io.pumpwatch.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Memory, processor and start of a whole agent beside Node-RED: 16 and more channels at 10 Hz, the link to a real
 * broker up. They take turns, each in a folder of its own; start is from exec to the first message of theirs at a
 * witness, when they start for the second time: in the first they make their folders, which nobody does each day.
 */
public final class FootprintBench {
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int SECONDS = Integer.getInteger("seconds", 60);
    /** Before the steady state is measured: what runs ten times a second is compiled after some minutes only. */
    private static final int WARM_SECONDS = Integer.getInteger("warm", 120);

    private static final double TICKS_A_SECOND = 100;

    private FootprintBench() {}

    private record Figures(double startMs, double rssMb, double cpuPercent) {}

    public static void main(String[] args) throws Exception {
        Path program = Path.of("target/pumpwatch/bin/pumpwatch").toAbsolutePath();
        if (!Files.isExecutable(program)) {
            System.err.println("build first: mvn -q -DskipTests package");
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("footprint-bench");
        List<Figures> off = new ArrayList<>();
        List<Figures> on = new ArrayList<>();
        List<Figures> peers = new ArrayList<>();
        try (BenchBroker broker = new BenchBroker(folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                off.add(pumpwatch(program, folder.resolve("off-" + round), broker.port(), "off"));
                print("pumpwatch, http = off", off.get(round));
                on.add(pumpwatch(program, folder.resolve("on-" + round), broker.port(), "loopback"));
                print("pumpwatch, http = loopback", on.get(round));
                peers.add(nodeRed(folder.resolve("red-" + round), broker.port()));
                print("Node-RED", peers.get(round));
            }
        }
        Figures a = median(off);
        Figures b = median(on);
        Figures c = median(peers);
        print("median pumpwatch, http = off", a);
        print("median pumpwatch, loopback", b);
        print("median Node-RED", c);
        System.out.printf(
                "pumpwatch with http / Node-RED: start %.2f (goal 0.65), RSS %.2f (0.60), CPU %.2f (0.60)%n",
                b.startMs() / c.startMs(), b.rssMb() / c.rssMb(), b.cpuPercent() / c.cpuPercent());
        System.exit(0);
    }

    private static Figures pumpwatch(Path program, Path folder, int port, String http) throws Exception {
        Files.createDirectories(folder);
        String text = Files.readString(Path.of("config/full.toml"));
        int dispatch = text.indexOf("[dispatch]");
        int keys = text.indexOf("[web]");
        String station = (dispatch < 0 ? text : text.substring(0, dispatch) + text.substring(keys))
                .replaceFirst("kind = \"pi4j\"", "kind = \"plant\"")
                .replaceFirst("http = \"[a-z]+\"", "http = \"" + http + "\"")
                .replaceFirst("port = [0-9]+", "port = " + BenchBroker.freePort());
        station += "\n[dispatch]\nbroker = \"tcp://127.0.0.1:" + port + "\"\nreceipts = \"none\"\n";
        Files.writeString(folder.resolve("station.toml"), station);
        // As systemd starts it.
        ProcessBuilder command = new ProcessBuilder(program.toString(), "service");
        command.environment()
                .putAll(Map.of(
                        "CONFIGURATION_DIRECTORY",
                        folder.toString(),
                        "STATE_DIRECTORY",
                        folder.resolve("data").toString()));
        return measure(port, "pumpwatch/v1/+/+/status", folder, command);
    }

    private static Figures nodeRed(Path folder, int port) throws Exception {
        Files.createDirectories(folder);
        List<String> nodes = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            nodes.add("{\"id\":\"i" + i + "\",\"z\":\"t\",\"type\":\"inject\",\"props\":[{\"p\":\"payload\"}],"
                    + "\"repeat\":\"0.1\",\"once\":true,\"onceDelay\":\"0.1\",\"payloadType\":\"date\","
                    + "\"wires\":[[\"f" + i + "\"]]}");
            nodes.add("{\"id\":\"f" + i + "\",\"z\":\"t\",\"type\":\"function\",\"outputs\":1,\"func\":\"const v=30+"
                    + "Math.sin(msg.payload/1000);const high=v>40;if(context.get('high')!==high){context.set('high',"
                    + "high);return {topic:'red/alarm/" + i + "',payload:String(v)}}\",\"wires\":[[\"o\"]]}");
        }
        nodes.add("{\"id\":\"o\",\"z\":\"t\",\"type\":\"mqtt out\",\"topic\":\"\",\"qos\":\"1\",\"retain\":\"true\","
                + "\"broker\":\"b\",\"wires\":[]}");
        nodes.add(NodeRed.broker(port));
        return measure(port, "red/alarm/+", folder, NodeRed.command(folder, nodes));
    }

    private static Figures measure(int port, String filter, Path folder, ProcessBuilder command) throws Exception {
        ProcessBuilder quiet = command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        end(start(port, filter, folder, quiet).process(), port, filter);
        Started started = start(port, filter, folder, quiet);
        Process process = started.process();
        try {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(WARM_SECONDS));
            double before = cpuSeconds(process.pid());
            long begun = System.nanoTime();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SECONDS));
            double cpu = (cpuSeconds(process.pid()) - before) / ((System.nanoTime() - begun) / 1e9) * 100;
            return new Figures(started.firstMs(), rssMb(process.pid()), cpu);
        } finally {
            end(process, port, filter);
        }
    }

    /** A program that runs, and after how long it told the broker something. */
    private record Started(Process process, double firstMs) {}

    private static Started start(int port, String filter, Path folder, ProcessBuilder command) throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        long[] at = new long[1];
        Witness witness = new Witness(port, filter, (topic, payload) -> {
            boolean online = !payload.contains("offline") && !payload.isEmpty();
            if (first.getCount() > 0 && online) {
                at[0] = System.nanoTime();
                first.countDown();
            }
        });
        try {
            long from = System.nanoTime();
            Process process = command.start();
            if (!first.await(60, TimeUnit.SECONDS)) {
                process.destroy();
                throw new IOException("no message; see " + folder.resolve("out"));
            }
            return new Started(process, (at[0] - from) / 1e6);
        } finally {
            witness.close();
        }
    }

    private static void end(Process process, int port, String filter) throws Exception {
        process.destroy();
        process.waitFor();
        clean(port, filter);
    }

    /** What is retained would be taken for the next one's first message. */
    private static void clean(int port, String filter) throws Exception {
        new ProcessBuilder("mosquitto_sub", "-p", Integer.toString(port), "-t", filter, "--remove-retained", "-W", "1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static double rssMb(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static double cpuSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.UTF_8);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
    }

    private static Figures median(List<Figures> all) {
        return new Figures(
                middle(all.stream().mapToDouble(Figures::startMs).toArray()),
                middle(all.stream().mapToDouble(Figures::rssMb).toArray()),
                middle(all.stream().mapToDouble(Figures::cpuPercent).toArray()));
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void print(String what, Figures figures) {
        System.out.printf(
                "%-30s first message after %.0f ms, RSS %.1f MB, CPU %.2f %%%n",
                what, figures.startMs(), figures.rssMb(), figures.cpuPercent());
    }
}
