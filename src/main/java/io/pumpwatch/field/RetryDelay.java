package io.pumpwatch.field;

/**
 * How long to wait before the next try: 100 ms after the first failure, twice as long after each further one, at most
 * 5 s. There is one master on a bus and no crowd to spread, so nothing is random.
 *
 * @param failures in a row
 */
public record RetryDelay(int failures) {
    /** Nothing has failed. */
    public static final RetryDelay NONE = new RetryDelay(0);

    private static final long FIRST_MS = 100;
    private static final long LONGEST_MS = 5_000;
    private static final int DOUBLINGS_MAX = 6;

    /** One failure more. */
    public RetryDelay failed() {
        return new RetryDelay(Math.min(failures + 1, DOUBLINGS_MAX + 1));
    }

    /** From the failure to the next try, ms. */
    public long waitMs() {
        return failures == 0 ? 0 : Math.min(LONGEST_MS, FIRST_MS << Math.min(failures - 1, DOUBLINGS_MAX));
    }
}
