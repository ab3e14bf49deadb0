package io.pumpwatch.bench;

import io.pumpwatch.station.Now;
import io.pumpwatch.station.Reading;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The peer: the same one-second rows in SQLite, as whole steps of the converter, in the order in which they come, WAL
 * and synchronous FULL, one transaction for each loss window.
 */
final class SqliteTrends implements AutoCloseable {
    private static final long MINUTE = 60;
    private static final double QUANTUM = 60.0 / 65_536;

    private final Connection connection;
    private final PreparedStatement insert;
    private final long windowMs;
    private final long[] min = new long[HistoryDay.CHANNELS];
    private final long[] max = new long[HistoryDay.CHANNELS];
    private final long[] last = new long[HistoryDay.CHANNELS];
    private long second = -1;
    private long committedMs;

    SqliteTrends(Path file, long windowMs) throws SQLException {
        this.windowMs = windowMs;
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement pragma = connection.createStatement()) {
            pragma.execute("pragma journal_mode = wal");
            pragma.execute("pragma synchronous = full");
            pragma.execute("create table trend (utc integer, channel integer, min integer, max integer,"
                    + " last integer, quality integer, primary key (utc, channel)) without rowid");
            pragma.execute("create table rollup (channel integer, minute integer, min integer, max integer,"
                    + " last integer, quality integer, primary key (channel, minute)) without rowid");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("insert into trend values (?, ?, ?, ?, ?, ?)");
    }

    void post(Now now, List<Reading> readings) throws SQLException {
        long at = now.utcMs() / 1_000;
        if (at != second) {
            if (second >= 0) {
                write();
            }
            second = at;
            for (int i = 0; i < readings.size(); i++) {
                min[i] = Long.MAX_VALUE;
                max[i] = Long.MIN_VALUE;
            }
            if (now.uptimeMs() - committedMs >= windowMs) {
                insert.executeBatch();
                connection.commit();
                committedMs = now.uptimeMs();
            }
        }
        for (int i = 0; i < readings.size(); i++) {
            long value = Math.round(readings.get(i).raw() / QUANTUM);
            min[i] = Math.min(min[i], value);
            max[i] = Math.max(max[i], value);
            last[i] = value;
        }
    }

    private void write() throws SQLException {
        for (int i = 0; i < HistoryDay.CHANNELS; i++) {
            insert.setLong(1, second);
            insert.setInt(2, i);
            insert.setLong(3, min[i]);
            insert.setLong(4, max[i]);
            insert.setLong(5, last[i]);
            insert.setInt(6, 0);
            insert.addBatch();
        }
    }

    /** Fills the rollup table; not part of what is measured. */
    void rollUp() throws SQLException {
        try (Statement fill = connection.createStatement()) {
            fill.execute("insert into rollup select channel, utc / " + MINUTE + ", min(min), max(max), max(last),"
                    + " max(quality) from trend group by 1, 2");
        }
        connection.commit();
    }

    /** Buckets of a channel over a range, from the rows or from the rollups. */
    int query(int channel, long fromS, long toS, int points, boolean rollups) throws SQLException {
        long width = Math.max(1, (toS - fromS) / points);
        String sql = rollups
                ? "select (minute * 60 - ?) / ? b, min(min), max(max), max(quality), count(*) from rollup"
                        + " where channel = ? and minute >= ? / 60 and minute < ? / 60 group by b"
                : "select (utc - ?) / ? b, min(min), max(max), max(quality), count(*) from trend"
                        + " where channel = ? and utc >= ? and utc < ? group by b";
        int found = 0;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, fromS);
            query.setLong(2, width);
            query.setInt(3, channel);
            query.setLong(4, fromS);
            query.setLong(5, toS);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found += rows.getLong(3) >= rows.getLong(2) ? 1 : 0;
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        insert.executeBatch();
        connection.commit();
        insert.close();
        connection.close();
    }
}
