package io.pumpwatch.field.plant;

import java.util.List;

/** Sump with seepage, rain and flood coming in and drainage pumps on their curves going out. */
final class SumpProcess {
    private static final double FLOAT_FALLS_M = 0.1;

    private final SumpSettings settings;
    private final List<PumpUnit> pumps;
    private double levelM;
    private double inflowM3s;
    private double drainageLps;
    private double overflowM3;
    private boolean floatUp;

    SumpProcess(SumpSettings settings, List<PumpUnit> pumps) {
        this.settings = settings;
        this.pumps = pumps;
        set(settings.startM());
    }

    void step(double seconds, Upsets upsets) {
        double rainM3s = upsets.amount(Upset.RAIN) / 1000 / 3600 * settings.catchmentM2();
        inflowM3s = settings.seepageM3s() + rainM3s + upsets.amount(Upset.FLOOD);
        drainageLps = 0;
        for (PumpUnit pump : pumps) {
            drainageLps += flowLps(pump);
        }
        double next = levelM + (inflowM3s - drainageLps / 1000) * seconds / settings.areaM2();
        overflowM3 += Math.max(0, next - settings.depthM()) * settings.areaM2();
        set(next);
    }

    /** Where the pump's curve meets the pipe's: {@code H0·n² − b·Q² = lift + k·Q²}. */
    private double flowLps(PumpUnit pump) {
        PumpSettings curve = pump.settings();
        double headM = curve.shutOffHeadM() * pump.speed() * pump.speed() - (settings.outletM() - levelM);
        boolean moves = headM > 0 && levelM > settings.suctionM() && !pump.has(PumpFault.VALVE_CLOSED);
        double flow = moves ? Math.sqrt(headM / (curve.curveMPerLps2() + settings.pipeMPerLps2())) : 0;
        boolean air = levelM <= settings.suctionM();
        pump.loaded(air ? 0.1 : Math.min(1, 0.4 + 0.6 * flow / curve.flowLps()), air ? 2 : 0);
        return flow;
    }

    void set(double newLevelM) {
        levelM = Math.max(0, Math.min(settings.depthM(), newLevelM));
        if (levelM >= settings.floatM()) {
            floatUp = true;
        } else if (levelM < settings.floatM() - FLOAT_FALLS_M) {
            floatUp = false;
        }
    }

    double levelM() {
        return levelM;
    }

    double inflowM3s() {
        return inflowM3s;
    }

    double drainageM3h() {
        return drainageLps * 3.6;
    }

    double overflowM3() {
        return overflowM3;
    }

    boolean floatUp() {
        return floatUp;
    }
}
