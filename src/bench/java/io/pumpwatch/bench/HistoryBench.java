package io.pumpwatch.bench;

import io.pumpwatch.history.Bucket;
import io.pumpwatch.history.Channel;
import io.pumpwatch.history.History;
import io.pumpwatch.history.HistorySettings;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.QualityCause;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * 16 channels as a walk with noise: bytes a day, bytes a sample, a month of one channel.
 *
 * <p>{@code java -cp <classes and libraries> io.pumpwatch.bench.HistoryBench <new folder> [days] [hz]}
 */
public final class HistoryBench {
    private static final long BEGIN = 1_793_491_200_000L; // 2026-11-01
    private static final int CHANNELS = 16;

    private HistoryBench() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int days = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        int hz = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < CHANNELS; i++) {
            channels.add(new Channel(new Tag("PT-" + (101 + i)), 0.01));
        }
        long bytes;
        long written = written();
        long begun = System.nanoTime();
        try (History history = History.direct(folder, HistorySettings.STANDARD, channels, 1)) {
            walk(history, channels, days, hz);
            bytes = history.bytesWritten();
        }
        written = written() - written;
        print("recorded %d days of %d channels at %d Hz in %.1f s", days, CHANNELS, hz, seconds(begun));
        print("appended a day: %.2f MB, written by /proc/self/io: %.2f MB", bytes / 1e6 / days, written / 1e6 / days);
        double samples = CHANNELS * 86_400.0 * days;
        print(
                "on disk: %.2f bytes a one-second summary with its rollup; ring %.2f MB",
                (size(folder, "second-") + size(folder, "rollup-")) / samples, size(folder, "ring-") / 1e6);
        try (History history = History.direct(folder, HistorySettings.STANDARD, channels, 2)) {
            for (int i = 0; i < 5; i++) {
                query(history, days * 86_400_000L, "all of one channel");
            }
            for (int i = 0; i < 3; i++) {
                query(history, 3_600_000L, "an hour of one channel");
            }
        }
    }

    private static void walk(History history, List<Channel> channels, int days, int hz) {
        Random random = new Random(1);
        double[] level = new double[CHANNELS];
        long count = days * 86_400L * hz;
        for (long n = 0; n < count; n++) {
            List<Reading> readings = new ArrayList<>(CHANNELS);
            for (int i = 0; i < CHANNELS; i++) {
                level[i] += random.nextGaussian() * 0.01;
                double value = 20 + level[i] + random.nextGaussian() * 0.02;
                readings.add(new Reading(
                        channels.get(i).tag(),
                        value,
                        value,
                        Quality.GOOD,
                        QualityCause.NONE,
                        Reading.Use.USED,
                        n,
                        n * 1000 / hz));
            }
            history.offer(Now.of(BEGIN + n * 1000 / hz, n * 1000 / hz), readings);
        }
    }

    private static void query(History history, long lengthMs, String what) throws IOException {
        long begun = System.nanoTime();
        List<Bucket> found = history.query(new Tag("PT-105"), BEGIN, BEGIN + lengthMs, 1_000);
        print("%s, 1,000 points asked: %d buckets in %.1f ms", what, found.size(), seconds(begun) * 1e3);
    }

    private static long size(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static long written() throws IOException {
        Path io = Path.of("/proc/self/io");
        if (!Files.exists(io)) {
            return 0;
        }
        return Files.readAllLines(io).stream()
                .filter(line -> line.startsWith("write_bytes:"))
                .mapToLong(line -> Long.parseLong(line.substring(12).trim()))
                .sum();
    }

    private static double seconds(long sinceNs) {
        return (System.nanoTime() - sinceNs) / 1e9;
    }

    private static void print(String format, Object... args) {
        System.out.println("BENCH history " + String.format(java.util.Locale.ROOT, format, args));
    }
}
