package io.pumpwatch.interlocks;

import io.pumpwatch.station.Tag;
import java.util.Map;
import java.util.Set;

/**
 * Timers and windows of the interlocks; starts afresh after a restart.
 *
 * @param beat state of the heartbeat relay
 */
public record InterlockMemory(
        Map<Tag, PumpMemory> pumps,
        Map<Tag, HeaderMemory> headers,
        Map<Tag, TankMemory> tanks,
        Map<Tag, SumpMemory> sumps,
        boolean beat) {
    /** Of a start. */
    public static final InterlockMemory EMPTY = new InterlockMemory(Map.of(), Map.of(), Map.of(), Map.of(), false);

    /** Means "isn't" for an uptime. */
    static final long NOT = -1;

    /**
     * A pump's timers, uptimes in ms.
     *
     * @param seen whether its contact has been read since the agent started
     * @param closedMs since when the contact is closed
     * @param openMs since when it is open
     * @param trippedMs since when a trip asks it to stop
     * @param dry whether the low-low stop asked it to stop in the last scan
     */
    record PumpMemory(boolean seen, long closedMs, long openMs, long trippedMs, boolean dry) {
        static final PumpMemory FRESH = new PumpMemory(false, NOT, NOT, NOT, false);
    }

    /**
     * A header's timers.
     *
     * @param running pumps whose contact was closed in the last scan
     * @param window samples for the swing
     * @param beyond samples in a row beyond the trip
     * @param extreme furthest sample of the running excursion
     * @param outsideMs when that excursion began
     * @param settled whether it had settled in the last scan
     * @param failed settled and not yet at pressure
     * @param doubted contacts say no, pressure or current says yes
     * @param aliveMs since when that has been so
     * @param latched whether a swing was latched in the last scan
     */
    record HeaderMemory(
            Set<Tag> running,
            SwingWindow window,
            int beyond,
            double extreme,
            long outsideMs,
            boolean settled,
            boolean failed,
            boolean doubted,
            long aliveMs,
            boolean latched) {
        static final HeaderMemory FRESH =
                new HeaderMemory(Set.of(), SwingWindow.EMPTY, 0, Double.NaN, NOT, false, false, false, NOT, false);
    }

    /** A tank's timers: since when it is low-low by good samples. */
    record TankMemory(boolean low, long lowMs) {}

    /**
     * A sump's timers.
     *
     * @param rate window for the rate of rise
     * @param lastGood last good level; NaN before the first
     * @param askedMs since when a gauge reading is asked for
     */
    record SumpMemory(RateWindow rate, double lastGood, long lastGoodUtcMs, long askedMs) {
        static final SumpMemory FRESH = new SumpMemory(RateWindow.EMPTY, Double.NaN, 0, NOT);
    }
}
