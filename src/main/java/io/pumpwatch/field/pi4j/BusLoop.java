package io.pumpwatch.field.pi4j;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The one thread that speaks on a bus. It may stand still for as long as the kernel lets a transfer hang: who reads its
 * samples sees by {@link #stuckSinceNs} how old they are and never waits for it.
 */
final class BusLoop implements AutoCloseable {
    private static final long IDLE_NS = 50_000_000;
    private static final long END_MS = 1_500;

    private final List<ChipCycle> chips;
    private final long[] dueNs;
    private final LongSupplier uptimeNs;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile long busySinceNs = -1;

    BusLoop(int bus, List<ChipCycle> chips, LongSupplier uptimeNs) {
        this.chips = List.copyOf(chips);
        this.dueNs = new long[chips.size()];
        this.uptimeNs = uptimeNs;
        this.thread = new Thread(this::run, "i2c-" + bus);
        thread.setDaemon(true);
    }

    void start() {
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
                    dueNs[i] = chips.get(i).step(nowNs);
                    busySinceNs = -1;
                }
                nextNs = Math.min(nextNs, dueNs[i]);
            }
            long waitNs = Math.min(IDLE_NS, nextNs - uptimeNs.getAsLong());
            if (waitNs > 0) {
                LockSupport.parkNanos(this, waitNs);
            }
        }
        chips.forEach(ChipCycle::close);
    }

    /** Since when the transfer under way has been under way; -1 while none is. Any thread. */
    long stuckSinceNs() {
        return busySinceNs;
    }

    List<ChipCycle> chips() {
        return chips;
    }

    /** Stops; a transfer that hangs is left to the kernel. */
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
