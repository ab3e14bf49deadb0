package io.pumpwatch.bench;

import io.pumpwatch.history.History;
import io.pumpwatch.history.HistorySettings;
import io.pumpwatch.station.Now;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;

/**
 * What a simulated day of 16 channels costs the disk, beside SQLite with the same rows and the same loss window.
 * "Written" is what the kernel counts for this process (pages, so an append of one byte is 4,096); "on disk" is the
 * size of the files afterwards.
 */
public final class HistoryBytesBench {
    private static final int DAY_S = 86_400;

    private HistoryBytesBench() {}

    /** Arguments: seconds to simulate (86,400), scans a second (1). */
    public static void main(String[] args) throws IOException, SQLException {
        // The SQLite driver tells its log of every statement.
        System.setProperty("tinylog.level", "warn");
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : DAY_S;
        int rate = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        System.out.printf(
                "%d s of 16 channels at %d Hz, factor to a day %.2f%n", seconds, rate, (double) DAY_S / seconds);
        compare(seconds, rate, 60_000, true);
        compare(seconds, rate, 600_000, true);
        compare(seconds, rate, 60_000, false);
    }

    private static void compare(int seconds, int rate, long windowMs, boolean contacts)
            throws IOException, SQLException {
        Path folder = Files.createTempDirectory(Path.of("target"), "history-bench");
        long samples = (long) seconds * HistoryDay.CHANNELS;
        System.out.printf(
                "loss window %d s, %s%n", windowMs / 1_000, contacts ? "4 of 16 are contacts" : "16 analogue");
        long own = history(folder.resolve("own"), seconds, rate, windowMs, contacts, 0, samples);
        long ringed = history(folder.resolve("ringed"), seconds, rate, windowMs, contacts, 60, samples);
        long before = written();
        try (SqliteTrends peer = new SqliteTrends(folder.resolve("peer.db"), windowMs)) {
            HistoryDay day = new HistoryDay(1, contacts);
            for (long i = 0; i < (long) seconds * rate; i++) {
                Now now = HistoryDay.at(i * 1_000 / rate);
                peer.post(now, day.scan(now));
            }
        }
        long theirs = written() - before;
        print("SQLite", theirs, Files.size(folder.resolve("peer.db")), samples);
        System.out.printf(
                "  ratio of bytes written: %.3f, with the ring %.3f%n",
                (double) own / theirs, (double) ringed / theirs);
        delete(folder);
    }

    private static long history(
            Path folder, int seconds, int rate, long windowMs, boolean contacts, int ring, long samples)
            throws IOException {
        HistorySettings settings =
                HistorySettings.STANDARD.withLossWindowMs(windowMs).withRingMinutes(ring);
        HistoryDay day = new HistoryDay(1, contacts);
        long before = written();
        try (History history = History.lockStep(folder, settings, day.channels)) {
            for (long i = 0; i < (long) seconds * rate; i++) {
                Now now = HistoryDay.at(i * 1_000 / rate);
                history.post(now, 1, day.scan(now));
            }
        }
        long written = written() - before;
        print(ring == 0 ? "history" : "history and ring", written, size(folder), samples);
        return written;
    }

    private static void print(String what, long written, long kept, long samples) {
        System.out.printf(
                "  %-16s written %.1f MB, on disk %.2f MB, %.2f bytes a sample%n",
                what, written / 1e6, kept / 1e6, (double) kept / samples);
    }

    private static long written() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/io"))) {
            if (line.startsWith("write_bytes: ")) {
                return Long.parseLong(line.substring(13));
            }
        }
        throw new IOException("/proc/self/io doesn't say write_bytes");
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
