package io.pumpwatch.field.plant;

/**
 * The sump and where its water comes from and goes.
 *
 * @param areaM2 water surface
 * @param depthM overflow edge above the floor
 * @param floatM level at which the high-high float lifts; it falls back 0.1 m lower
 * @param suctionM pumps draw air below this
 * @param outletM height of the outlet above the floor
 * @param pipeMPerLps2 head lost in a pump's pipe per flow squared, m/(L/s)²
 * @param seepageM3s steady inflow
 * @param catchmentM2 area whose rain runs in
 * @param startM level when the plant begins
 */
public record SumpSettings(
        double areaM2,
        double depthM,
        double floatM,
        double suctionM,
        double outletM,
        double pipeMPerLps2,
        double seepageM3s,
        double catchmentM2,
        double startM) {
    /** 60 m² and 5.5 m deep, float at 4.8 m, half full. */
    public static SumpSettings usual() {
        return new SumpSettings(60, 5.5, 4.8, 0.3, 31, 0.002, 0.004, 5000, 2.0);
    }

    /** The same with that level at the beginning. */
    public SumpSettings startingAt(double levelM) {
        return new SumpSettings(
                areaM2, depthM, floatM, suctionM, outletM, pipeMPerLps2, seepageM3s, catchmentM2, levelM);
    }

    /** The same with another float height. */
    public SumpSettings floatAt(double levelM) {
        return new SumpSettings(
                areaM2, depthM, levelM, suctionM, outletM, pipeMPerLps2, seepageM3s, catchmentM2, startM);
    }
}
