package io.pumpwatch.history;

import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The writer's side: collects scans and decides when they are written. One thread drives it; {@link #snapshot} is for
 * all.
 */
final class Recorder implements AutoCloseable {
    private static final long TRIM_PAUSE_MS = 86_400_000;
    private static final int SECONDS_ROWS_MAX = 100_000;

    private final HistorySettings settings;
    private final SecondsStore seconds;
    private final RingStore ring;
    private final Object lock = new Object();
    private final Deque<Batch> waiting = new ArrayDeque<>();
    private Catalog catalog;
    private @Nullable Collector collector;
    private long run;
    private boolean begun;
    private long lastBoot;
    private long lastOffsetMs;
    private long urgentUntilMs = Long.MIN_VALUE;
    private long steppedAtMs = Long.MIN_VALUE;
    private long trimmedAtMs = Long.MIN_VALUE;
    private boolean failing;
    private volatile Figures figures = new Figures(0, 0, 0, Long.MIN_VALUE, "");

    /**
     * What was done so far.
     *
     * @param samplesLost samples and seconds that found no room while the disk refused
     * @param bytesWritten to files of seconds
     * @param ringBytesWritten to files of the ring
     * @param durableUptimeMs up to here all is on the disk
     * @param fault of the disk now; empty when it works
     */
    record Figures(long samplesLost, long bytesWritten, long ringBytesWritten, long durableUptimeMs, String fault) {}

    /**
     * What a reader sees: files, and what isn't in them yet.
     *
     * @param unkept the oldest first; its rows are copies
     */
    record Snapshot(Catalog catalog, List<Unkept> unkept) {}

    /** Rows of one channel that wait for the next flush. */
    record Unkept(
            Batch batch,
            double quantum,
            @Nullable Rows seconds,
            @Nullable Rows full,
            Rows scans) {}

    Recorder(HistorySettings settings, SecondsStore seconds, RingStore ring, long lastRun) {
        this.settings = settings;
        this.seconds = seconds;
        this.ring = ring;
        this.run = lastRun;
        this.catalog = new Catalog(seconds.views(), ring.views());
    }

    /** Takes a scan; writes what is due. */
    void accept(Now now, long boot, List<Reading> readings, Dictionary dictionary) {
        boolean due = false;
        synchronized (lock) {
            Collector open = collector;
            if (open != null && !open.goesOn(now, boot, dictionary)) {
                seal(open, now);
                open = null;
                due = true;
            } else if (open != null && open.opensSecond(now)) {
                open.closeSecond(now);
                if (now.uptimeMs() - open.batch().uptimeFirstMs >= windowMs(now) - 1_000
                        || open.batch().samples > settings.waitingSamplesMax() / 2) {
                    seal(open, now);
                    open = null;
                    due = true;
                }
            }
            if (open == null) {
                countRun(now, boot);
                open = new Collector(new Batch(dictionary, boot, run, now), settings.ringMinutes() > 0);
            }
            open.add(now, readings);
            collector = open;
        }
        if (due) {
            write(now);
        }
    }

    private void countRun(Now now, long boot) {
        long offsetMs = now.utcMs() - now.uptimeMs();
        boolean stepped = Math.abs(offsetMs - lastOffsetMs) > Collector.STEP_MS;
        if (!begun || boot != lastBoot || stepped) {
            run++;
            steppedAtMs = begun && stepped ? now.uptimeMs() : steppedAtMs;
        }
        begun = true;
        lastBoot = boot;
        lastOffsetMs = offsetMs;
    }

    /** Writes all that was taken, and makes the loss window short for a while. */
    void flush(Now now) {
        urgentUntilMs = Math.max(urgentUntilMs, now.uptimeMs() + settings.urgentForMs());
        flushQuietly(now);
    }

    /** Writes all that was taken. */
    void flushQuietly(Now now) {
        synchronized (lock) {
            if (collector != null) {
                seal(collector, now);
            }
        }
        write(now);
    }

    private long windowMs(Now now) {
        return now.uptimeMs() < urgentUntilMs ? settings.urgentWindowMs() : settings.lossWindowMs();
    }

    private void seal(Collector open, Now now) {
        open.closeSecond(now);
        waiting.add(open.batch());
        collector = null;
    }

    private void write(Now now) {
        try {
            Batch batch = first();
            while (batch != null) {
                write(batch);
                batch = first();
            }
            failing = false;
            trim(now);
        } catch (IOException fault) {
            if (!failing) {
                Logger.warn("the history can't be written, it waits in memory: {}", fault.toString());
            }
            failing = true;
            report(String.valueOf(fault.getMessage()), figures.durableUptimeMs(), dropTooMany());
        }
    }

    private @Nullable Batch first() {
        synchronized (lock) {
            return waiting.peek();
        }
    }

    private void write(Batch batch) throws IOException {
        if (!batch.secondsKept) {
            if (batch.hasSeconds()) {
                seconds.append(batch);
            }
            synchronized (lock) {
                batch.secondsKept = true;
                catalog = new Catalog(seconds.views(), catalog.ring());
            }
        }
        if (!batch.fullKept && batch.samples > 0) {
            ring.append(batch);
        }
        synchronized (lock) {
            batch.fullKept = true;
            catalog = new Catalog(catalog.seconds(), ring.views());
            waiting.remove(batch);
        }
        report("", batch.uptimeLastMs, 0);
    }

    /** Full-rate samples go first, the oldest before the newer; seconds only when there are far too many. */
    private long dropTooMany() {
        long dropped = 0;
        synchronized (lock) {
            long samples = 0;
            for (Batch batch : waiting) {
                samples += batch.samples;
            }
            for (Batch batch : waiting) {
                if (samples > settings.waitingSamplesMax() && !batch.fullKept) {
                    samples -= batch.samples;
                    dropped += batch.dropFull();
                }
            }
            long rows = 0;
            for (Batch batch : waiting) {
                rows += rows(batch);
            }
            while (rows > SECONDS_ROWS_MAX) {
                Batch oldest = waiting.remove();
                rows -= rows(oldest);
                dropped += rows(oldest) + oldest.samples;
            }
        }
        return dropped;
    }

    private static long rows(Batch batch) {
        long rows = 0;
        for (Rows channel : batch.seconds) {
            rows += channel.size();
        }
        return rows;
    }

    private void report(String fault, long durableUptimeMs, long lost) {
        figures = new Figures(
                figures.samplesLost() + lost, seconds.bytesWritten(), ring.bytesWritten(), durableUptimeMs, fault);
    }

    private void trim(Now now) {
        boolean clockHolds = now.trust() != ClockTrust.UNSET
                && (steppedAtMs == Long.MIN_VALUE || now.uptimeMs() - steppedAtMs > TRIM_PAUSE_MS);
        if (clockHolds && (trimmedAtMs == Long.MIN_VALUE || now.uptimeMs() - trimmedAtMs > TRIM_PAUSE_MS / 24)) {
            trimmedAtMs = now.uptimeMs();
            seconds.trim(now.utcMs(), settings.days());
            synchronized (lock) {
                catalog = new Catalog(seconds.views(), catalog.ring());
            }
        }
    }

    Figures figures() {
        return figures;
    }

    /** What there is of one channel now. */
    Snapshot snapshot(Tag tag) {
        synchronized (lock) {
            List<Unkept> unkept = new ArrayList<>();
            for (Batch batch : waiting) {
                add(unkept, batch, tag);
            }
            if (collector != null) {
                add(unkept, collector.batch(), tag);
            }
            return new Snapshot(catalog, unkept);
        }
    }

    Catalog catalog() {
        synchronized (lock) {
            return catalog;
        }
    }

    private static void add(List<Unkept> unkept, Batch batch, Tag tag) {
        int place = batch.dictionary.indexOf(tag);
        if (place >= 0) {
            unkept.add(new Unkept(
                    batch,
                    batch.dictionary.channels().get(place).quantum(),
                    batch.secondsKept ? null : batch.seconds[place].copy(),
                    batch.fullKept ? null : batch.full[place].copy(),
                    batch.scans.copy()));
        }
    }

    /** Writes the rest with the running chapter's rollup. */
    @Override
    public void close() {
        synchronized (lock) {
            if (collector != null) {
                Batch batch = collector.batch();
                seal(collector, new Now(batch.uptimeLastMs + batch.offsetMs, batch.uptimeLastMs, batch.trust));
            }
        }
        try {
            for (Batch batch = first(); batch != null; batch = first()) {
                write(batch);
            }
            seconds.finish();
        } catch (IOException fault) {
            Logger.warn("the end of the history couldn't be written: {}", fault.toString());
        } finally {
            seconds.close();
            ring.close();
        }
        synchronized (lock) {
            catalog = new Catalog(seconds.views(), ring.views());
        }
    }
}
