package io.pumpwatch.dispatch;

/**
 * How many entries may be out without a receipt. A broker drops silently what a slow receiver can't take (mosquitto
 * queues 1,000 messages for a client unless told otherwise), so this learns as TCP does: it widens quickly until
 * dispatch first misses something, is halved then, and widens slowly from there.
 */
final class SendWindow {
    static final int START = 1_000;
    static final int MIN = 256;
    static final int MAX = 65_536;
    private static final int STEP = 128;

    private int entries = START;
    private boolean careful;

    int entries() {
        return entries;
    }

    /** A receipt moved the cursor. */
    void grow() {
        entries = Math.min(MAX, entries + (careful ? STEP : entries / 2));
    }

    /** Dispatch missed something. */
    void shrink() {
        entries = Math.max(MIN, entries / 2);
        careful = true;
    }

    /** A new connection, perhaps another broker: what was learned may be wrong. */
    void again() {
        entries = Math.max(START, entries);
        careful = false;
    }
}
