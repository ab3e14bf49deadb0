package io.pumpwatch.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Makes blocks of scans. A block never goes over a step of the wall clock, a slot of ten minutes or a pause, so that its
 * head says for each row when it was. One thread.
 */
final class Recorder {
    private static final long STEP_MS = 500;
    private static final long PAUSE_S = 60;
    private static final long RING_FILE_MS = 300_000;

    private final Path folder;
    private final HistorySettings settings;
    private final List<Channel> channels;
    private final int table;
    private final long boot;
    private final Outbox outbox = new Outbox();
    private final List<Sum> second = new ArrayList<>();
    private final List<Sum> slot = new ArrayList<>();
    private final List<Rows> rows = new ArrayList<>();
    private final List<Rows> full = new ArrayList<>();
    private final Deque<Path> ring = new ArrayDeque<>();
    private final Deque<Long> ringMs = new ArrayDeque<>();
    private long[] times = new long[64];
    private long number;
    private long offsetMs;
    private long firstSecond;
    private long openSecond = Long.MIN_VALUE;
    private long flushedMs = Long.MIN_VALUE;
    private long fastUntilMs = Long.MIN_VALUE;
    private Path ringFile;
    private long ringFromMs;
    private volatile List<byte[]> recent = List.of();

    Recorder(Path folder, HistorySettings settings, List<Channel> channels, long boot, long lastNumber)
            throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.channels = List.copyOf(channels);
        this.table = Payload.tableId(channels);
        this.boot = boot;
        this.number = lastNumber;
        this.ringFile = Names.ring(folder, lastNumber + 1);
        for (Path old : Names.files(folder, Names.RING)) {
            ring.add(old);
            ringMs.add(recordedMs(old));
        }
        for (int i = 0; i < channels.size(); i++) {
            second.add(new Sum());
            slot.add(new Sum());
            rows.add(new Rows(true));
            full.add(new Rows(false));
        }
    }

    /** How much time a file of the ring holds. */
    private static long recordedMs(Path file) throws IOException {
        long[] span = {Long.MAX_VALUE, Long.MIN_VALUE};
        BlockFile.walk(file, block -> {
            if (block.type() == BlockFile.FULL) {
                long uptimeMs = Payload.head(block.payload()).uptimeMs();
                span[0] = Math.min(span[0], uptimeMs);
                span[1] = Math.max(span[1], uptimeMs);
            }
            return true;
        });
        return span[0] > span[1] ? 0 : span[1] - span[0];
    }

    Outbox outbox() {
        return outbox;
    }

    /** Summary blocks that no rollup holds yet. Any thread. */
    List<byte[]> recent() {
        return recent;
    }

    void accept(Frame frame) {
        long now = Math.floorDiv(frame.uptimeMs(), 1000L);
        long offset = frame.utcMs() - frame.uptimeMs();
        if (openSecond == Long.MIN_VALUE) {
            begin(now, offset, frame.uptimeMs());
        } else if (now != openSecond) {
            closeSecond();
            boolean step = Math.abs(offset - offsetMs) > STEP_MS || now < openSecond || now - openSecond > PAUSE_S;
            if (step || slotOf(now, offsetMs) != slotOf(firstSecond, offsetMs)) {
                cut();
                begin(now, offset, flushedMs);
            }
            for (long missed = openSecond + 1; missed < now; missed++) {
                rows.forEach(each -> each.add(Rows.NONE, 0, 0, 0));
            }
            openSecond = now;
        }
        for (int i = 0; i < channels.size(); i++) {
            byte code = frame.codes()[i];
            long counts = Rows.hasValue(code) ? channels.get(i).counts(frame.values()[i]) : 0;
            second.get(i).add(code, counts, counts, counts, 1);
            full.get(i).add(code, counts, counts, counts);
        }
        int n = full.get(0).size();
        if (n > times.length) {
            times = Arrays.copyOf(times, times.length * 2);
        }
        times[n - 1] = frame.uptimeMs();
        long window = frame.uptimeMs() < fastUntilMs ? settings.fastWindowMs() : settings.windowMs();
        if (frame.uptimeMs() - flushedMs >= window) {
            flush(frame.uptimeMs());
        }
    }

    private void begin(long nowSecond, long offset, long uptimeMs) {
        firstSecond = nowSecond;
        openSecond = nowSecond;
        offsetMs = offset;
        flushedMs = flushedMs == Long.MIN_VALUE ? uptimeMs : flushedMs;
        ringFromMs = ringFromMs == 0 ? uptimeMs : ringFromMs;
    }

    private static long slotOf(long uptimeSecond, long offset) {
        return Math.floorDiv(uptimeSecond * 1000 + offset, History.SLOT_S * 1000);
    }

    private void closeSecond() {
        for (int i = 0; i < channels.size(); i++) {
            Sum sum = second.get(i);
            rows.get(i).add(sum.code(), sum.min(), sum.max(), sum.last());
            slot.get(i).add(sum.code(), sum.min(), sum.max(), sum.last(), 1);
            sum.clear();
        }
    }

    /** What has happened asks for a short window from now on; and what is there is written. */
    void fast(long uptimeMs) {
        fastUntilMs = uptimeMs + settings.fastForMs();
        flush(uptimeMs);
    }

    /** Writes all whole seconds and all samples. */
    void flush(long uptimeMs) {
        summaryBlock();
        fullBlock(uptimeMs);
        flushedMs = uptimeMs;
        write();
    }

    private void write() {
        if (!outbox.write()) {
            return; // waits there, and is tried again with the next block
        }
        try {
            trimRing();
        } catch (IOException fault) {
            org.tinylog.Logger.warn("history: an old file of the ring stays: {}", fault.getMessage());
        }
    }

    private void summaryBlock() {
        int count = channels.isEmpty() ? 0 : rows.get(0).size();
        if (count == 0) {
            return;
        }
        long utcMs = firstSecond * 1000 + offsetMs;
        Payload.Head head = new Payload.Head(table, boot, firstSecond * 1000, utcMs, count);
        byte[] payload = Payload.columns(head, new byte[0], rows);
        outbox.add(
                Names.month(folder, Names.SECONDS, Names.monthOf(utcMs)),
                channels,
                ++number,
                BlockFile.SUMMARY,
                payload);
        List<byte[]> more = new ArrayList<>(recent);
        more.add(payload);
        recent = List.copyOf(more);
        firstSecond += count;
        rows.forEach(Rows::clear);
    }

    private void fullBlock(long uptimeMs) {
        int count = channels.isEmpty() ? 0 : full.get(0).size();
        if (count == 0) {
            return;
        }
        Payload.Head head = new Payload.Head(table, boot, times[0], times[0] + offsetMs, count);
        byte[] payload = Payload.columns(head, Payload.times(times, count), full);
        outbox.add(ringFile, channels, ++number, BlockFile.FULL, payload);
        full.forEach(Rows::clear);
        if (uptimeMs - ringFromMs >= RING_FILE_MS) {
            endRingFile(uptimeMs);
        }
    }

    private void endRingFile(long uptimeMs) {
        ring.addLast(ringFile);
        ringMs.addLast(Math.max(0, uptimeMs - ringFromMs));
        ringFile = Names.ring(folder, number + 1);
        ringFromMs = uptimeMs;
    }

    /** Deletes the oldest files that aren't needed for the ring's length of recorded time. */
    private void trimRing() throws IOException {
        long kept = ringMs.stream().mapToLong(Long::longValue).sum();
        while (!ring.isEmpty() && kept - ringMs.getFirst() >= settings.ringMs()) {
            kept -= ringMs.removeFirst();
            Path oldest = ring.removeFirst();
            outbox.forget(oldest);
            Files.deleteIfExists(oldest);
        }
    }

    /** Ends the block and its slot: what follows isn't continuous with it. */
    private void cut() {
        long slotNumber = slotOf(firstSecond, offsetMs);
        long monthMs = firstSecond * 1000 + offsetMs;
        if (rows.get(0).size() > 0) {
            summaryBlock();
        } else {
            // All rows of the slot are written already: it is the one before the next row's.
            slotNumber = slotOf(firstSecond - 1, offsetMs);
            monthMs -= 1000;
        }
        fullBlock(flushedMs);
        byte[] payload = Payload.rollup(table, slotNumber, number, slot);
        outbox.add(
                Names.month(folder, Names.ROLLUPS, Names.monthOf(monthMs)),
                channels,
                ++number,
                BlockFile.ROLLUP,
                payload);
        slot.forEach(Sum::clear);
        recent = List.of();
        write();
    }

    /** Writes everything, the open second too. */
    void close() throws IOException {
        if (openSecond != Long.MIN_VALUE && !channels.isEmpty()) {
            closeSecond();
            cut();
        }
        outbox.close();
    }
}
