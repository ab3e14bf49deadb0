package io.pumpwatch.interlocks;

import static io.pumpwatch.interlocks.InterlockMemory.NOT;

import io.pumpwatch.interlocks.InterlockMemory.TankMemory;
import io.pumpwatch.interlocks.InterlockPlan.Tank;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.util.HashMap;
import java.util.Map;

/** A suction tank: low-low by good samples inhibits start, and trips the pumps that set after its time. */
final class Tanks {
    private Tanks() {}

    static Map<Tag, TankMemory> watch(Work work, InterlockMemory memory) {
        Map<Tag, TankMemory> next = new HashMap<>();
        for (Tank tank : work.plan.tanks()) {
            TankMemory known = memory.tanks().get(tank.level());
            TankMemory before = known == null ? fresh(work, tank) : known;
            Reading level = work.readings().of(tank.level());
            TankMemory after = after(work, tank, before, level);
            if (after.low()) {
                work.lowTanks.add(tank.level());
            }
            if (work.since(after.lowMs()) >= tank.tripMs()) {
                Trips.trip(work, tank.level(), level.value(), tank.lowLow(), tank.pumps());
            }
            work.check(
                    tank.level(),
                    Condition.TRIP,
                    work.state().trips().containsKey(tank.level().alarm(Condition.TRIP)));
            next.put(tank.level(), after);
        }
        return next;
    }

    /** A restart doesn't lift the inhibit of a level that is still within the deadband. */
    private static TankMemory fresh(Work work, Tank tank) {
        boolean low = tank.pumps().stream()
                .anyMatch(pump -> work.state().pump(pump).inhibits().contains(Permits.LOW_LOW + tank.level()));
        return new TankMemory(low, NOT);
    }

    private static TankMemory after(Work work, Tank tank, TankMemory before, Reading level) {
        if (!level.used()) {
            // A level that can't be believed neither trips nor lifts: the inhibit stays, its trip timer starts anew.
            return new TankMemory(before.low(), NOT);
        }
        boolean low = before.low() ? level.value() < tank.lowLow() + tank.deadband() : level.value() < tank.lowLow();
        boolean beyond = level.value() < tank.lowLow();
        return new TankMemory(low, beyond ? (before.lowMs() == NOT ? work.uptimeMs() : before.lowMs()) : NOT);
    }
}
