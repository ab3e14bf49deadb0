package io.pumpwatch.interlocks;

import io.pumpwatch.station.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that protects. */
public record InterlockPlan(
        List<PumpPlan> pumps, List<Header> headers, List<Tank> tanks, List<Sump> sumps, Relays relays) {
    /** Protects nothing. */
    public static final InterlockPlan EMPTY =
            new InterlockPlan(List.of(), List.of(), List.of(), List.of(), new Relays(null, null));

    public InterlockPlan {
        pumps = List.copyOf(pumps);
        headers = List.copyOf(headers);
        tanks = List.copyOf(tanks);
        sumps = List.copyOf(sumps);
    }

    /** The pump of that tag, or null. */
    public @Nullable PumpPlan pump(Tag tag) {
        for (PumpPlan pump : pumps) {
            if (pump.tag().equals(tag)) {
                return pump;
            }
        }
        return null;
    }

    /** The pump in whose start circuit that relay is, as its permit or its trip; or null. */
    public @Nullable PumpPlan pumpOfRelay(Tag output) {
        return pumps.stream()
                .filter(pump -> output.equals(pump.permit()) || output.equals(pump.trip()))
                .findFirst()
                .orElse(null);
    }

    /**
     * A pressure header and the pumps that feed it.
     *
     * @param pressure its instrument, after the check valves
     * @param settleMs running and settled this long after a running contact
     * @param ruleId rule that bounds the pressure, such as P1
     * @param ruleLow and
     * @param ruleHigh its bounds, unit of the instrument; every good sample outside is part of an excursion
     * @param low not at this pressure when settled: failed to build pressure
     * @param alive at this pressure with every contact open for {@code disagreeMs} the contacts are doubted
     * @param swing how wide is too wide, if it is watched
     * @param trip pressure that trips, if any
     */
    public record Header(
            Tag pressure,
            List<Tag> pumps,
            long settleMs,
            String ruleId,
            double ruleLow,
            double ruleHigh,
            double low,
            double alive,
            long disagreeMs,
            @Nullable Swing swing,
            @Nullable Double trip) {
        public Header {
            pumps = List.copyOf(pumps);
        }
    }

    /** Largest minus smallest good sample within the window may be at most {@code range}. */
    public record Swing(double range, long windowMs, long trialMs) {}

    /**
     * A suction tank: low-low inhibits start at once and trips after a time.
     *
     * @param lowLow below, in the instrument's unit
     * @param deadband back above lowLow + deadband lifts the inhibit
     */
    public record Tank(Tag level, List<Tag> pumps, double lowLow, double deadband, long tripMs) {
        public Tank {
            pumps = List.copyOf(pumps);
        }
    }

    /**
     * A sump and the pumps that drain it. Levels in the instrument's unit, rates in units a minute.
     *
     * @param floatSwitch independent high-high contact, closed = healthy
     * @param floatLevel where the float lifts
     * @param floatBand float and transmitter may differ by this much
     * @param flow discharge flow, if measured
     * @param flowMin below it the flow doesn't answer
     * @param overflow level at which the water is in the street
     * @param riseMax steeper is an alarm; 0 never
     * @param overflowMs overflow sooner than this is an alarm; 0 never
     * @param rateWindowMs over which the rate of rise is taken
     * @param gaugeMs a lost level asks for a person's gauge reading this often
     * @param lowLowStop below it, by a good reading and with the float down, pumps with a trip output are stopped
     */
    public record Sump(
            Tag level,
            String unit,
            @Nullable Tag floatSwitch,
            double floatLevel,
            double floatBand,
            @Nullable Tag flow,
            double flowMin,
            List<Tag> pumps,
            double overflow,
            double riseMax,
            long overflowMs,
            long rateWindowMs,
            long gaugeMs,
            @Nullable Double lowLowStop) {
        public Sump {
            pumps = List.copyOf(pumps);
        }
    }

    /** Relays that belong to no pump. */
    public record Relays(@Nullable Tag horn, @Nullable Tag heartbeat) {}
}
