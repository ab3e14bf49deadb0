package io.pumpwatch.bench;

import io.pumpwatch.journal.Draft;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.journal.Keeper;
import io.pumpwatch.journal.StateText;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * One durable entry of some 300 bytes: pumpwatch's journal, SQLite (WAL, synchronous FULL) and an MVStore with commit
 * and sync, three rounds taking turns in one process. Bytes are what the kernel counted as written by it.
 */
public final class EntryBench {
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int ENTRIES = Integer.getInteger("entries", 1_000);
    private static final String WORDS = "x".repeat(150);

    private EntryBench() {}

    /** One durable entry. */
    @FunctionalInterface
    private interface Entry {
        void keep(int number) throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("entry-bench");
        double[][] ms = new double[3][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ms[0][round] = journal(folder.resolve("journal-" + round));
            ms[1][round] = sqlite(folder.resolve("sqlite-" + round));
            ms[2][round] = mvStore(folder.resolve("mvstore-" + round));
        }
        Arrays.stream(ms).forEach(Arrays::sort);
        int mid = ROUNDS / 2;
        System.out.printf(
                "median of p50: pumpwatch %.3f ms, SQLite %.3f ms, MVStore %.3f ms; pumpwatch / SQLite %.2f (goal 1.5),"
                        + " pumpwatch / MVStore %.2f%n",
                ms[0][mid], ms[1][mid], ms[2][mid], ms[0][mid] / ms[1][mid], ms[0][mid] / ms[2][mid]);
    }

    private static double journal(Path folder) throws Exception {
        StateText state = new StateText(1, "{}");
        try (Keeper keeper = Keeper.lockStep(Journal.open(folder, JournalSettings.STANDARD))) {
            return measure("pumpwatch", number -> {
                Stamp now = new Stamp(1, 1_767_225_600_000L + number, number, ClockTrust.NTP);
                keeper.offer(now, List.of(new Draft("alarm.moved", 1, body(number), now)), () -> state);
            });
        }
    }

    private static String body(int number) {
        return "{\"point\":\"PT-101.HH\",\"number\":" + number + ",\"words\":\"" + WORDS + "\"}";
    }

    private static double sqlite(Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            try (Statement pragma = connection.createStatement()) {
                pragma.execute("pragma journal_mode = wal");
                pragma.execute("pragma synchronous = full");
                pragma.execute("create table entry (seq integer primary key, line text)");
            }
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into entry values (?, ?)")) {
                return measure("SQLite", number -> row(connection, insert, number));
            }
        }
    }

    private static void row(Connection connection, PreparedStatement insert, int number) throws SQLException {
        insert.setInt(1, number);
        // As long as a line of the journal with its head and hash.
        insert.setString(2, body(number) + "h".repeat(150));
        insert.executeUpdate();
        connection.commit();
    }

    private static double mvStore(Path file) throws Exception {
        org.h2.mvstore.MVStore store = new org.h2.mvstore.MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .keysPerPage(4)
                .cacheSize(2)
                .compressHigh()
                .open();
        try {
            org.h2.mvstore.MVMap<Long, String> map = store.openMap("entries");
            return measure("MVStore", number -> {
                map.put((long) number, body(number) + "h".repeat(150));
                store.commit();
                store.sync();
            });
        } finally {
            store.close();
        }
    }

    private static double measure(String what, Entry entry) throws Exception {
        for (int i = 0; i < 200; i++) {
            entry.keep(i);
        }
        double[] ms = new double[ENTRIES];
        long written = written();
        for (int i = 0; i < ENTRIES; i++) {
            long from = System.nanoTime();
            entry.keep(200 + i);
            ms[i] = (System.nanoTime() - from) / 1e6;
        }
        written = written() - written;
        Arrays.sort(ms);
        System.out.printf(
                "%-10s p50 %.3f ms, p99 %.3f ms, %,d bytes written an entry%n",
                what, ms[ENTRIES / 2], ms[ENTRIES * 99 / 100], written / ENTRIES);
        return ms[ENTRIES / 2];
    }

    private static long written() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io")).stream()
                .filter(line -> line.startsWith("write_bytes:"))
                .mapToLong(line -> Long.parseLong(line.substring(12).strip()))
                .findFirst()
                .orElseThrow();
    }
}
