package io.pumpwatch.history;

import io.pumpwatch.station.Now;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Records readings: minimum, maximum, last and worst quality of each second, and an hour as it came. The scan only posts;
 * a thread of its own writes, at most {@link HistorySettings#windowMs} late.
 */
public final class History implements AutoCloseable {
    /** Seconds in a slot of the rollup. */
    static final long SLOT_S = 600;

    private final Path folder;
    private final List<Channel> channels;
    private final Map<Tag, Integer> places = new HashMap<>();
    private final BlockingQueue<Work> queue;
    private final AtomicLong dropped = new AtomicLong();
    private final Recorder recorder;
    private final Queries queries;
    private final @Nullable Thread thread;

    /** What the recorder's thread is to do: a scan, or something else. */
    private record Work(@Nullable Frame frame, @Nullable Runnable other) {}

    private History(Path folder, HistorySettings settings, List<Channel> channels, Recorder recorder, boolean direct) {
        this.folder = folder;
        this.channels = List.copyOf(channels);
        this.recorder = recorder;
        this.queue = new ArrayBlockingQueue<>(settings.queueFrames());
        this.queries = new Queries(folder, channels, recorder::recent);
        for (int i = 0; i < channels.size(); i++) {
            places.put(channels.get(i).tag(), i);
        }
        thread = direct ? null : new Thread(this::run, "history");
    }

    /**
     * Opens the history of a folder, which needn't be there; one process at a time.
     *
     * @param boot counts the starts of the agent
     * @throws IOException if the folder can't be read; the message names the file
     */
    public static History open(Path folder, HistorySettings settings, List<Channel> channels, long boot)
            throws IOException {
        History history = make(folder, settings, channels, boot, false);
        Thread thread = history.thread;
        if (thread != null) {
            thread.start();
        }
        return history;
    }

    /** The same without a thread: {@link #offer} writes before it returns. For simulation. */
    public static History direct(Path folder, HistorySettings settings, List<Channel> channels, long boot)
            throws IOException {
        return make(folder, settings, channels, boot, true);
    }

    private static History make(
            Path folder, HistorySettings settings, List<Channel> channels, long boot, boolean direct)
            throws IOException {
        Files.createDirectories(folder);
        long last = Mending.lastNumber(folder);
        last = Mending.rollUp(folder, last);
        return new History(folder, settings, channels, new Recorder(folder, settings, channels, boot, last), direct);
    }

    /** Posts one scan's readings; those of tags that aren't recorded are passed over. Never waits. */
    public void offer(Now now, Collection<Reading> readings) {
        double[] values = new double[channels.size()];
        byte[] codes = new byte[channels.size()];
        Arrays.fill(codes, Rows.NONE);
        for (Reading reading : readings) {
            Integer place = places.get(reading.tag());
            if (place != null) {
                values[place] = reading.value();
                codes[place] = Rows.code(reading.quality(), Double.isFinite(reading.value()));
            }
        }
        Frame frame = new Frame(now.utcMs(), now.uptimeMs(), values, codes);
        if (channels.isEmpty()) {
            return;
        }
        if (thread == null) {
            recorder.accept(frame);
        } else if (!queue.offer(new Work(frame, null))) {
            dropped.incrementAndGet();
        }
    }

    /** Something happened: what is there is written, and for the next 30 minutes the window is short. Never waits. */
    public void flushNow(long uptimeMs) {
        if (thread == null) {
            recorder.fast(uptimeMs);
        } else if (!queue.offer(new Work(null, () -> recorder.fast(uptimeMs)))) {
            dropped.incrementAndGet();
        }
    }

    /** Scans that found no room because the disk stalled, and blocks that were given up. */
    public long dropped() {
        return dropped.get() + recorder.outbox().dropped();
    }

    /** Why the disk refuses just now, if it does. */
    public Optional<IOException> trouble() {
        return Optional.ofNullable(recorder.outbox().trouble());
    }

    /** Bytes written since the start. */
    public long bytesWritten() {
        return recorder.outbox().bytesWritten();
    }

    /**
     * One channel over a time, in at most so many buckets of one width. Nothing extreme is lost; a bucket without a sample
     * isn't there. From ten minutes a bucket on, buckets begin at whole ten minutes of UTC. What isn't written yet is not in
     * it.
     *
     * @param points 1 to 100,000
     * @throws IOException if a file can't be read
     */
    public List<Bucket> query(Tag tag, long fromUtcMs, long toUtcMs, int points) throws IOException {
        return queries.query(tag, fromUtcMs, toUtcMs, points);
    }

    /** The samples of one channel as they came, as far as the ring still has them, in the order of recording. */
    public List<Point> fullRate(Tag tag, long fromUtcMs, long toUtcMs) throws IOException {
        return queries.fullRate(tag, fromUtcMs, toUtcMs);
    }

    /**
     * Copies a window as evidence: writes what is there first, then copies the blocks that overlap it. Not for the scan's
     * thread.
     *
     * @param to a new or empty folder
     * @return the files made
     */
    public List<Evidence> copyWindow(long fromUtcMs, long toUtcMs, long uptimeMs, Path to) throws IOException {
        CountDownLatch written = new CountDownLatch(1);
        Work flush = new Work(null, () -> {
            recorder.flush(uptimeMs);
            written.countDown();
        });
        try {
            if (thread == null) {
                recorder.flush(uptimeMs);
            } else if (!queue.offer(flush, 5, TimeUnit.SECONDS) || !written.await(5, TimeUnit.SECONDS)) {
                org.tinylog.Logger.warn("history: the disk is slow; the newest readings are missing in {}", to);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return Evidence.copy(folder, fromUtcMs, toUtcMs, to);
    }

    /** Deletes whole months before this wall time; the caller holds the clock to be right. */
    public void deleteBefore(long utcMs) throws IOException {
        for (String prefix : List.of(Names.SECONDS, Names.ROLLUPS)) {
            for (Path file : Names.files(folder, prefix)) {
                String name = file.getFileName().toString();
                if (name.compareTo(Names.month(folder, prefix, Names.monthOf(utcMs))
                                .getFileName()
                                .toString())
                        < 0) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run() {
        try {
            while (true) {
                Work work = queue.take();
                if (work.frame != null) {
                    recorder.accept(work.frame);
                } else if (work.other != null) {
                    work.other.run();
                } else {
                    return;
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes everything and ends the thread; waits at most 10 s for a disk that stalls. */
    @Override
    public void close() throws IOException {
        Thread running = thread;
        if (running != null) {
            try {
                boolean told = queue.offer(new Work(null, null), 5, TimeUnit.SECONDS);
                running.join(told ? 5_000 : 1);
                if (running.isAlive()) {
                    running.interrupt();
                    return;
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        recorder.close();
    }
}
