package io.pumpwatch.conditioning;

/**
 * Median of three, then a first-order filter, both counted in used samples and not in scans. NaN means "no sample yet".
 */
record Smoothing(double newest, double before, double smooth) {
    static final Smoothing EMPTY = new Smoothing(Double.NaN, Double.NaN, Double.NaN);

    /** After one more used sample. */
    Smoothing after(double value, boolean median, int filterSamples) {
        double middle = median ? median(value) : value;
        double next = Double.isNaN(smooth) ? middle : smooth + (middle - smooth) / filterSamples;
        return new Smoothing(value, newest, next);
    }

    private double median(double value) {
        if (Double.isNaN(newest) || Double.isNaN(before)) {
            return value;
        }
        return Math.max(Math.min(value, newest), Math.min(Math.max(value, newest), before));
    }
}
