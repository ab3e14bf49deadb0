package io.pumpwatch.field.pi4j;

/**
 * Corrects one channel by two points of a reference.
 *
 * @param gain the measured current times this
 * @param offsetMa plus this is the true one
 */
public record Calibration(double gain, double offsetMa) {
    /** As the data sheets say. */
    public static final Calibration NONE = new Calibration(1, 0);

    /** The line through two points: what was measured and what the reference said, mA. */
    public static Calibration of(double lowMeasured, double lowTrue, double highMeasured, double highTrue) {
        double gain = (highTrue - lowTrue) / (highMeasured - lowMeasured);
        return new Calibration(gain, lowTrue - gain * lowMeasured);
    }

    double correct(double measuredMa) {
        return measuredMa * gain + offsetMa;
    }
}
