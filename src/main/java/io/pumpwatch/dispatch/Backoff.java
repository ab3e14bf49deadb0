package io.pumpwatch.dispatch;

import java.util.random.RandomGenerator;

/**
 * When to try again: full jitter, so that a hundred stations don't come back in the same second after a broker's
 * restart. Each wait is drawn evenly from 0 to a ceiling that doubles with each failure.
 */
public final class Backoff {
    /** Even the luckiest draw leaves the broker this long. */
    private static final long FLOOR_MS = 20;

    private final long baseMs;
    private final long capMs;
    private final RandomGenerator random;
    private int failures;

    /** Waits of at most {@code baseMs} after the first failure and never more than {@code capMs}. */
    public Backoff(long baseMs, long capMs, RandomGenerator random) {
        this.baseMs = baseMs;
        this.capMs = capMs;
        this.random = random;
    }

    /** Milliseconds until the next attempt, after one more failure. */
    public long failed() {
        long ceiling = ceilingMs(failures);
        failures = Math.min(failures + 1, 40);
        return FLOOR_MS + (long) (random.nextDouble() * Math.max(0, ceiling - FLOOR_MS));
    }

    /** The connection held: the next failure is the first again. */
    public void held() {
        failures = 0;
    }

    /** Longest wait after that many failures before. */
    long ceilingMs(int before) {
        return before >= 32 ? capMs : Math.min(capMs, baseMs << Math.min(before, 20));
    }
}
