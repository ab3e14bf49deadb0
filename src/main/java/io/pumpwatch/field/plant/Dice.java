package io.pumpwatch.field.plant;

/** Seeded chance (SplitMix64): the same numbers on every JDK, which the JDK's own gaussian doesn't promise. */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        state = seed;
    }

    /** A stream of its own for a name, so that one more channel leaves the others as they were. */
    static Dice of(long seed, String name) {
        return new Dice(mix(seed) ^ mix(name.hashCode() * GOLDEN));
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** At least 0, below 1. */
    double next() {
        state += GOLDEN;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + (high - low) * next();
    }

    /** At least 0, below the bound. */
    int below(int bound) {
        return (int) (next() * bound);
    }

    /** Mean 0, variance 1, never beyond 3.5: a sum of four, near enough to a bell for noise. */
    double bell() {
        return (next() + next() + next() + next() - 2) * 1.7320508075688772;
    }

    /** A waiting time with that mean. */
    double waiting(double mean) {
        return -mean * Math.log(1 - next());
    }
}
