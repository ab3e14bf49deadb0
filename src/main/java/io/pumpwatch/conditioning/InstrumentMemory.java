package io.pumpwatch.conditioning;

import io.pumpwatch.station.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * What conditioning remembers of one instrument between scans; starts afresh after a restart.
 *
 * @param number the last sample that was counted
 * @param successUptimeMs when the last read succeeded, or when waiting began
 * @param faultSinceMs since when every read has failed; -1 while reads succeed
 * @param deviatesSinceMs since when it has disagreed with its twin; -1 while they agree
 * @param flapsMs uptimes of the last changes from usable to not usable, at most {@link #FLAPS_MAX}
 */
record InstrumentMemory(
        long number,
        long successUptimeMs,
        long faultSinceMs,
        BandTimers bands,
        Motion motion,
        Smoothing smoothing,
        long deviatesSinceMs,
        List<Long> flapsMs,
        Reading reading) {
    /** So many flaps within {@link #FLAP_WINDOW_MS} raise the instrument's own alarm (standards page). */
    static final int FLAPS_MAX = 5;

    static final long FLAP_WINDOW_MS = 600_000;

    static InstrumentMemory fresh(InstrumentPlan plan, long uptimeMs) {
        return new InstrumentMemory(
                0,
                uptimeMs,
                -1,
                BandTimers.IDLE,
                Motion.NONE,
                Smoothing.EMPTY,
                -1,
                List.of(),
                Reading.initial(plan.tag()));
    }

    /** With a new reading; notes a flap when a usable value was lost. */
    InstrumentMemory with(Reading next, long uptimeMs) {
        return new InstrumentMemory(
                number,
                successUptimeMs,
                faultSinceMs,
                bands,
                motion,
                smoothing,
                deviatesSinceMs,
                flaps(next, uptimeMs),
                next);
    }

    /** Flaps with a new reading. */
    List<Long> flaps(Reading next, long uptimeMs) {
        if (!reading.used() || next.use() != Reading.Use.HELD) {
            return flapsMs;
        }
        List<Long> longer = new ArrayList<>(flapsMs);
        longer.add(uptimeMs);
        return List.copyOf(longer.subList(Math.max(0, longer.size() - FLAPS_MAX), longer.size()));
    }

    boolean flapping(long uptimeMs) {
        return flapsMs.size() >= FLAPS_MAX && uptimeMs - flapsMs.get(0) <= FLAP_WINDOW_MS;
    }

    InstrumentMemory deviating(long sinceMs) {
        if (sinceMs == deviatesSinceMs) {
            return this;
        }
        return new InstrumentMemory(
                number, successUptimeMs, faultSinceMs, bands, motion, smoothing, sinceMs, flapsMs, reading);
    }
}
