package io.pumpwatch.field.plant;

import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws a script of troubles by seed, for simulations: each comes, lasts a while and is mended. */
public final class Troubles {
    private static final double LASTS_S_MIN = 5;
    private static final double LASTS_S_MAX = 180;

    private final PlantSettings settings;
    private final Dice dice;
    private final List<Upset> upsets;

    private Troubles(PlantSettings settings, long seed) {
        this.settings = settings;
        dice = Dice.of(seed, "troubles");
        upsets = possible(settings);
    }

    /**
     * Troubles from one plant time to another; the same for the same arguments.
     *
     * @param meanGapS mean time from one beginning to the next; shorter than a trouble's own time means several at once
     */
    public static List<TimedAct> draw(PlantSettings settings, long seed, long fromMs, long toMs, double meanGapS) {
        Troubles troubles = new Troubles(settings, seed);
        List<TimedAct> acts = new ArrayList<>();
        double atS = fromMs / 1000.0 + troubles.dice.waiting(meanGapS);
        while (atS * 1000 < toMs) {
            double endS = atS + troubles.dice.between(LASTS_S_MIN, LASTS_S_MAX);
            troubles.one(acts, (long) (atS * 1000), (long) (endS * 1000));
            atS += troubles.dice.waiting(meanGapS);
        }
        acts.sort(Comparator.comparingLong(TimedAct::atMs));
        return List.copyOf(acts);
    }

    private static List<Upset> possible(PlantSettings settings) {
        List<Upset> upsets = new ArrayList<>(List.of(Upset.POWER_LOSS, Upset.CONTROL_POWER_LOSS));
        if (has(settings, PumpKind.EMULSION)) {
            upsets.addAll(List.of(
                    Upset.BURST_HOSE,
                    Upset.CAVITATION,
                    Upset.VALVE_FLUTTER,
                    Upset.UNLOADING_STUCK,
                    Upset.HEAVY_DEMAND,
                    Upset.TANK_LEAK,
                    Upset.NO_MAKEUP));
        }
        if (has(settings, PumpKind.SPRAY)) {
            upsets.addAll(List.of(Upset.BLOCKED_NOZZLE, Upset.LOST_NOZZLE));
        }
        if (has(settings, PumpKind.DRAINAGE)) {
            upsets.addAll(List.of(Upset.RAIN, Upset.FLOOD));
        }
        return upsets;
    }

    private static boolean has(PlantSettings settings, PumpKind kind) {
        return settings.pumps().stream().anyMatch(pump -> pump.kind() == kind);
    }

    private void one(List<TimedAct> acts, long fromMs, long toMs) {
        int kind = dice.below(10);
        if (kind < 4 && !settings.channels().isEmpty()) {
            Tag tag = pick(settings.channels()).tag();
            SignalFault fault = pick(List.of(SignalFault.values()));
            acts.add(new TimedAct(fromMs, new Act.Signal(tag, fault)));
            acts.add(new TimedAct(toMs, new Act.Signal(tag, null)));
        } else if (kind < 7) {
            Upset upset = pick(upsets);
            double drawn = Math.rint(upset.usual() * dice.between(0.5, 1.5) * 1000) / 1000;
            double amount = Math.max(upset.lowest(), Math.min(upset.highest(), drawn));
            acts.add(new TimedAct(fromMs, new Act.Begin(upset, amount)));
            acts.add(new TimedAct(toMs, new Act.End(upset)));
        } else if (kind < 8 || settings.pumps().isEmpty()) {
            acts.add(new TimedAct(fromMs, new Act.Door(true)));
            acts.add(new TimedAct(toMs, new Act.Door(false)));
        } else if (kind < 9) {
            Tag pump = pick(settings.pumps()).tag();
            acts.add(new TimedAct(fromMs, new Act.Pump(pump, pick(List.of(PumpFault.values())))));
            acts.add(new TimedAct(toMs, new Act.Pump(pump, null)));
        } else {
            Tag pump = pick(settings.pumps()).tag();
            acts.add(new TimedAct(fromMs, new Act.Button(pump, dice.next() < 0.7)));
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(dice.below(from.size()));
    }
}
