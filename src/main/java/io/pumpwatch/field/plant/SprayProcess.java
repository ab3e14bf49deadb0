package io.pumpwatch.field.plant;

import java.util.List;

/**
 * Spray line: a pump whose pressure falls with the square of its flow, on nozzles whose flow grows with the root of the
 * pressure. Both together give {@code p = p0 / (1 + c · open²)}.
 */
final class SprayProcess {
    private static final double LAG_S = 0.8;

    private final SpraySettings settings;
    private final List<PumpUnit> pumps;
    private final Dice dice;
    private double pressureMpa;
    private double open = 1;
    private double wander;

    SprayProcess(SpraySettings settings, List<PumpUnit> pumps, Dice dice) {
        this.settings = settings;
        this.pumps = pumps;
        this.dice = dice;
    }

    void step(double seconds, Upsets upsets) {
        double wantedOpen = (1 - upsets.amount(Upset.BLOCKED_NOZZLE)) * (1 + upsets.amount(Upset.LOST_NOZZLE));
        open += (wantedOpen - open) * Math.min(1, seconds / 2);
        double strongest = 0;
        for (PumpUnit pump : pumps) {
            boolean shut = pump.has(PumpFault.VALVE_CLOSED);
            strongest = Math.max(strongest, shut ? 0 : pump.speed());
            pump.loaded(shut ? 0.3 : Math.min(1, 0.3 + 0.6 * open), 0);
        }
        double fall = settings.shutOffMpa() / settings.openMpa() - 1;
        double steady = settings.shutOffMpa() * strongest * strongest / (1 + fall * open * open);
        wander += -wander * seconds / 5 + 0.02 * Math.sqrt(seconds) * dice.bell();
        pressureMpa += (steady * (1 + wander) - pressureMpa) * Math.min(1, seconds / LAG_S);
    }

    double pressureMpa() {
        return pressureMpa;
    }

    double flowM3h() {
        return settings.flowM3h() * open * Math.sqrt(Math.max(0, pressureMpa) / settings.openMpa());
    }
}
