package io.pumpwatch.history;

import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers over the files. Any thread. */
final class Queries {
    private static final int POINTS_MAX = 100_000;
    private static final int INDEXES_MAX = 3;

    private final Path folder;
    private final List<Channel> channels;
    private final Supplier<List<byte[]>> recent;
    private final Map<Path, MonthIndex> indexes = new LinkedHashMap<>();

    Queries(Path folder, List<Channel> channels, Supplier<List<byte[]>> recent) {
        this.folder = folder;
        this.channels = List.copyOf(channels);
        this.recent = recent;
    }

    List<Bucket> query(Tag tag, long fromUtcMs, long toUtcMs, int points) throws IOException {
        if (points < 1 || points > POINTS_MAX || toUtcMs <= fromUtcMs) {
            throw new IllegalArgumentException("a time and 1 to " + POINTS_MAX + " points are needed");
        }
        long from = Math.floorDiv(fromUtcMs, 1000L);
        long to = -Math.floorDiv(-toUtcMs, 1000L);
        long width = (to - from + points - 1) / points;
        if (width < History.SLOT_S) {
            Buckets buckets = new Buckets(from, to, width);
            seconds(tag, buckets);
            return buckets.list();
        }
        // One more bucket may be needed for the alignment, so one less is asked for.
        long aligned = Math.floorDiv(from, History.SLOT_S) * History.SLOT_S;
        width = (to - aligned + points - 1) / points;
        width = (width + History.SLOT_S - 1) / History.SLOT_S * History.SLOT_S;
        Buckets buckets = new Buckets(aligned, to, width);
        rollups(tag, buckets);
        return buckets.list();
    }

    private List<Path> months(String prefix, long fromS, long toS) {
        List<Path> found = new ArrayList<>();
        // A block belongs to the month in which it begins, and may reach a little into the next.
        YearMonth last = Names.monthOf(toS * 1000);
        for (YearMonth month = Names.monthOf((fromS - History.SLOT_S) * 1000);
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            Path file = Names.month(folder, prefix, month);
            if (Files.exists(file)) {
                found.add(file);
            }
        }
        return found;
    }

    private static int place(List<Channel> channels, Tag tag) {
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).tag().equals(tag)) {
                return i;
            }
        }
        return -1;
    }

    private void rollups(Tag tag, Buckets buckets) throws IOException {
        List<byte[]> newest = recent.get();
        for (Path file : months(Names.ROLLUPS, buckets.from, buckets.to)) {
            Map<Integer, List<Channel>> tables = new HashMap<>();
            BlockFile.walk(file, block -> {
                if (block.type() == BlockFile.TABLE) {
                    List<Channel> table = Payload.table(block.payload());
                    tables.put(Payload.tableId(table), table);
                    return true;
                }
                List<Channel> table = tables.getOrDefault(Payload.rollupTable(block.payload()), List.of());
                int place = place(table, tag);
                if (place >= 0) {
                    Payload.Slot slot = Payload.slot(block.payload(), place);
                    buckets.add(
                            slot.slot() * History.SLOT_S,
                            slot.code(),
                            slot.min(),
                            slot.max(),
                            slot.last(),
                            slot.seconds(),
                            table.get(place).quantum());
                }
                return true;
            });
        }
        int place = place(channels, tag);
        for (byte[] payload : newest) {
            if (place >= 0) {
                rows(payload, channels, place, buckets);
            }
        }
    }

    private void seconds(Tag tag, Buckets buckets) throws IOException {
        for (Path file : months(Names.SECONDS, buckets.from, buckets.to)) {
            MonthIndex index = index(file);
            try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
                for (int i = 0; i < index.size(); i++) {
                    int place = index.overlaps(i, buckets.from, buckets.to) ? place(index.table(i), tag) : -1;
                    BlockFile.Block block = place < 0 ? null : BlockFile.read(in, index.at(i));
                    if (block != null) {
                        rows(block.payload(), index.table(i), place, buckets);
                    }
                }
            }
        }
    }

    private static void rows(byte[] payload, List<Channel> table, int place, Buckets buckets) throws IOException {
        Payload.Head head = Payload.head(payload);
        Rows rows = Payload.column(payload, head, true, table.size(), place);
        long second = Math.floorDiv(head.utcMs(), 1000L);
        double quantum = table.get(place).quantum();
        for (int i = 0; i < rows.size(); i++) {
            buckets.add(second + i, rows.code(i), rows.min(i), rows.max(i), rows.last(i), 1, quantum);
        }
    }

    private MonthIndex index(Path file) throws IOException {
        synchronized (indexes) {
            MonthIndex known = indexes.remove(file);
            MonthIndex index = known == null ? new MonthIndex(file) : known;
            index.extend();
            indexes.put(file, index);
            if (indexes.size() > INDEXES_MAX) {
                indexes.remove(indexes.keySet().iterator().next());
            }
            return index.copy();
        }
    }

    List<Point> fullRate(Tag tag, long fromUtcMs, long toUtcMs) throws IOException {
        List<Point> found = new ArrayList<>();
        for (Path file : Names.files(folder, Names.RING)) {
            Map<Integer, List<Channel>> tables = new HashMap<>();
            BlockFile.walk(file, block -> {
                if (block.type() == BlockFile.TABLE) {
                    List<Channel> table = Payload.table(block.payload());
                    tables.put(Payload.tableId(table), table);
                    return true;
                }
                Payload.Head head = Payload.head(block.payload());
                List<Channel> table = tables.getOrDefault(head.table(), List.of());
                int place = place(table, tag);
                if (place >= 0) {
                    points(block.payload(), head, table, place, fromUtcMs, toUtcMs, found);
                }
                return true;
            });
        }
        return found;
    }

    private static void points(
            byte[] payload,
            Payload.Head head,
            List<Channel> table,
            int place,
            long fromUtcMs,
            long toUtcMs,
            List<Point> found)
            throws IOException {
        long[] times = Payload.times(payload, head, table.size());
        Rows rows = Payload.column(payload, head, false, table.size(), place);
        for (int i = 0; i < rows.size(); i++) {
            long utcMs = times[i] - head.uptimeMs() + head.utcMs();
            if (rows.code(i) != Rows.NONE && utcMs >= fromUtcMs && utcMs < toUtcMs) {
                boolean value = Rows.hasValue(rows.code(i));
                found.add(new Point(
                        utcMs,
                        value ? rows.min(i) * table.get(place).quantum() : Double.NaN,
                        Rows.quality(rows.code(i))));
            }
        }
    }

    /** Buckets that fill up. */
    private static final class Buckets {
        private final long from;
        private final long to;
        private final long width;
        private final double[] min;
        private final double[] max;
        private final double[] last;
        private final long[] lastAt;
        private final byte[] worst;
        private final long[] seconds;

        Buckets(long from, long to, long width) {
            this.from = from;
            this.to = to;
            this.width = width;
            int count = (int) ((to - from + width - 1) / width);
            min = new double[count];
            max = new double[count];
            last = new double[count];
            lastAt = new long[count];
            worst = new byte[count];
            seconds = new long[count];
            java.util.Arrays.fill(min, Double.NaN);
            java.util.Arrays.fill(lastAt, Long.MIN_VALUE);
        }

        void add(long second, byte code, long low, long high, long latest, long count, double quantum) {
            if (second < from || second >= to || code == Rows.NONE) {
                return;
            }
            int i = (int) ((second - from) / width);
            seconds[i] += count;
            worst[i] = (byte) Math.max(worst[i], code & 3);
            if (Rows.hasValue(code)) {
                boolean none = Double.isNaN(min[i]);
                min[i] = none ? low * quantum : Math.min(min[i], low * quantum);
                max[i] = none ? high * quantum : Math.max(max[i], high * quantum);
                if (second >= lastAt[i]) {
                    last[i] = latest * quantum;
                    lastAt[i] = second;
                }
            }
        }

        List<Bucket> list() {
            List<Bucket> found = new ArrayList<>();
            for (int i = 0; i < min.length; i++) {
                if (seconds[i] > 0) {
                    boolean none = Double.isNaN(min[i]);
                    long begin = from + i * width;
                    found.add(new Bucket(
                            begin * 1000,
                            (begin + width) * 1000,
                            min[i],
                            none ? Double.NaN : max[i],
                            none ? Double.NaN : last[i],
                            Rows.quality(worst[i]),
                            seconds[i]));
                }
            }
            return found;
        }
    }
}
