package io.pumpwatch.dispatch;

/**
 * Without receipts the agent listens to its own entries to prove that they pass; to hear each of them would halve the
 * link. So it listens until one comes back, and again after a while.
 */
final class EventProbe {
    private static final long AGAIN_MS = 60_000;

    private boolean listening;
    private long dueMs = Long.MAX_VALUE;

    /** A new connection, on which the agent listens. */
    void up() {
        listening = true;
        dueMs = Long.MAX_VALUE;
    }

    /** An entry came back: whether to stop listening. */
    boolean heard(long uptimeMs) {
        boolean stop = listening;
        listening = false;
        dueMs = uptimeMs + AGAIN_MS;
        return stop;
    }

    /** Whether to listen again now. */
    boolean due(long uptimeMs) {
        if (listening || uptimeMs < dueMs) {
            return false;
        }
        up();
        return true;
    }

    /** Whether entries sent now will be heard. */
    boolean listening() {
        return listening;
    }
}
