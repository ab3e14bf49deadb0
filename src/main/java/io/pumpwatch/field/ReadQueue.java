package io.pumpwatch.field;

import io.pumpwatch.station.ChannelSight;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;

/** Reads on their way from the threads of buses to the scan: bounded, numbered by tag, stamped in the scan's uptime. */
public final class ReadQueue {
    /** The word for what hangs. */
    public static final String HANGS = "hangs";

    private static final long MS = 1_000_000;
    /** More than a minute of all channels at 100 Hz; beyond, the oldest go. */
    private static final int READS_MAX = 16_384;

    private final ArrayBlockingQueue<Read> reads = new ArrayBlockingQueue<>(READS_MAX);
    private final Map<Tag, Read> newest = new ConcurrentHashMap<>();
    private final Map<Tag, Long> numbers = new HashMap<>();
    private boolean tied;
    private long fromMs;
    private long aheadMs;

    private record Read(Tag tag, long atNs, long counts, double value, String fault) {
        boolean good() {
            return fault.isEmpty();
        }
    }

    /**
     * A read, or that it failed. Any thread.
     *
     * @param atNs uptime of the field's own clock
     * @param counts as the chip or server gave them
     * @param value of the sample
     * @param fault why there is none; empty where there is
     */
    public void keep(Tag tag, long atNs, long counts, double value, String fault) {
        Read read = new Read(tag, atNs, counts, value, fault);
        newest.put(tag, read);
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
                    read.good()
                            ? Sample.of(read.tag(), number, atMs, read.value())
                            : Sample.failed(read.tag(), number, atMs));
        }
        return samples;
    }

    /** What hangs gives no reads at all: its channels fail with each scan. The scan's thread. */
    public List<Sample> hanging(Collection<Tag> tags, Now now) {
        return tags.stream()
                .map(tag -> Sample.failed(tag, next(tag), now.uptimeMs()))
                .toList();
    }

    /**
     * The newest read of each channel. Any thread.
     *
     * @param unit of what is read
     * @param hanging channels whose newest read is none of now
     */
    public List<ChannelSight> sights(String unit, Collection<Tag> hanging) {
        List<ChannelSight> all = new ArrayList<>();
        newest.forEach((tag, read) -> {
            String fault = hanging.contains(tag) ? HANGS : read.fault();
            boolean good = fault.isEmpty();
            Long counts = good ? Long.valueOf(read.counts()) : null;
            all.add(new ChannelSight(tag, "", counts, good ? read.value() : Double.NaN, unit, fault));
        });
        return all;
    }

    private long next(Tag tag) {
        return numbers.merge(tag, 1L, Long::sum);
    }
}
