package io.pumpwatch.field.plant;

/**
 * Spray pump and nozzles together.
 *
 * @param shutOffMpa pressure with every nozzle blocked
 * @param openMpa pressure with all nozzles clear
 * @param flowM3h flow with all nozzles clear
 */
public record SpraySettings(double shutOffMpa, double openMpa, double flowM3h) {
    /** 5 MPa clear, 7.2 MPa blocked. */
    public static SpraySettings usual() {
        return new SpraySettings(7.2, 5.0, 18);
    }
}
