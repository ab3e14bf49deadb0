package io.pumpwatch.conditioning;

import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instrument or contact as the station file describes it.
 *
 * @param tag after ISA-5.1
 * @param what what it measures, in words
 * @param signal how its samples come
 * @param unit engineering unit, such as MPa; empty for a contact
 * @param span value at 4 and at 20 mA; range of a scaled channel
 * @param bands currents and times of a loop
 * @param freshMs without a successful read for this long it is bad
 * @param frozenMs no change at all for this long while one of {@code movesWith} is closed: frozen; 0 never
 * @param movesWith running contacts during which the process must move
 * @param jumpPerSecond steeper than this is a jump, units/s; 0 never
 * @param median whether a median of three samples goes first
 * @param filterSamples time constant of the first-order filter in samples; 1 means none
 * @param deviation the other instrument on the same quantity, if any
 */
public record InstrumentPlan(
        Tag tag,
        Text what,
        Signal signal,
        String unit,
        Span span,
        Bands bands,
        long freshMs,
        long frozenMs,
        List<Tag> movesWith,
        double jumpPerSecond,
        boolean median,
        int filterSamples,
        @Nullable Deviation deviation) {

    public InstrumentPlan {
        movesWith = List.copyOf(movesWith);
    }

    /** How samples come. */
    public enum Signal {
        /** mA of a 4–20 mA loop. */
        LOOP,
        /** Engineering units; the mA bands don't apply. */
        SCALED,
        /** 1 closed, 0 open. */
        CONTACT
    }

    /** Values at the ends of the range, {@code low < high}. */
    public record Span(double low, double high) {
        /** Engineering units of a loop current. */
        public double scale(double currentMa) {
            return low + (currentMa - Bands.ZERO_MA) / (Bands.FULL_MA - Bands.ZERO_MA) * (high - low);
        }

        /** Loop current of a value: the inverse of {@link #scale}. */
        public double currentMa(double value) {
            return Bands.ZERO_MA + (value - low) / (high - low) * (Bands.FULL_MA - Bands.ZERO_MA);
        }

        /** Whether the value lies in the span, ends included. */
        public boolean holds(double value) {
            return value >= low && value <= high;
        }
    }

    /** Two instruments on one quantity may differ by at most {@code max} units for at most {@code delayMs}. */
    public record Deviation(Tag other, double max, long delayMs) {}

    /** A contact with the usual freshness time. */
    public static InstrumentPlan contact(Tag tag, Text what, long freshMs) {
        return new InstrumentPlan(
                tag, what, Signal.CONTACT, "", new Span(0, 1), Bands.NAMUR, freshMs, 0, List.of(), 0, false, 1, null);
    }
}
