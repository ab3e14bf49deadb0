package io.pumpwatch.field;

import io.pumpwatch.station.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The one thread that speaks on a bus or connection. It may stand still for as long as a transfer hangs: who reads its
 * samples sees by {@link #hangs} whether they come at all and never waits for it.
 *
 * @param <C> what is stepped, one chip or connection each
 */
public final class PollLoop<C extends PollLoop.Cycle> implements AutoCloseable {
    private static final long MS = 1_000_000;
    private static final long IDLE_NS = 50_000_000;
    private static final long END_MS = 1_500;

    private final List<C> cycles;
    private final long[] dueNs;
    private final LongSupplier uptimeNs;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile long busySinceNs = -1;

    /** What is read step by step. */
    public interface Cycle {
        /** Does what is due and says when the next step is: uptime, ns. */
        long step(long nowNs);

        /** What it reads. */
        List<Tag> tags();

        /** Lets go; on the loop's thread. */
        void close();
    }

    /** A loop that isn't started; {@code name} is its thread's. */
    public PollLoop(String name, List<C> cycles, LongSupplier uptimeNs) {
        this.cycles = List.copyOf(cycles);
        this.dueNs = new long[cycles.size()];
        this.uptimeNs = uptimeNs;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Starts its thread. */
    public void start() {
        Arrays.fill(dueNs, uptimeNs.getAsLong());
        thread.start();
    }

    private void run() {
        while (!stopped) {
            long nextNs = Long.MAX_VALUE;
            for (int i = 0; i < dueNs.length && !stopped; i++) {
                long nowNs = uptimeNs.getAsLong();
                if (nowNs >= dueNs[i]) {
                    busySinceNs = nowNs;
                    dueNs[i] = cycles.get(i).step(nowNs);
                    busySinceNs = -1;
                }
                nextNs = Math.min(nextNs, dueNs[i]);
            }
            long waitNs = Math.min(IDLE_NS, nextNs - uptimeNs.getAsLong());
            if (waitNs > 0) {
                LockSupport.parkNanos(this, waitNs);
            }
        }
        cycles.forEach(Cycle::close);
    }

    /** Whether the transfer under way has been under way for longer than that. Any thread. */
    public boolean hangs(long longestMs) {
        long sinceNs = busySinceNs;
        return sinceNs >= 0 && uptimeNs.getAsLong() - sinceNs > longestMs * MS;
    }

    /** All that its cycles read. */
    public List<Tag> tags() {
        return cycles.stream().flatMap(cycle -> cycle.tags().stream()).toList();
    }

    /** What it steps. */
    public List<C> cycles() {
        return cycles;
    }

    /** Stops; a transfer that hangs is left alone. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(END_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
