package io.pumpwatch.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;

/** Lets at most so many refusals through in any minute and counts the rest, so that nobody can fill the journal. */
public final class RefusalLimiter {
    private static final long MINUTE_MS = 60_000;

    private final int perMinute;
    private final Deque<Long> let = new ArrayDeque<>();
    private long counted;

    /** At most {@code perMinute} in any 60 s. */
    public RefusalLimiter(int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * Asks for one more.
     *
     * @return how many were held back since the last one that got through, where this one gets through; -1 where it is
     *     only counted
     */
    public long admit(long uptimeMs) {
        while (!let.isEmpty() && uptimeMs - let.peekFirst() >= MINUTE_MS) {
            let.removeFirst();
        }
        if (let.size() >= perMinute) {
            counted++;
            return -1;
        }
        let.addLast(uptimeMs);
        long before = counted;
        counted = 0;
        return before;
    }
}
