package io.pumpwatch.history;

import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;

/**
 * One instrument or contact whose readings are kept.
 *
 * @param tag of the readings
 * @param quantum the step in which its values are kept, engineering units: the converter's own step, or span / 65,536;
 *     1 for a contact. A value read back differs from the posted one by at most half of it.
 */
public record Channel(Tag tag, double quantum) {
    /** Steps beyond this in either direction are kept as this. */
    static final long STEPS_MAX = 1L << 40;
    /** Stands for "no number". */
    static final long NO_NUMBER = Long.MIN_VALUE;

    /** @throws IllegalArgumentException unless the quantum is a finite number above 0 */
    public Channel {
        if (!(quantum > 0) || Double.isInfinite(quantum)) {
            throw new IllegalArgumentException(tag + ": quantum must be a finite number above 0, not " + quantum);
        }
    }

    /** An analogue channel in 65,536 steps over its span. */
    public static Channel analogue(Tag tag, double low, double high) {
        return new Channel(tag, (high - low) / 65_536);
    }

    /** A contact: 1 closed, 0 open. */
    public static Channel contact(Tag tag) {
        return new Channel(tag, 1);
    }

    /**
     * The number of a reading that is worth keeping, in steps: the newest sample before filters, because that is what a
     * trip judges; the value where a person entered it. A bad or held reading has none: what nobody measured isn't kept
     * as measured.
     */
    long steps(Reading reading) {
        if (reading.bad()) {
            return NO_NUMBER;
        }
        if (Double.isFinite(reading.raw())) {
            return steps(reading.raw());
        }
        return reading.used() && Double.isFinite(reading.value()) ? steps(reading.value()) : NO_NUMBER;
    }

    long steps(double value) {
        return Math.max(-STEPS_MAX, Math.min(STEPS_MAX, Math.round(value / quantum)));
    }

    double value(long steps) {
        return steps * quantum;
    }
}
