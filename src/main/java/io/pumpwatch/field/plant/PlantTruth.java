package io.pumpwatch.field.plant;

import io.pumpwatch.station.Tag;
import java.util.Map;
import java.util.Set;

/**
 * How it really is in the plant at one moment, for tests, demos and simulations; never for the agent.
 *
 * @param timeMs plant time, since the plant began
 * @param headerMpa pressure in the header
 * @param gaugeMpa the same with pulsation, as at PT-101's connection
 * @param sprayMpa at the spray pumps' outlet
 * @param tankPercent emulsion tank
 * @param sumpM sump level
 * @param inflowM3s into the sump
 * @param drainageM3h out of the sump
 * @param overflowM3 that ran over the sump's edge since the plant began
 * @param raining whether it rains
 * @param doorOpen whether the pump house's door is open
 * @param agent what the relay board knows of the agent
 * @param energised coil of each relay
 * @param closed wired contact of each relay
 * @param pumps each pump
 * @param upsets that last
 */
public record PlantTruth(
        long timeMs,
        double headerMpa,
        double gaugeMpa,
        double sprayMpa,
        double tankPercent,
        double sumpM,
        double inflowM3s,
        double drainageM3h,
        double overflowM3,
        boolean raining,
        boolean doorOpen,
        AgentState agent,
        Map<Tag, Boolean> energised,
        Map<Tag, Boolean> closed,
        Map<Tag, PumpTruth> pumps,
        Set<Upset> upsets) {
    /**
     * One pump.
     *
     * @param contactorClosed as its auxiliary contact says
     * @param turning contactor closed and power there
     * @param available power, remote, motor protection
     * @param permitted start branch through at the permit
     * @param tripped a trip contact is open
     * @param startPresses of the button
     * @param startsBlocked presses while it stood and the permit was open
     * @param starts of the contactor
     */
    public record PumpTruth(
            boolean contactorClosed,
            boolean turning,
            boolean available,
            boolean permitted,
            boolean tripped,
            int startPresses,
            int startsBlocked,
            int starts) {}

    /** One pump. */
    public PumpTruth pump(Tag tag) {
        PumpTruth pump = pumps.get(tag);
        if (pump == null) {
            throw new IllegalArgumentException("no such pump: " + tag);
        }
        return pump;
    }

    /** Whether that relay's coil is energised; false for one that isn't on the board. */
    public boolean energised(Tag output) {
        return energised.getOrDefault(output, false);
    }

    /** Whether any pump turns. */
    public boolean anyTurning() {
        return pumps.values().stream().anyMatch(PumpTruth::turning);
    }
}
