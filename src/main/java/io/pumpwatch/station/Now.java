package io.pumpwatch.station;

import java.time.Instant;

/**
 * The two times of one scan. Durations use {@code uptimeMs}; stamps and the timetable use {@code utcMs}.
 *
 * @param utcMs wall time, milliseconds since 1970-01-01T00:00Z; may jump
 * @param uptimeMs milliseconds since an origin of this boot; never goes back, isn't comparable between boots
 * @param trust how far {@code utcMs} can be believed
 */
public record Now(long utcMs, long uptimeMs, ClockTrust trust) {
    /** A trusted time. */
    public static Now of(long utcMs, long uptimeMs) {
        return new Now(utcMs, uptimeMs, ClockTrust.NTP);
    }

    /** This time with both clocks moved on together. */
    public Now plusMs(long ms) {
        return new Now(utcMs + ms, uptimeMs + ms, trust);
    }

    /** Wall time as an instant. */
    public Instant utc() {
        return Instant.ofEpochMilli(utcMs);
    }
}
