package io.pumpwatch.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** Blocks on their way to their files: one write and one sync for each file. They wait here while the disk refuses. */
final class Outbox {
    private static final int FRAMES_MAX = 2_000;
    private static final int FILES_OPEN_MAX = 4;

    @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes: never compared, hashed or printed
    private record Pending(Path file, int table, byte[] tableFrame, byte[] frame) {}

    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Map<Path, BlockFile> open = new HashMap<>();
    private final Map<Path, Set<Integer>> tables = new HashMap<>();
    private volatile @Nullable IOException trouble;
    private long dropped;
    private long written;

    /** Why the disk doesn't take blocks just now. */
    @Nullable
    IOException trouble() {
        return trouble;
    }

    long dropped() {
        return dropped;
    }

    long bytesWritten() {
        return written;
    }

    /** Puts a block in line; its channel table goes before it where this process hasn't written it to the file yet. */
    void add(Path file, List<Channel> channels, long number, byte type, byte[] payload) {
        byte[] table = BlockFile.frame(BlockFile.TABLE, number, Payload.table(channels));
        pending.addLast(new Pending(file, Payload.tableId(channels), table, BlockFile.frame(type, number, payload)));
        if (pending.size() > FRAMES_MAX) {
            pending.removeFirst();
            dropped++;
        }
    }

    /** Writes what waits; false if the disk refused, and the rest waits on. */
    boolean write() {
        while (!pending.isEmpty()) {
            Path file = pending.getFirst().file;
            List<Pending> batch = new ArrayList<>();
            pending.stream().filter(each -> each.file.equals(file)).forEach(batch::add);
            try {
                append(file, batch);
            } catch (IOException fault) {
                if (trouble == null) {
                    Logger.error("history: {} can't be written: {}", file, fault.getMessage());
                }
                trouble = fault;
                return false;
            }
            pending.removeAll(batch);
        }
        trouble = null;
        return true;
    }

    private void append(Path file, List<Pending> batch) throws IOException {
        if (!open.containsKey(file) && open.size() >= FILES_OPEN_MAX) {
            close();
        }
        BlockFile target = open.get(file);
        if (target == null) {
            Files.createDirectories(file.resolveSibling("."));
            target = new BlockFile(file);
            open.put(file, target);
        }
        Set<Integer> there = new HashSet<>(tables.getOrDefault(file, Set.of()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Pending each : batch) {
            if (there.add(each.table)) {
                bytes.writeBytes(each.tableFrame);
            }
            bytes.writeBytes(each.frame);
        }
        target.append(bytes.toByteArray());
        written += bytes.size();
        tables.put(file, there);
    }

    /** A file that was deleted is no longer known. */
    void forget(Path file) throws IOException {
        BlockFile known = open.remove(file);
        if (known != null) {
            known.close();
        }
        tables.remove(file);
    }

    void close() throws IOException {
        for (BlockFile each : open.values()) {
            each.close();
        }
        open.clear();
    }
}
