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
    /** No delay runs; since when, and what was seen last, nobody asks. */
    static final Delay IDLE = new Delay(Check.HELD, Check.HELD, 0, 0);

    /** Whether a change is asked for. */
    boolean runs() {
        return wanted != Check.HELD;
    }

    /**
     * After a scan.
     *
     * @param active whether the alarm's process side is abnormal now
     */
    Delay after(Check check, boolean active, long uptimeMs) {
        Check change = active ? Check.ABSENT : Check.PRESENT;
        if (check == Check.HELD) {
            return runs() ? new Delay(wanted, Check.HELD, elapsedMs, uptimeMs) : IDLE;
        }
        if (check != change) {
            return IDLE;
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
