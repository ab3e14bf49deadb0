package io.pumpwatch.field.plant;

/** Emulsion tank: what the supports use comes back but for a part; a float valve refills. */
final class TankProcess {
    private final TankSettings settings;
    private double percent;
    private boolean refilling;

    TankProcess(TankSettings settings) {
        this.settings = settings;
        percent = settings.startPercent();
    }

    void step(double seconds, Upsets upsets, double demandLps, double lostLps) {
        if (percent < settings.makeupFromPercent()) {
            refilling = true;
        } else if (percent > settings.makeupToPercent()) {
            refilling = false;
        }
        double inLps = refilling && !upsets.lasts(Upset.NO_MAKEUP) ? settings.makeupLps() : 0;
        double outLps = demandLps * settings.lossPart() + lostLps + upsets.amount(Upset.TANK_LEAK);
        set(percent + (inLps - outLps) * seconds / settings.volumeL() * 100);
    }

    void set(double newPercent) {
        percent = Math.max(0, Math.min(100, newPercent));
    }

    double percent() {
        return percent;
    }
}
