package io.pumpwatch.scan;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmsPlan;
import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.interlocks.Condition;
import io.pumpwatch.interlocks.InterlockPlan;
import io.pumpwatch.rounds.RoundsPlan;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The station file, typed: the master alarm database.
 *
 * @param site and
 * @param station as they stand in the topics, 1 to 64 letters, digits, hyphens
 * @param scanMs between two scans, 10 to 1000
 * @param bounds rule bounds that setpoints are held against, by instrument
 * @param outputs every relay with its three states
 * @param unconfirmedMs an alarm that dispatch hasn't confirmed in this time is an alarm; 0 never
 * @param sha256 of the file, 64 hex digits
 */
public record StationPlan(
        String site,
        String station,
        Text name,
        ZoneId zone,
        Lang lang,
        long scanMs,
        List<InstrumentPlan> instruments,
        AlarmsPlan alarms,
        InterlockPlan interlocks,
        DutyPlan duty,
        RoundsPlan rounds,
        Map<Tag, RuleBound> bounds,
        List<OutputPlan> outputs,
        long unconfirmedMs,
        String sha256) {
    /** Figures on a pressure that aren't pressures a rule bounds: how wide a swing, what a settled pump must reach. */
    private static final Set<String> INNER = Set.of(Condition.SWING, Condition.NO_PRESSURE);

    private static final double MS_A_MINUTE = 60_000;

    public StationPlan {
        instruments = List.copyOf(instruments);
        outputs = List.copyOf(outputs);
        bounds = Map.copyOf(bounds);
    }

    /** Bounds of a rule: setpoints outside are allowed, shown and journaled. */
    public record RuleBound(String rule, double low, double high) {}

    /**
     * A relay and what it is while nobody, a dead agent or a starting agent drives it; true is energised.
     *
     * @param channel as the field understands it
     */
    public record OutputPlan(Tag tag, String channel, boolean noPower, boolean agentDead, boolean agentStarting) {}

    /** The same station with other alarm points and protection. */
    public StationPlan with(AlarmsPlan otherAlarms, InterlockPlan otherInterlocks) {
        return new StationPlan(
                site,
                station,
                name,
                zone,
                lang,
                scanMs,
                instruments,
                otherAlarms,
                otherInterlocks,
                duty,
                rounds,
                bounds,
                outputs,
                unconfirmedMs,
                sha256);
    }

    /** The instrument of that tag, or null. */
    public @Nullable InstrumentPlan instrument(Tag tag) {
        return instruments.stream()
                .filter(instrument -> instrument.tag().equals(tag))
                .findFirst()
                .orElse(null);
    }

    /**
     * Every setpoint of the file, those of the protection included: trips, widest swing, least pressure of a settled
     * pump, steepest rise in units a minute, shortest time to overflow in minutes.
     */
    public SortedMap<AlarmId, Double> setpoints() {
        SortedMap<AlarmId, Double> all = new TreeMap<>();
        for (AlarmPlan point : alarms.points().values()) {
            Double setpoint = point.setpointOrNull();
            if (setpoint != null) {
                all.put(point.id(), setpoint);
            }
        }
        for (InterlockPlan.Header header : interlocks.headers()) {
            if (header.trip() != null) {
                all.put(header.pressure().alarm(Condition.TRIP), header.trip());
            }
            if (header.swing() != null) {
                all.put(header.pressure().alarm(Condition.SWING), header.swing().range());
            }
            all.put(header.pressure().alarm(Condition.NO_PRESSURE), header.low());
        }
        for (InterlockPlan.Sump sump : interlocks.sumps()) {
            all.put(sump.level().alarm(Condition.RISE), sump.riseMax());
            all.put(sump.level().alarm(Condition.OVERFLOW_SOON), sump.overflowMs() / MS_A_MINUTE);
            if (sump.lowLowStop() != null) {
                all.put(sump.level().alarm(Condition.TRIP), sump.lowLowStop());
            }
        }
        interlocks.tanks().forEach(tank -> all.put(tank.level().alarm(Condition.TRIP), tank.lowLow()));
        return all;
    }

    /** Instruments with a setpoint outside its rule. */
    public Set<Tag> outsideRule() {
        return setpoints().entrySet().stream()
                .filter(entry -> outside(entry.getKey(), entry.getValue()) != null)
                .map(entry -> entry.getKey().tag())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The bound that this setpoint is outside of, or null. */
    public @Nullable RuleBound outside(AlarmId point, double setpoint) {
        RuleBound bound = INNER.contains(point.condition()) ? null : bounds.get(point.tag());
        return bound == null || (setpoint >= bound.low() && setpoint <= bound.high()) ? null : bound;
    }
}
