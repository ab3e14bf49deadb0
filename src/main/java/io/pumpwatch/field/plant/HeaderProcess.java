package io.pumpwatch.field.plant;

import java.util.List;

/**
 * Emulsion header: pumps with unloading valves push in, supports and leaks draw out, accumulators give and take.
 * Pressure is that of gas at constant temperature above precharge, and of the hoses alone below.
 */
final class HeaderProcess {
    private static final double RATED_MPA = 32;
    private static final double VALVE_TRAVEL_S = 0.15;
    private static final double SAFETY_LPS_PER_MPA = 8;
    private static final double PULSATION_MPA = 0.08;
    private static final double DRY_TANK_PERCENT = 4;
    private static final double DRY_DIP_MPA = 8;

    private final HeaderSettings settings;
    private final List<PumpUnit> pumps;
    private final double[] valve;
    private final boolean[] loading;
    private final Dice dice;
    private double pressureMpa;
    private double gaugeMpa;
    private double demandLps;
    private double pumpedLps;
    private double lostLps;
    private double moveLps;
    private double nextMoveS;
    private double moveEndsS;
    private double phase;
    private double depth;
    private double swing = 1;
    private double severity;

    HeaderProcess(HeaderSettings settings, List<PumpUnit> pumps, Dice dice) {
        this.settings = settings;
        this.pumps = pumps;
        this.dice = dice;
        valve = new double[pumps.size()];
        loading = new boolean[pumps.size()];
        pressureMpa = settings.startMpa();
        gaugeMpa = pressureMpa;
        nextMoveS = dice.waiting(settings.moveEveryS());
    }

    void step(double timeS, double seconds, Upsets upsets, double tankPercent) {
        boolean dry = tankPercent < DRY_TANK_PERCENT;
        pumpedLps = pump(seconds, upsets, dry);
        demandLps = demand(timeS) + upsets.amount(Upset.HEAVY_DEMAND) * flowFactor();
        lostLps = burst(timeS, upsets);
        double safety = Math.max(0, pressureMpa - settings.safetyMpa()) * SAFETY_LPS_PER_MPA;
        double netLps = pumpedLps - demandLps - lostLps - safety;
        pressureMpa = Math.max(0, pressureMpa + netLps * seconds / givesLPerMpa());
        gaugeMpa = Math.max(0, pressureMpa + pulsation(seconds, upsets, dry));
    }

    /** Opens and shuts each pump's unloading valve and sums up what goes into the header. */
    private double pump(double seconds, Upsets upsets, boolean dry) {
        double sum = 0;
        boolean sick = dry || upsets.lasts(Upset.CAVITATION);
        for (int i = 0; i < pumps.size(); i++) {
            double higher = i * settings.staggerMpa();
            if (pressureMpa > settings.cutOutMpa() + higher) {
                loading[i] = false;
            } else if (pressureMpa < settings.cutInMpa() + higher) {
                loading[i] = true;
            }
            boolean load = loading[i] || upsets.lasts(Upset.UNLOADING_STUCK);
            valve[i] += ((load ? 1 : 0) - valve[i]) * Math.min(1, seconds / VALVE_TRAVEL_S);
            PumpUnit pump = pumps.get(i);
            boolean shut = pump.has(PumpFault.VALVE_CLOSED);
            double flow = pump.settings().flowLps() * pump.speed() * valve[i];
            sum += shut ? 0 : flow * (dry ? 0.2 : sick ? 0.6 : 1);
            pump.loaded(valve[i] * Math.min(1, pressureMpa / RATED_MPA), 4 * severity);
        }
        return sum;
    }

    private double flowFactor() {
        return Math.sqrt(Math.max(0, pressureMpa) / RATED_MPA);
    }

    /** Supports move only with enough pressure; the steady leak follows the pressure. */
    private double demand(double timeS) {
        if (timeS >= nextMoveS) {
            moveLps = dice.between(0.3, 1) * settings.moveLps();
            moveEndsS = timeS + dice.between(2, 6);
            nextMoveS = moveEndsS + dice.waiting(settings.moveEveryS());
        }
        boolean moving = timeS < moveEndsS && pressureMpa > RATED_MPA / 2;
        return (settings.leakLps() + (moving ? moveLps : 0)) * flowFactor();
    }

    /** A torn hose whips, so that its opening comes and goes. */
    private double burst(double timeS, Upsets upsets) {
        double pumpFlows = upsets.amount(Upset.BURST_HOSE);
        if (pumpFlows == 0) {
            return 0;
        }
        double onePump = pumps.isEmpty() ? 1 : pumps.get(0).settings().flowLps();
        double whip = 1 + 0.6 * Math.sin(2 * Math.PI * 0.6 * timeS) + 0.1 * dice.bell();
        return pumpFlows * onePump * flowFactor() * whip;
    }

    private double givesLPerMpa() {
        double precharge = settings.prechargeMpa();
        return pressureMpa <= precharge
                ? settings.hosesLPerMpa()
                : settings.hosesLPerMpa() + settings.accumulatorL() * precharge / (pressureMpa * pressureMpa);
    }

    /** What the gauge sees on top: the plungers' beat, and dips from vapour or a rattling valve. */
    private double pulsation(double seconds, Upsets upsets, boolean dry) {
        double turning = 0;
        for (PumpUnit pump : pumps) {
            turning = Math.max(turning, pump.speed());
        }
        double vapour = Math.max(upsets.amount(Upset.CAVITATION), dry ? DRY_DIP_MPA : 0);
        double rattle = upsets.amount(Upset.VALVE_FLUTTER);
        double wanted = turning * Math.max(vapour, rattle);
        depth += (wanted - depth) * Math.min(1, seconds / 1.5);
        severity = Math.min(1, depth / 6);
        double hertz = rattle > vapour ? 2.3 : 0.9;
        phase += hertz * seconds * (1 + 0.3 * dice.bell());
        if (phase >= 1) {
            phase -= 1;
            swing = dice.between(0.7, 1);
        }
        double dip = depth * swing * (0.5 - 0.5 * Math.cos(2 * Math.PI * phase));
        return PULSATION_MPA * turning * dice.bell() * 0.5 - dip;
    }

    double pressureMpa() {
        return pressureMpa;
    }

    double gaugeMpa() {
        return gaugeMpa;
    }

    double pumpedLps() {
        return pumpedLps;
    }

    double demandLps() {
        return demandLps;
    }

    double lostLps() {
        return lostLps;
    }
}
