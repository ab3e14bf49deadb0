package io.pumpwatch.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a start does: finds the last number, and rolls up what a stop left without a rollup. */
final class Mending {
    private Mending() {}

    /** The highest block number in any file; 0 in a new folder. */
    static long lastNumber(Path folder) throws IOException {
        long last = 0;
        for (String prefix : List.of(Names.SECONDS, Names.ROLLUPS, Names.RING)) {
            for (Path file : Names.files(folder, prefix)) {
                BlockFile.Block block = BlockFile.last(file);
                last = Math.max(last, block == null ? 0 : block.number());
            }
        }
        return last;
    }

    /** Adds rollups for summary blocks behind the last one; gives back the last number then. */
    static long rollUp(Path folder, long lastNumber) throws IOException {
        long through = 0;
        for (Path file : Names.files(folder, Names.ROLLUPS)) {
            BlockFile.Block block = BlockFile.last(file);
            if (block != null && block.type() == BlockFile.ROLLUP) {
                through = Math.max(through, Payload.rollupThrough(block.payload()));
            }
        }
        long number = lastNumber;
        Outbox outbox = new Outbox();
        for (Path file : Names.files(folder, Names.SECONDS)) {
            BlockFile.Block last = BlockFile.last(file);
            if (last != null && last.number() > through) {
                number = rollUp(folder, file, through, number, outbox);
            }
        }
        if (!outbox.write()) {
            throw new IOException("the history in " + folder + " can't be written", outbox.trouble());
        }
        outbox.close();
        return number;
    }

    private record Key(long slot, int table) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySlot = Long.compare(slot, other.slot);
            return bySlot != 0 ? bySlot : Integer.compare(table, other.table);
        }
    }

    private static long rollUp(Path folder, Path file, long through, long lastNumber, Outbox outbox)
            throws IOException {
        Map<Integer, List<Channel>> tables = new HashMap<>();
        Map<Key, List<Sum>> slots = new TreeMap<>();
        Map<Key, Long> last = new HashMap<>();
        BlockFile.walk(file, block -> {
            if (block.type() == BlockFile.TABLE) {
                List<Channel> channels = Payload.table(block.payload());
                tables.put(Payload.tableId(channels), channels);
            } else if (block.number() > through) {
                Payload.Head head = Payload.head(block.payload());
                List<Channel> channels = tables.get(head.table());
                if (channels != null) {
                    Key key = new Key(Math.floorDiv(head.utcMs(), History.SLOT_S * 1000), head.table());
                    add(slots.computeIfAbsent(key, k -> sums(channels.size())), block.payload(), head);
                    last.put(key, block.number());
                }
            }
            return true;
        });
        long number = lastNumber;
        for (Map.Entry<Key, List<Sum>> each : slots.entrySet()) {
            Key key = each.getKey();
            byte[] payload = Payload.rollup(key.table, key.slot, last.getOrDefault(key, 0L), each.getValue());
            long utcMs = key.slot * History.SLOT_S * 1000;
            outbox.add(
                    Names.month(folder, Names.ROLLUPS, Names.monthOf(utcMs)),
                    tables.getOrDefault(key.table, List.of()),
                    ++number,
                    BlockFile.ROLLUP,
                    payload);
        }
        return number;
    }

    private static List<Sum> sums(int count) {
        List<Sum> sums = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sums.add(new Sum());
        }
        return sums;
    }

    private static void add(List<Sum> sums, byte[] payload, Payload.Head head) throws IOException {
        for (int i = 0; i < sums.size(); i++) {
            Rows rows = Payload.column(payload, head, true, sums.size(), i);
            for (int row = 0; row < rows.size(); row++) {
                sums.get(i).add(rows.code(row), rows.min(row), rows.max(row), rows.last(row), 1);
            }
        }
    }
}
