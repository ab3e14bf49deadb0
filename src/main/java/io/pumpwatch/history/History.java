package io.pumpwatch.history;

import io.pumpwatch.station.Now;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Trends of a station in a folder of their own: minimum, maximum, last value and worst quality of each second, and
 * every sample of the last hour. {@link #post} and {@link #flushNow} belong to the scan's thread and never wait;
 * questions are for any thread. Format: docs/formats/history.md.
 */
public final class History implements AutoCloseable {
    static final String RING = "ring";
    private static final int POINTS_MAX = 100_000;

    private final DamageList damage = new DamageList();
    private final Dictionaries dictionaries = new Dictionaries();
    private final Recorder recorder;
    private final @Nullable FileChannel lock;
    private final @Nullable Writer writer;
    private volatile Dictionary channels;

    private History(
            Path folder,
            HistorySettings settings,
            List<Channel> channels,
            Disk disk,
            @Nullable FileChannel lock,
            boolean ownThread)
            throws IOException {
        this.lock = lock;
        this.channels = Dictionary.of(channels);
        dictionaries.take(this.channels);
        boolean mend = lock != null;
        Path ringFolder = folder.resolve(RING);
        Opening seconds = new Opening(folder, mend, damage).open(Opening.SECONDS);
        Opening ring = new Opening(ringFolder, mend, damage);
        if (Files.isDirectory(ringFolder)) {
            ring.open(Opening.RING);
        }
        Numbers numbers = new Numbers(Math.max(seconds.lastNumber(), ring.lastNumber()));
        this.recorder = new Recorder(
                settings,
                new SecondsStore(disk, folder, seconds, numbers),
                new RingStore(disk, ringFolder, ring, numbers, settings.ringMinutes()),
                Math.max(seconds.lastRun(), ring.lastRun()));
        this.writer = ownThread ? new Writer(recorder, settings.queueScans()) : null;
    }

    /**
     * Opens a history for its only writer, with a thread of its own that writes; makes the folder if there is none.
     *
     * @param channels those that are kept
     * @throws HistoryException if the folder can't be used at all
     */
    public static History start(Path folder, HistorySettings settings, List<Channel> channels) {
        return open(folder, settings, channels, Disk.REAL, true);
    }

    /**
     * The same without a thread: {@link #post} and {@link #flushNow} write before they return, as fast as time is told.
     */
    public static History lockStep(Path folder, HistorySettings settings, List<Channel> channels) {
        return open(folder, settings, channels, Disk.REAL, false);
    }

    static History open(Path folder, HistorySettings settings, List<Channel> channels, Disk disk, boolean ownThread) {
        try {
            Files.createDirectories(folder.resolve(RING));
            FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!take(lock)) {
                lock.close();
                throw HistoryException.locked(folder);
            }
            return new History(folder, settings, channels, disk, lock, ownThread);
        } catch (IOException fault) {
            throw HistoryException.io(folder, fault);
        }
    }

    private static boolean take(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /**
     * Opens a history, or a folder that {@link #copyWindow} made, for questions only, beside a running writer or
     * without one. Sees what is durable now. Changes nothing.
     *
     * @throws HistoryException if there is no such folder
     */
    public static History openReadOnly(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw HistoryException.missing(folder);
        }
        try {
            return new History(folder, HistorySettings.STANDARD, List.of(), Disk.REAL, null, false);
        } catch (IOException fault) {
            throw HistoryException.io(folder, fault);
        }
    }

    /** From the next scan on these channels are kept. The scan's thread, when a station file is loaded. */
    public void use(List<Channel> newChannels) {
        Dictionary dictionary = Dictionary.of(newChannels);
        dictionaries.take(dictionary);
        channels = dictionary;
    }

    /** Hands over the readings of one scan. Never waits: what finds no room is counted and becomes a gap. */
    public void post(Now now, long boot, List<Reading> readings) {
        checkWritable();
        if (writer == null) {
            recorder.accept(now, boot, readings, channels);
        } else {
            writer.post(now, boot, List.copyOf(readings), channels);
        }
    }

    /**
     * A trip, a critical alarm, a swing, a power-fail input or an accident: all that was posted is written and synced
     * at once, and the loss window is short for a while. Never waits.
     */
    public void flushNow(Now now) {
        checkWritable();
        if (writer == null) {
            recorder.flush(now);
        } else {
            writer.flushNow(now, new CompletableFuture<>());
        }
    }

    /** As {@link #flushNow}; completed when all is on the disk, or with the fault of the disk. */
    public CompletableFuture<Void> flushAndTell(Now now) {
        checkWritable();
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (writer == null) {
            recorder.flush(now);
            Writer.answer(done, recorder.figures());
        } else {
            writer.flushNow(now, done);
        }
        return done;
    }

    private void checkWritable() {
        if (lock == null) {
            throw new IllegalStateException("this history was opened for questions only");
        }
    }

    /**
     * What a channel did between two wall times, in at most {@code pointsMax} buckets for each run of the clock, in
     * order of time. No extreme is lost. The range is widened to whole seconds, or to five minutes where a bucket is
     * longer than that; the buckets say what they cover. Within the last hour, where the points allow less than a
     * second each, single samples answer. What was posted and isn't written yet is part of the answer, but for the
     * running second and the quarter of one before it.
     *
     * @param pointsMax 1 to 100,000
     * @throws IllegalArgumentException unless {@code fromUtcMs < toUtcMs} and the points are in range
     */
    public List<Bucket> query(Tag tag, long fromUtcMs, long toUtcMs, int pointsMax) {
        if (pointsMax < 1 || pointsMax > POINTS_MAX) {
            throw new IllegalArgumentException("points must be 1 to " + POINTS_MAX + ", not " + pointsMax);
        }
        checkRange(fromUtcMs, toUtcMs);
        return Query.run(recorder.snapshot(tag), tag, fromUtcMs, toUtcMs, pointsMax, dictionaries, damage);
    }

    private static void checkRange(long fromUtcMs, long toUtcMs) {
        if (fromUtcMs >= toUtcMs || fromUtcMs < -(1L << 52) || toUtcMs > 1L << 52) {
            throw new IllegalArgumentException("not a range of time: from " + fromUtcMs + " to " + toUtcMs);
        }
    }

    /**
     * Copies every block that claims a part of a window, seconds and single samples, into a new folder that opens with
     * {@link #openReadOnly}. Retention knows nothing of it. Flush before: what isn't written isn't copied.
     *
     * @param target a folder without files of a history
     * @return the files, none where nothing claims the window
     * @throws HistoryException if they can't be written, or would overwrite evidence
     */
    public List<Evidence> copyWindow(long fromUtcMs, long toUtcMs, Path target) {
        checkRange(fromUtcMs, toUtcMs);
        try {
            return new EvidenceCopy(fromUtcMs, toUtcMs, damage).copy(recorder.catalog(), target);
        } catch (IOException fault) {
            throw HistoryException.io(target, fault);
        }
    }

    /** How it fares. */
    public HistoryStatus status() {
        Recorder.Figures figures = recorder.figures();
        return new HistoryStatus(
                writer == null ? 0 : writer.dropped(),
                figures.samplesLost(),
                damage.count(),
                damage.files(),
                figures.bytesWritten(),
                figures.ringBytesWritten(),
                figures.durableUptimeMs(),
                figures.fault());
    }

    /** What the disk says now; empty when it works. Never waits: a scan asks. */
    public String fault() {
        return recorder.figures().fault();
    }

    /** Writes all that was posted and ends the writer. */
    @Override
    public void close() {
        if (writer != null && !writer.close()) {
            Logger.warn("the history's disk doesn't answer: what wasn't written yet is a gap");
            return;
        }
        if (lock != null) {
            recorder.close();
            try {
                lock.close();
            } catch (IOException fault) {
                throw HistoryException.io(Path.of("lock"), fault);
            }
        }
    }
}
