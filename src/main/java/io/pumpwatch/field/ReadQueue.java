package io.pumpwatch.field;

import io.pumpwatch.station.Now;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;

/** Reads on their way from the threads of buses to the scan: bounded, numbered by tag, stamped in the scan's uptime. */
public final class ReadQueue {
    private static final long MS = 1_000_000;
    /** More than a minute of all channels at 100 Hz; beyond, the oldest go. */
    private static final int READS_MAX = 16_384;

    private final ArrayBlockingQueue<Read> reads = new ArrayBlockingQueue<>(READS_MAX);
    private final Map<Tag, Long> numbers = new HashMap<>();
    private boolean tied;
    private long fromMs;
    private long aheadMs;

    private record Read(Tag tag, long atNs, double value, boolean failed) {}

    /** A read that worked, at that uptime of the field's own clock. Any thread. */
    public void keep(Tag tag, long atNs, double value) {
        offer(new Read(tag, atNs, value, false));
    }

    /** A read that failed. Any thread. */
    public void failed(Tag tag, long atNs) {
        offer(new Read(tag, atNs, 0, true));
    }

    private void offer(Read read) {
        while (!reads.offer(read)) {
            reads.poll();
        }
    }

    /**
     * All reads since the last call, oldest first. The scan's thread.
     *
     * @param uptimeNs of the field's own clock, now
     */
    public List<Sample> take(Now now, long uptimeNs) {
        if (!tied) {
            tied = true;
            fromMs = now.uptimeMs();
            aheadMs = fromMs - uptimeNs / MS;
        }
        List<Read> taken = new ArrayList<>();
        reads.drainTo(taken);
        List<Sample> samples = new ArrayList<>(taken.size());
        for (Read read : taken) {
            long atMs = Math.max(fromMs, Math.min(now.uptimeMs(), read.atNs() / MS + aheadMs));
            long number = next(read.tag());
            samples.add(
                    read.failed()
                            ? Sample.failed(read.tag(), number, atMs)
                            : Sample.of(read.tag(), number, atMs, read.value()));
        }
        return samples;
    }

    /** Number of that tag's next sample. The scan's thread. */
    public long next(Tag tag) {
        return numbers.merge(tag, 1L, Long::sum);
    }
}
