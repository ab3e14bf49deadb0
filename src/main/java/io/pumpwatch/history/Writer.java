package io.pumpwatch.history;

import io.pumpwatch.station.Now;
import io.pumpwatch.station.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** The thread that writes, and the bounded queue before it. */
final class Writer {
    private static final long CLOSE_MS = 10_000;
    /** Woken for each scan the thread would cost the processor more than what it does then. */
    private static final long GATHER_NS = 1_000_000_000;

    private final Recorder recorder;
    private final BlockingQueue<Scan> queue;
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicReference<@Nullable Flush> flush = new AtomicReference<>();
    private final Thread thread = new Thread(this::run, "history");
    private volatile boolean stopped;

    private record Scan(Now now, long boot, List<Reading> readings, Dictionary channels) {}

    private record Flush(Now now, List<CompletableFuture<Void>> done) {}

    Writer(Recorder recorder, int scansMax) {
        this.recorder = recorder;
        this.queue = new ArrayBlockingQueue<>(scansMax);
        thread.setDaemon(true);
        thread.start();
    }

    void post(Now now, long boot, List<Reading> readings, Dictionary channels) {
        if (stopped || !queue.offer(new Scan(now, boot, readings, channels))) {
            dropped.incrementAndGet();
        }
        if (queue.remainingCapacity() < queue.size()) {
            LockSupport.unpark(thread);
        }
    }

    /** A full queue can't refuse a flush: it is asked for beside the queue, and done behind what stands in it. */
    void flushNow(Now now, CompletableFuture<Void> done) {
        flush.updateAndGet(before -> {
            List<CompletableFuture<Void>> all = new ArrayList<>(before == null ? List.of() : before.done());
            all.add(done);
            return new Flush(now, List.copyOf(all));
        });
        LockSupport.unpark(thread);
        if (stopped) {
            done.completeExceptionally(closed());
        }
    }

    long dropped() {
        return dropped.get();
    }

    private void run() {
        try {
            while (!stopped || !queue.isEmpty() || flush.get() != null) {
                Scan scan = queue.poll();
                if (scan != null) {
                    recorder.accept(scan.now(), scan.boot(), scan.readings(), scan.channels());
                    flush(scan.now().uptimeMs());
                } else if (flush.get() != null) {
                    flush(Long.MIN_VALUE);
                } else if (!stopped) {
                    LockSupport.parkNanos(this, GATHER_NS);
                }
            }
        } catch (RuntimeException | Error broken) {
            Logger.error(broken, "the history's writer broke; from here on there is a gap until the next start");
            throw broken;
        } finally {
            stopped = true;
            Flush left = flush.getAndSet(null);
            if (left != null) {
                left.done().forEach(done -> done.completeExceptionally(closed()));
            }
        }
    }

    /** Does the flush that is asked for, once all that was posted before it has been taken. */
    private void flush(long reachedMs) {
        Flush wanted = flush.get();
        if (wanted != null
                && (reachedMs >= wanted.now().uptimeMs() || queue.isEmpty())
                && flush.compareAndSet(wanted, null)) {
            recorder.flush(wanted.now());
            wanted.done().forEach(done -> answer(done, recorder.figures()));
        }
    }

    private static IOException closed() {
        return new IOException("the history is closed");
    }

    static void answer(CompletableFuture<Void> done, Recorder.Figures figures) {
        if (figures.fault().isEmpty()) {
            done.complete(null);
        } else {
            done.completeExceptionally(new IOException(figures.fault()));
        }
    }

    /** Waits until the queue is empty and the thread has ended; false if the disk holds it for too long. */
    boolean close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_MS);
            return !thread.isAlive();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
