package io.pumpwatch.field.pi4j;

import java.util.concurrent.locks.LockSupport;
import org.tinylog.Logger;

/**
 * Wakes the scan at an edge of one contact, and again when it has been quiet for its debounce time. A hint only: the
 * scan looks at every contact by itself, so a watch that dies costs time and nothing else.
 */
final class EdgeWatch implements AutoCloseable {
    /** How soon a watch sees that it is to end. */
    private static final long LOOK_MS = 200;

    private static final long REST_NS = 1_000_000_000;

    private final ContactInput contact;
    private final Runnable wake;
    private final Thread thread;
    private volatile boolean stopped;

    EdgeWatch(ContactInput contact, Runnable wake) {
        this.contact = contact;
        this.wake = wake;
        this.thread = new Thread(this::run, "edge-" + contact.contact().pin());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!stopped) {
            GpioPort.Line line = contact.line();
            try {
                if (line == null) {
                    LockSupport.parkNanos(this, REST_NS);
                } else if (line.awaitEdge(LOOK_MS)) {
                    wake.run();
                    settle(line);
                }
            } catch (BusFault broken) {
                // The scan finds out by itself, names it and asks for the line again.
                Logger.debug("edges of gpio/{}: {}", contact.contact().pin(), broken.words());
                LockSupport.parkNanos(this, REST_NS);
            }
        }
    }

    private void settle(GpioPort.Line line) throws BusFault {
        long debounceMs = contact.contact().debounceMs();
        if (debounceMs > 0) {
            while (!stopped && line.awaitEdge(debounceMs)) {
                wake.run();
            }
            wake.run();
        }
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(2 * LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
