package io.pumpwatch.conditioning;

/**
 * Bands of a 4–20 mA transmitter, after NAMUR NE 43 or as its maker says. Currents in mA, rising; times in ms.
 *
 * @param failLowMa at or below: failure (broken wire)
 * @param underMa from here up to 4 mA: under range, used; below it a good transmitter never sends
 * @param overMa from 20 mA up to here: over range, used; above it saturated
 * @param failHighMa at or above: failure (short circuit)
 * @param failureDelayMs how long a failure current must last to be declared
 * @param limitDelayMs how long a current that a good transmitter doesn't send may last before the reading is bad
 */
public record Bands(
        double failLowMa, double underMa, double overMa, double failHighMa, long failureDelayMs, long limitDelayMs) {
    /** Live zero and full span of every current loop, mA. */
    public static final double ZERO_MA = 4.0;

    public static final double FULL_MA = 20.0;

    /** The figures of NE 43. */
    public static final Bands NAMUR = new Bands(3.6, 3.8, 20.5, 21.0, 4_000, 10_000);

    /** In which band a current lies. */
    public Band of(double currentMa) {
        if (currentMa <= failLowMa) {
            return Band.FAIL_LOW;
        }
        if (currentMa < underMa) {
            return Band.BELOW_LIMIT;
        }
        if (currentMa < ZERO_MA) {
            return Band.UNDER_RANGE;
        }
        if (currentMa <= FULL_MA) {
            return Band.MEASURING;
        }
        if (currentMa <= overMa) {
            return Band.OVER_RANGE;
        }
        return currentMa < failHighMa ? Band.SATURATED : Band.FAIL_HIGH;
    }

    /** The bands from low to high. */
    public enum Band {
        FAIL_LOW,
        BELOW_LIMIT,
        UNDER_RANGE,
        MEASURING,
        OVER_RANGE,
        SATURATED,
        FAIL_HIGH;

        /** Whether a transmitter at work can send it: a trip may judge it. */
        public boolean inTransmitterRange() {
            return compareTo(UNDER_RANGE) >= 0 && compareTo(SATURATED) <= 0;
        }
    }
}
