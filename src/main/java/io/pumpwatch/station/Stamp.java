package io.pumpwatch.station;

/**
 * When an event was decided, as its journal entry says it; what {@code apply} may know of time.
 *
 * @param boot counts the starts of the agent; uptime is comparable only within one
 * @param utcMs wall time
 * @param uptimeMs uptime within that boot
 * @param trust how far wall time could be believed
 */
public record Stamp(long boot, long utcMs, long uptimeMs, ClockTrust trust) {
    /** The stamp of events decided now. */
    public static Stamp of(long boot, Now now) {
        return new Stamp(boot, now.utcMs(), now.uptimeMs(), now.trust());
    }

    /**
     * Milliseconds from this stamp to a later moment: by uptime within one boot, else by wall time; -1 where neither
     * can be believed (another boot, and one of the clocks unset or behind).
     */
    public long elapsedMs(long boot, Now now) {
        if (this.boot == boot) {
            return now.uptimeMs() - uptimeMs;
        }
        boolean trusted = trust != ClockTrust.UNSET && now.trust() != ClockTrust.UNSET;
        return trusted && now.utcMs() >= utcMs ? now.utcMs() - utcMs : -1;
    }

    /** Milliseconds from this stamp to a later one, judged in the same way. */
    public long elapsedMs(Stamp later) {
        return elapsedMs(later.boot, new Now(later.utcMs, later.uptimeMs, later.trust));
    }
}
