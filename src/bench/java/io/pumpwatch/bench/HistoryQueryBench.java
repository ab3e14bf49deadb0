package io.pumpwatch.bench;

import io.pumpwatch.history.History;
import io.pumpwatch.history.HistorySettings;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** A month of one channel out of 16 as 1,000 points, beside SQLite with the same rows, raw and with a rollup table. */
public final class HistoryQueryBench {
    private static final int RUNS = 15;
    private static final int POINTS = 1_000;

    private HistoryQueryBench() {}

    private interface Question {
        int ask() throws SQLException;
    }

    /** Arguments: days (30). */
    public static void main(String[] args) throws IOException, SQLException {
        // The SQLite driver tells its log of every statement.
        System.setProperty("tinylog.level", "warn");
        int days = args.length > 0 ? Integer.parseInt(args[0]) : 30;
        Path folder = Files.createTempDirectory(Path.of("target"), "history-bench");
        HistoryDay day = new HistoryDay(1, true);
        HistorySettings settings =
                HistorySettings.STANDARD.withRingMinutes(0);
        long toMs = HistoryDay.START_MS + days * 86_400_000L;
        Tag tag = day.channels.get(5).tag();
        try (SqliteTrends peer = new SqliteTrends(folder.resolve("peer.db"), 600_000)) {
            try (History history = History.lockStep(folder.resolve("own"), settings, day.channels)) {
                for (long i = 0; i < days * 86_400L; i++) {
                    Now now = HistoryDay.at(i * 1_000);
                    List<Reading> readings = day.scan(now);
                    history.post(now, 1, readings);
                    peer.post(now, readings);
                }
            }
            peer.rollUp();
            long before = System.nanoTime();
            try (History history = History.openReadOnly(folder.resolve("own"))) {
                System.out.printf("open %d days: %.1f ms%n", days, (System.nanoTime() - before) / 1e6);
                double own = measure(
                        "history",
                        () -> history.query(tag, HistoryDay.START_MS, toMs, POINTS).size());
                measure("history, a day", () -> history.query(tag, toMs - 86_400_000L, toMs, POINTS)
                        .size());
                measure("history, 3 days", () -> history.query(tag, toMs - 3 * 86_400_000L, toMs, POINTS)
                        .size());
                long fromS = HistoryDay.START_MS / 1_000;
                double raw = measure("SQLite, rows", () -> peer.query(5, fromS, toMs / 1_000, POINTS, false));
                double rolled = measure("SQLite, rollups", () -> peer.query(5, fromS, toMs / 1_000, POINTS, true));
                System.out.printf("ratio to rows %.4f, to rollups %.2f%n", own / raw, own / rolled);
            }
        }
        HistoryBytesBench.delete(folder);
    }

    private static double measure(String what, Question question) throws SQLException {
        double[] ms = new double[RUNS];
        int points = 0;
        double first = 0;
        for (int i = 0; i < RUNS; i++) {
            long before = System.nanoTime();
            points = question.ask();
            ms[i] = (System.nanoTime() - before) / 1e6;
            first = i == 0 ? ms[0] : first;
        }
        Arrays.sort(ms);
        System.out.printf(
                "%-16s p50 %.2f ms, first %.1f, max %.1f, %d points%n", what, ms[RUNS / 2], first, ms[RUNS - 1], points);
        return ms[RUNS / 2];
    }
}
