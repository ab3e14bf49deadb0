package io.pumpwatch.dispatch;

/**
 * How many entries may be out without a receipt. A broker drops silently what a slow receiver can't take, so a resend
 * that dispatch asks for halves it, and each receipt that brings news widens it.
 */
final class SendWindow {
    static final int START = 4_096;
    static final int MIN = 256;
    static final int MAX = 65_536;

    private int entries = START;

    int entries() {
        return entries;
    }

    /** A receipt moved the cursor. */
    void grow() {
        entries = Math.min(MAX, entries + Math.max(64, entries / 2));
    }

    /** Dispatch missed something. */
    void shrink() {
        entries = Math.max(MIN, entries / 2);
    }
}
