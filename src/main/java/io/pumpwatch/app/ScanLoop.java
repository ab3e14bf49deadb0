package io.pumpwatch.app;

import io.pumpwatch.station.Now;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tinylog.Logger;

/**
 * The one thread that scans: on its tick, or early when a contact changes or a command comes, at least 1 ms apart.
 * Whatever goes wrong in a scan ends the process: a watchdog starts it again from the journal.
 */
public final class ScanLoop implements AutoCloseable {
    private static final long MIN_GAP_NS = 1_000_000;
    /** Far more than a first scan takes on the smallest Pi. */
    private static final int FIRST_SECONDS = 10;
    /** Exit code of a process that ended itself on a broken invariant. */
    static final int EXIT_BROKEN = 70;

    private final Agent agent;
    private final SystemClock clock;
    private final Thread thread = new Thread(this::run, "scan");
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile boolean woken;

    /** A loop that isn't started. */
    public ScanLoop(Agent agent, SystemClock clock) {
        this.agent = agent;
        this.clock = clock;
    }

    /** Starts scanning; returns this. */
    public ScanLoop start() {
        thread.start();
        return this;
    }

    /**
     * Waits until the first scan is over: while one is still to come, what else wants a processor only delays it.
     * Whoever waits goes on in any case after {@value FIRST_SECONDS} s.
     */
    public void awaitFirst() {
        try {
            if (!first.await(FIRST_SECONDS, TimeUnit.SECONDS)) {
                Logger.warn("no scan within {} s of its start", FIRST_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks for an early scan; any thread, never blocks. */
    public void wake() {
        woken = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        try {
            long nextNs = clock.uptimeNs();
            while (!stopped) {
                long startNs = clock.uptimeNs();
                woken = false;
                Now now = clock.now();
                agent.scan(now);
                first.countDown();
                long periodNs = agent.view().plan().scanMs() * 1_000_000;
                if (startNs >= nextNs) {
                    // Ticks that were missed are not made up: a scan looks at the newest samples anyway.
                    long behind = Math.max(0, startNs - nextNs) / periodNs;
                    nextNs += (behind + 1) * periodNs;
                }
                sleep(startNs, nextNs);
            }
        } catch (RuntimeException | Error broken) {
            Logger.error(broken, "the scan broke; the process ends and starts again from the journal");
            Runtime.getRuntime().halt(EXIT_BROKEN);
        }
    }

    private void sleep(long startNs, long nextNs) {
        while (!stopped) {
            long nowNs = clock.uptimeNs();
            long untilNs = woken ? startNs + MIN_GAP_NS : nextNs;
            if (nowNs >= untilNs) {
                return;
            }
            LockSupport.parkNanos(this, untilNs - nowNs);
        }
    }

    /** Stops after the running scan and waits for it. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
