package io.pumpwatch.interlocks;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What interlocks keep over a restart; a fold of {@link InterlockEvent}s.
 *
 * @param pumps by pump tag
 * @param headers by pressure instrument
 * @param trips latched trips, by the point that tripped
 * @param gauges last level that a person read, by level instrument
 * @param lost levels that are lost, since when
 * @param checks outputs that a person holds in a function check
 * @param flood flood mode, null while off
 */
public record InterlockState(
        SortedMap<Tag, PumpState> pumps,
        SortedMap<Tag, HeaderState> headers,
        SortedMap<AlarmId, TripLatch> trips,
        SortedMap<Tag, Gauge> gauges,
        SortedMap<Tag, Lost> lost,
        SortedMap<Tag, OutputCheck> checks,
        @Nullable Flood flood) {
    /** Before the first event. */
    public static final InterlockState EMPTY = new InterlockState(
            new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), null);

    /**
     * A pump.
     *
     * @param since when it started or stopped
     * @param against reasons of the inhibit that it was started against; empty if none
     * @param announced a stop that a person announced
     * @param unexplained stopped, and nobody has said why
     * @param ranMs running time of all finished runs
     * @param inhibits why its permit is off
     * @param notReady why it couldn't start, for a drainage pump
     */
    public record PumpState(
            boolean running,
            @Nullable Stamp since,
            List<String> against,
            @Nullable Announced announced,
            boolean unexplained,
            long ranMs,
            List<String> inhibits,
            List<String> notReady) {
        static final PumpState STOPPED = new PumpState(false, null, List.of(), null, false, 0, List.of(), List.of());
    }

    /** A stop that a person announced. */
    public record Announced(String by, String reason, Stamp at) {}

    /**
     * A header.
     *
     * @param excursion from its rule's bounds that still lasts
     */
    public record HeaderState(
            @Nullable SwingLatch swing, @Nullable Excursion excursion) {
        static final HeaderState CALM = new HeaderState(null, null);
    }

    /** When an excursion began, and with which value. */
    public record Excursion(Stamp at, double value) {}

    /**
     * A swing that nobody has released yet (P3).
     *
     * @param cause as recorded, with who recorded it
     * @param trial the one supervised trial start
     */
    public record SwingLatch(
            Stamp at,
            double smallest,
            double largest,
            @Nullable String cause,
            @Nullable String causeBy,
            @Nullable Trial trial) {}

    /** A supervised trial start under a swing latch; one for each latch. */
    public record Trial(Tag pump, String by, String second, long forMs, Stamp at, boolean over) {}

    /** A trip that nobody has reset. */
    public record TripLatch(Stamp at, double value, double setpoint, List<Tag> pumps, boolean firstOut) {}

    /** A level that a person read. */
    public record Gauge(double value, String by, Stamp at) {}

    /** A level that is lost: last good value, when, and where it was going in units a minute. */
    public record Lost(Stamp at, @Nullable Double lastGood, long lastGoodUtcMs, double ratePerMinute) {}

    /**
     * An output in its function check.
     *
     * @param energised what a person holds it at
     * @param forMs from its start to its end
     */
    public record OutputCheck(boolean energised, String by, String reason, long forMs, Stamp at) {
        OutputCheck driven(boolean now) {
            return new OutputCheck(now, by, reason, forMs, at);
        }
    }

    /** Flood mode. */
    public record Flood(String by, String reason, Stamp at) {}

    /** The pump's state; stopped where nothing is known. */
    public PumpState pump(Tag tag) {
        PumpState known = pumps.get(tag);
        return known == null ? PumpState.STOPPED : known;
    }

    /** Whether a function check energises this output. */
    public boolean tried(Tag output) {
        OutputCheck check = checks.get(output);
        return check != null && check.energised();
    }

    /** The header's state; calm where nothing is known. */
    public HeaderState header(Tag tag) {
        HeaderState known = headers.get(tag);
        return known == null ? HeaderState.CALM : known;
    }

    /** Points whose latched trip holds this pump. */
    public List<AlarmId> tripsOf(Tag pump) {
        if (trips.isEmpty()) {
            return List.of();
        }
        return trips.entrySet().stream()
                .filter(entry -> entry.getValue().pumps().contains(pump))
                .map(Map.Entry::getKey)
                .toList();
    }

    InterlockState withPump(Tag tag, UnaryOperator<PumpState> change) {
        SortedMap<Tag, PumpState> next = new TreeMap<>(pumps);
        next.put(tag, change.apply(pump(tag)));
        return new InterlockState(next, headers, trips, gauges, lost, checks, flood);
    }

    InterlockState withHeader(Tag tag, HeaderState state) {
        SortedMap<Tag, HeaderState> next = new TreeMap<>(headers);
        next.put(tag, state);
        return new InterlockState(pumps, next, trips, gauges, lost, checks, flood);
    }

    InterlockState withTrip(AlarmId point, @Nullable TripLatch latch) {
        return new InterlockState(pumps, headers, with(trips, point, latch), gauges, lost, checks, flood);
    }

    InterlockState withGauge(Tag tag, Gauge gauge) {
        return new InterlockState(pumps, headers, trips, with(gauges, tag, gauge), lost, checks, flood);
    }

    InterlockState withLost(Tag tag, @Nullable Lost state) {
        return new InterlockState(pumps, headers, trips, gauges, with(lost, tag, state), checks, flood);
    }

    InterlockState withCheck(Tag tag, @Nullable OutputCheck check) {
        return new InterlockState(pumps, headers, trips, gauges, lost, with(checks, tag, check), flood);
    }

    InterlockState withFlood(@Nullable Flood next) {
        return new InterlockState(pumps, headers, trips, gauges, lost, checks, next);
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> with(SortedMap<K, V> map, K key, @Nullable V value) {
        SortedMap<K, V> next = new TreeMap<>(map);
        if (value == null) {
            next.remove(key);
        } else {
            next.put(key, value);
        }
        return next;
    }
}
