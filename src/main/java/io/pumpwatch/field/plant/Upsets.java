package io.pumpwatch.field.plant;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The upsets that last now. */
final class Upsets {
    private final Map<Upset, Double> amounts = new EnumMap<>(Upset.class);

    void begin(Upset upset, double amount) {
        amounts.put(upset, amount);
    }

    void end(Upset upset) {
        amounts.remove(upset);
    }

    void endAll() {
        amounts.clear();
    }

    boolean lasts(Upset upset) {
        return amounts.containsKey(upset);
    }

    /** How much of it; 0 when it doesn't last. */
    double amount(Upset upset) {
        Double amount = amounts.get(upset);
        return amount == null ? 0 : amount;
    }

    Set<Upset> all() {
        return Set.copyOf(amounts.keySet());
    }
}
