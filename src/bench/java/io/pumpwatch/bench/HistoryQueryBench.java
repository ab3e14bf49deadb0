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
    private static final int RUNS = 100;
    private static final int RAW_RUNS = 3;
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
        HistorySettings settings = HistorySettings.STANDARD.withRingMinutes(0);
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
                long fromS = HistoryDay.START_MS / 1_000;
                long toS = toMs / 1_000;
                Question own = () ->
                        history.query(tag, HistoryDay.START_MS, toMs, POINTS).size();
                Question dayOnly = () ->
                        history.query(tag, toMs - 86_400_000L, toMs, POINTS).size();
                double raw = measure(RAW_RUNS, "SQLite, rows", () -> peer.query(5, fromS, toS, POINTS, false))[0];
                double[] medians = measure(
                        RUNS,
                        "history; a day of it; SQLite, rollups",
                        own,
                        dayOnly,
                        () -> peer.query(5, fromS, toS, POINTS, true));
                System.out.printf("ratio to rows %.4f, to rollups %.2f%n", medians[0] / raw, medians[0] / medians[2]);
            }
        }
        HistoryBytesBench.delete(folder);
    }

    /** Medians in ms; the questions take turns, so that a busy machine is busy for all of them. */
    private static double[] measure(int runs, String what, Question... questions) throws SQLException {
        double[][] ms = new double[questions.length][runs];
        int[] points = new int[questions.length];
        for (int i = 0; i < runs; i++) {
            for (int q = 0; q < questions.length; q++) {
                long before = System.nanoTime();
                points[q] = questions[q].ask();
                ms[q][i] = (System.nanoTime() - before) / 1e6;
            }
        }
        System.out.println(what + ":");
        double[] medians = new double[questions.length];
        for (int q = 0; q < questions.length; q++) {
            double first = ms[q][0];
            Arrays.sort(ms[q]);
            medians[q] = ms[q][runs / 2];
            System.out.printf(
                    "  p50 %.2f ms, min %.2f, max %.1f, first %.1f, %d points%n",
                    medians[q], ms[q][0], ms[q][runs - 1], first, points[q]);
        }
        return medians;
    }
}
