package io.pumpwatch.bench;

import io.pumpwatch.app.AgentOptions;
import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.journal.JournalSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Whether 100 scans a second keep their time: a whole agent with journal and history, every channel of the full
 * station, and how far each scan begins from its tick. Beside it, in the same run, a bare thread that does nothing but
 * park until its tick: what this machine itself allows.
 */
public final class ScanBench {
    private static final int SECONDS = Integer.getInteger("seconds", 60);
    private static final long PERIOD_NS = 10_000_000;

    private ScanBench() {}

    public static void main(String[] args) throws IOException {
        String text = Files.readString(Path.of("config/full.toml")).replaceFirst("scan_hz = 10 ", "scan_hz = 100 ");
        StationFile.Result read = StationFile.parse("bench.toml", text.getBytes(StandardCharsets.UTF_8));
        Loaded loaded = read.loaded();
        if (loaded == null) {
            throw new IOException(read.faults().toString());
        }
        Path folder = Files.createTempDirectory("scan-bench");
        BenchField field = new BenchField(loaded.plan());
        long[] begun = new long[SECONDS * 100];
        AtomicInteger scans = new AtomicInteger(-500);
        field.onRead(() -> {
            int n = scans.getAndIncrement();
            if (n >= 0 && n < begun.length) {
                begun[n] = System.nanoTime();
            }
        });
        long[] bare = new long[begun.length];
        Thread peer = new Thread(() -> park(bare), "bare");
        peer.start();
        AgentOptions options =
                new AgentOptions(loaded, folder, field, -1, null, "bench", null, JournalSettings.STANDARD);
        try (RunningAgent agent = RunningAgent.start(options)) {
            while (scans.get() < begun.length || agent.view().scans() == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
        System.out.printf(
                "%d channels and contacts at 100 Hz, %d s%n",
                loaded.plan().instruments().size(), SECONDS);
        print("pumpwatch", begun);
        print("bare thread", bare);
        System.exit(0);
    }

    private static void park(long[] begun) {
        long next = System.nanoTime();
        for (int i = 0; i < begun.length; i++) {
            next += PERIOD_NS;
            long left = next - System.nanoTime();
            while (left > 0) {
                LockSupport.parkNanos(left);
                left = next - System.nanoTime();
            }
            begun[i] = System.nanoTime();
        }
    }

    /** Distances from the nearest tick of a grid of 10 ms that is laid through the median phase. */
    private static void print(String what, long[] begun) {
        long[] phases = new long[begun.length];
        for (int i = 0; i < begun.length; i++) {
            phases[i] = Math.floorMod(begun[i] - begun[0] + PERIOD_NS / 2, PERIOD_NS);
        }
        long[] sorted = phases.clone();
        Arrays.sort(sorted);
        long middle = sorted[sorted.length / 2];
        long late = 0;
        double[] ms = new double[phases.length];
        for (int i = 0; i < phases.length; i++) {
            long off = Math.floorMod(phases[i] - middle + PERIOD_NS / 2, PERIOD_NS) - PERIOD_NS / 2;
            ms[i] = Math.abs(off) / 1e6;
            late += ms[i] > 1 ? 1 : 0;
        }
        double seconds = (begun[begun.length - 1] - begun[0]) / 1e9;
        System.out.printf("%-12s %.2f scans a second; ", what, (begun.length - 1) / seconds);
        Arrays.sort(ms);
        System.out.printf(
                "%.3f %% within 1 ms of their time; p50 %.3f ms, p99.9 %.3f ms, max %.3f ms%n",
                100.0 * (phases.length - late) / phases.length,
                ms[ms.length / 2],
                ms[(int) (ms.length * 0.999)],
                ms[ms.length - 1]);
    }
}
