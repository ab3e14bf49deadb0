package io.pumpwatch.field.plant;

/**
 * The emulsion tank.
 *
 * @param volumeL at 100 %
 * @param lossPart part of the demand that doesn't come back
 * @param makeupLps flow of the refill
 * @param makeupFromPercent refill begins below this
 * @param makeupToPercent and ends above this
 * @param startPercent level when the plant begins
 */
public record TankSettings(
        double volumeL,
        double lossPart,
        double makeupLps,
        double makeupFromPercent,
        double makeupToPercent,
        double startPercent) {
    /** 3 m³, refilled between 55 and 80 %. */
    public static TankSettings usual() {
        return new TankSettings(3000, 0.05, 2, 55, 80, 75);
    }

    /** The same with that level at the beginning. */
    public TankSettings startingAt(double percent) {
        return new TankSettings(volumeL, lossPart, makeupLps, makeupFromPercent, makeupToPercent, percent);
    }
}
