package io.pumpwatch.field.plant;

import io.pumpwatch.station.Sample;
import io.pumpwatch.station.SampleFault;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** One channel from the process to the agent's input: scaling, noise, converter steps and its faults. */
final class Instrument {
    /** An ADS1115 at ±4.096 V over a 100 ohm shunt. */
    private static final double STEP_MA = 0.00125;

    private static final double NOISE_MA = 0.006;
    private static final double LOWEST_MA = 3.8;
    private static final double HIGHEST_MA = 20.5;
    private static final double SPAN_MA = 16;
    private static final double DRIFT_PER_S = 0.002;

    private final ChannelSettings settings;
    private final DoubleSupplier source;
    private final Dice dice;
    private @Nullable SignalFault fault;
    private long faultSinceMs;
    private double faultLevel;
    private double last = Double.NaN;
    private long number;

    /** @param source the truth in the plant's unit; 1 or 0 for a contact */
    Instrument(ChannelSettings settings, DoubleSupplier source, Dice dice) {
        this.settings = settings;
        this.source = source;
        this.dice = dice;
    }

    ChannelSettings settings() {
        return settings;
    }

    boolean contact() {
        return settings.form() == SignalForm.CONTACT;
    }

    /** Puts a fault in place of any before; null mends it. */
    void set(@Nullable SignalFault newFault, long timeMs) {
        fault = newFault;
        faultSinceMs = timeMs;
        faultLevel = dice.next();
    }

    /** Whether a contact, read now, would differ from its last read. */
    boolean changed() {
        return fault == null && last != (source.getAsDouble() >= 0.5 ? 1 : 0);
    }

    /** One read, or null where nothing answers. */
    @Nullable
    Sample read(long timeMs, long uptimeMs) {
        if (fault == SignalFault.SILENT) {
            return null;
        }
        number++;
        if (fault == SignalFault.BUS_ERROR) {
            return new Sample(settings.tag(), number, uptimeMs, 0, SampleFault.BUS_ERROR);
        }
        if (fault != SignalFault.FROZEN || Double.isNaN(last)) {
            double truth = source.getAsDouble();
            last = contact() ? contactValue(truth) : analogue(truth, timeMs);
        }
        return Sample.of(settings.tag(), number, uptimeMs, last);
    }

    private double contactValue(double truth) {
        double honest = truth >= 0.5 ? 1 : 0;
        if (fault == null) {
            return honest;
        }
        return switch (fault) {
            case BROKEN_WIRE -> 0;
            case SHORT, SATURATED -> 1;
            case NOISE -> dice.next() < 0.5 ? 0 : 1;
            case JUMP -> 1 - honest;
            default -> honest;
        };
    }

    /** Current or units; works in parts of the span, 0 to 1. */
    private double analogue(double truth, long timeMs) {
        double base = truth * settings.unitsPerBase();
        double part = (base - settings.low()) / (settings.high() - settings.low());
        boolean loop = settings.form() == SignalForm.MILLIAMP;
        if (fault == SignalFault.BROKEN_WIRE) {
            return loop ? quantised(Math.max(0, faultLevel * 3.3 + noiseMa())) : Double.NaN;
        }
        if (fault == SignalFault.SHORT) {
            return loop ? quantised(21.4 + faultLevel * 2.5 + noiseMa()) : Double.NaN;
        }
        if (fault == SignalFault.SATURATED) {
            return loop ? quantised(20.7 + noiseMa()) : settings.high();
        }
        part += offset(part, timeMs);
        if (loop) {
            double current = Math.max(LOWEST_MA, Math.min(HIGHEST_MA, 4 + SPAN_MA * part));
            return quantised(current + noiseMa());
        }
        double noisy = part + noiseMa() / SPAN_MA;
        return settings.low() + noisy * (settings.high() - settings.low());
    }

    private double offset(double part, long timeMs) {
        double away = part > 0.5 ? -1 : 1;
        if (fault == SignalFault.NOISE) {
            return 0.05 * dice.bell();
        }
        if (fault == SignalFault.JUMP) {
            return 0.3 * away;
        }
        if (fault == SignalFault.DRIFT) {
            return away * Math.min(0.5, DRIFT_PER_S * (timeMs - faultSinceMs) / 1000);
        }
        return 0;
    }

    private double noiseMa() {
        return NOISE_MA * dice.bell();
    }

    private static double quantised(double ma) {
        return Math.rint(ma / STEP_MA) * STEP_MA;
    }
}
