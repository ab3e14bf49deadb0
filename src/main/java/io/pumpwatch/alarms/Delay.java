package io.pumpwatch.alarms;

import io.pumpwatch.station.Check;

/**
 * How long a point's condition has asked for a change. Time counts only between two scans that both saw the change
 * asked for: while the condition can't be judged the delay stands still, and only a good sample the other way resets
 * it.
 *
 * @param wanted PRESENT or ABSENT: what the running delay works towards; HELD when none runs
 * @param seen the last scan's answer
 * @param elapsedMs how long it has been asked for
 * @param atMs uptime of the last scan
 */
record Delay(Check wanted, Check seen, long elapsedMs, long atMs) {
    static final Delay IDLE = new Delay(Check.HELD, Check.HELD, 0, 0);
    /** No delay runs; since when nobody asks. */
    private static final Delay PRESENT = new Delay(Check.HELD, Check.PRESENT, 0, 0);

    private static final Delay ABSENT = new Delay(Check.HELD, Check.ABSENT, 0, 0);

    /**
     * After a scan.
     *
     * @param active whether the alarm's process side is abnormal now
     */
    Delay after(Check check, boolean active, long uptimeMs) {
        Check change = active ? Check.ABSENT : Check.PRESENT;
        if (check == Check.HELD) {
            return new Delay(wanted, Check.HELD, elapsedMs, uptimeMs);
        }
        if (check != change) {
            return check == Check.PRESENT ? PRESENT : ABSENT;
        }
        if (wanted != change) {
            return new Delay(change, check, 0, uptimeMs);
        }
        long more = seen == change ? uptimeMs - atMs : 0;
        return new Delay(change, check, elapsedMs + more, uptimeMs);
    }

    /** Whether the change asked for has lasted long enough. */
    boolean over(Check change, long delayMs) {
        return wanted == change && seen == change && elapsedMs >= delayMs;
    }
}
