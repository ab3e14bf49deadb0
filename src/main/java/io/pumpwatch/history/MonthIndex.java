package io.pumpwatch.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which wall time each summary block of a month's file holds, in the order of recording. A clock step back gives two blocks
 * for one time; both stay.
 */
final class MonthIndex {
    private final Path file;
    private final Map<Integer, List<Channel>> tables;
    private long end;
    private int size;
    private long[] at;
    private long[] utcS;
    private int[] rows;
    private int[] table;

    MonthIndex(Path file) {
        this(file, new HashMap<>(), 0, 0, new long[64], new long[64], new int[64], new int[64]);
    }

    private MonthIndex(
            Path file,
            Map<Integer, List<Channel>> tables,
            long end,
            int size,
            long[] at,
            long[] utcS,
            int[] rows,
            int[] table) {
        this.file = file;
        this.tables = tables;
        this.end = end;
        this.size = size;
        this.at = at;
        this.utcS = utcS;
        this.rows = rows;
        this.table = table;
    }

    /** Takes in what was appended since. */
    void extend() throws IOException {
        BlockFile.walk(file, end, block -> {
            if (block.type() == BlockFile.TABLE) {
                List<Channel> channels = Payload.table(block.payload());
                tables.put(Payload.tableId(channels), channels);
            } else {
                add(block);
            }
            end = block.at() + BlockFile.HEAD + block.payload().length + 4;
            return true;
        });
    }

    private void add(BlockFile.Block block) throws IOException {
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
            utcS = Arrays.copyOf(utcS, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
            table = Arrays.copyOf(table, size * 2);
        }
        Payload.Head head = Payload.head(block.payload());
        at[size] = block.at();
        utcS[size] = Math.floorDiv(head.utcMs(), 1000L);
        rows[size] = head.rows();
        table[size++] = head.table();
    }

    /** As it is now; the arrays are shared, as what is in them never changes. */
    MonthIndex copy() {
        return new MonthIndex(file, Map.copyOf(tables), end, size, at, utcS, rows, table);
    }

    int size() {
        return size;
    }

    long at(int i) {
        return at[i];
    }

    boolean overlaps(int i, long fromS, long toS) {
        return utcS[i] < toS && utcS[i] + rows[i] > fromS;
    }

    List<Channel> table(int i) {
        return tables.getOrDefault(table[i], List.of());
    }
}
