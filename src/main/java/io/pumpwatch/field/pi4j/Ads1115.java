package io.pumpwatch.field.pi4j;

import java.util.List;

/** The ADS1115's registers, as its data sheet gives them: 16 bits, high byte first. */
final class Ads1115 {
    static final byte CONVERSION = 0;
    static final byte CONFIG = 1;
    /** Written 1: begin one conversion; reads 1: no conversion is under way. */
    static final int READY = 0x8000;

    /** Single-shot mode. */
    private static final int SINGLE = 0x0100;
    /** Comparator off. */
    private static final int NO_COMPARATOR = 0x0003;

    /** What the chip keeps of a config word: everything but the bit that is a command when written. */
    private static final int KEPT = 0x7fff;

    private static final int CODES = 32_768;
    private static final double MA_PER_A = 1_000;

    /** Full scales in V by the code of the amplifier. */
    static final List<Double> FULL_SCALES_V = List.of(6.144, 4.096, 2.048, 1.024, 0.512, 0.256);

    /** Samples a second by the code of the data rate. */
    static final List<Integer> RATES = List.of(8, 16, 32, 64, 128, 250, 475, 860);

    /** The oscillator is good to 10 %. */
    private static final double SLOWEST = 1.1;

    private Ads1115() {}

    /** The config word that begins one conversion of that input against ground. */
    static int start(int input, double fullScaleV, int rate) {
        int mux = 4 + input;
        int gain = FULL_SCALES_V.indexOf(fullScaleV);
        int speed = RATES.indexOf(rate);
        if (input < 0 || input > 3 || gain < 0 || speed < 0) {
            throw new IllegalArgumentException("input " + input + ", " + fullScaleV + " V, " + rate + " a second");
        }
        return READY | mux << 12 | gain << 9 | SINGLE | speed << 5 | NO_COMPARATOR;
    }

    /** Whether a config word that was read is the one that was written: after a reset it is the chip's default. */
    static boolean same(int asked, int read) {
        return (asked & KEPT) == (read & KEPT);
    }

    /** Longest time of one conversion, ns, with the wake-up of the chip. */
    static long conversionNs(int rate) {
        return (long) (1e9 * SLOWEST / rate) + 50_000;
    }

    /** Counts of the conversion register. */
    static int counts(int word) {
        return (short) word;
    }

    /** Current through the shunt. */
    static double milliamps(int counts, double fullScaleV, double shuntOhm) {
        return counts * fullScaleV / CODES / shuntOhm * MA_PER_A;
    }
}
