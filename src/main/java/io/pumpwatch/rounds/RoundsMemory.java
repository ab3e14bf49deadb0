package io.pumpwatch.rounds;

/**
 * What of rounds and sheets isn't kept over a restart.
 *
 * @param lookedMs wall time at which the timetable was last looked at: once a second is enough, and a scan is short
 */
public record RoundsMemory(long lookedMs) {
    static final long LOOK_MS = 1_000;

    /** Of a start. */
    public static final RoundsMemory EMPTY = new RoundsMemory(Long.MIN_VALUE / 2);

    boolean due(long nowMs) {
        return Math.abs(nowMs - lookedMs) >= LOOK_MS;
    }
}
