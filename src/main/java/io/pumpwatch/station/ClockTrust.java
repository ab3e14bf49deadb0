package io.pumpwatch.station;

/** How far wall time can be believed: a Pi without a clock battery boots in the past until NTP answers. */
public enum ClockTrust {
    /** Nobody has set the clock since boot. */
    UNSET,
    /** Set from a battery-backed clock. */
    RTC,
    /** Synchronised by NTP. */
    NTP
}
