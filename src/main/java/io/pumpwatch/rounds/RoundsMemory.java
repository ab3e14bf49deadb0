package io.pumpwatch.rounds;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of rounds and sheets isn't kept over a restart.
 *
 * @param lookedMs wall time at which the timetable was last looked at: once a second is enough, and a scan is short
 * @param quiet until when the timetable of each sheet has nothing new
 */
public record RoundsMemory(long lookedMs, Map<String, Quiet> quiet) {
    static final long LOOK_MS = 1_000;

    /** Of a start. */
    public static final RoundsMemory EMPTY = new RoundsMemory(Long.MIN_VALUE / 2, Map.of());

    public RoundsMemory {
        quiet = Map.copyOf(quiet);
    }

    /**
     * Nothing begins in a stretch of wall time, as long as schedule and state are these.
     *
     * @param throughMs of the sheet's state
     * @param untilMs when the next slot begins
     */
    record Quiet(Schedule schedule, long throughMs, long fromMs, long untilMs) {
        boolean holds(Schedule now, long through, long nowMs) {
            return schedule.equals(now) && throughMs == through && nowMs >= fromMs && nowMs < untilMs;
        }
    }

    boolean due(long nowMs) {
        return Math.abs(nowMs - lookedMs) >= LOOK_MS;
    }

    boolean quiet(String sheet, Schedule schedule, long throughMs, long nowMs) {
        @Nullable Quiet known = quiet.get(sheet);
        return known != null && known.holds(schedule, throughMs, nowMs);
    }

    RoundsMemory looked(long nowMs, Map<String, Quiet> more) {
        if (more.isEmpty()) {
            return new RoundsMemory(nowMs, quiet);
        }
        Map<String, Quiet> next = new HashMap<>(quiet);
        next.putAll(more);
        return new RoundsMemory(nowMs, next);
    }
}
