package io.pumpwatch.field.plant;

/**
 * The emulsion header.
 *
 * @param cutInMpa the unloading valve sends the pump to the header again below this
 * @param cutOutMpa and back to the tank above this
 * @param staggerMpa by how much each further pump's valve is set higher
 * @param accumulatorL gas volume of the accumulators at precharge
 * @param prechargeMpa below this only the hoses give
 * @param hosesLPerMpa how much the hoses take
 * @param leakLps steady demand at 32 MPa
 * @param moveLps greatest demand of a moving support on top
 * @param moveEveryS mean time from one move to the next
 * @param safetyMpa the safety valve opens
 * @param startMpa pressure when the plant begins
 */
public record HeaderSettings(
        double cutInMpa,
        double cutOutMpa,
        double staggerMpa,
        double accumulatorL,
        double prechargeMpa,
        double hosesLPerMpa,
        double leakLps,
        double moveLps,
        double moveEveryS,
        double safetyMpa,
        double startMpa) {
    /** A header that cycles between 31.0 and 33.0 MPa, every 10 to 30 s with one pump. */
    public static HeaderSettings usual() {
        return new HeaderSettings(31.0, 33.0, 0.15, 300, 27, 0.5, 0.8, 3.5, 8, 39, 0);
    }

    /** The same with that pressure at the beginning. */
    public HeaderSettings startingAt(double mpa) {
        return new HeaderSettings(
                cutInMpa,
                cutOutMpa,
                staggerMpa,
                accumulatorL,
                prechargeMpa,
                hosesLPerMpa,
                leakLps,
                moveLps,
                moveEveryS,
                safetyMpa,
                mpa);
    }
}
