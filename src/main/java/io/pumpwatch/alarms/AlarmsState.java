package io.pumpwatch.alarms;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Stamp;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All alarm points that ever moved; a fold of {@link AlarmEvent}s.
 *
 * @param points by name
 * @param silenced when the horn was last silenced, null once something new asks
 * @param drill the drill under way, if any
 * @param load what the alarms ask of the operator
 */
public record AlarmsState(
        SortedMap<AlarmId, AlarmState> points,
        @Nullable Stamp silenced,
        @Nullable Drill drill,
        Load load) {
    /** Before the first event. */
    public static final AlarmsState EMPTY = new AlarmsState(new TreeMap<>(), null, null, Load.EMPTY);

    /** A drill under way. */
    public record Drill(List<AlarmId> points, String by, String reason, long forMs, Stamp since) {
        public Drill {
            points = List.copyOf(points);
        }
    }

    /** What is annunciated, the most urgent first, then the newest. No limit on how many. */
    public List<AlarmId> annunciated() {
        Comparator<Map.Entry<AlarmId, AlarmState>> order = Comparator.comparing((Map.Entry<AlarmId, AlarmState> e) ->
                        !e.getValue().life().asks())
                .thenComparing(e -> e.getValue().priority())
                .thenComparing(e -> -e.getValue().seq());
        return points.entrySet().stream()
                .filter(entry -> entry.getValue().annunciated())
                .sorted(order)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the horn has something to say. */
    public boolean audible() {
        for (AlarmState point : points.values()) {
            if (point.audible()) {
                return true;
            }
        }
        return false;
    }

    /** The point's state; a plain normal one where nothing is known. */
    public AlarmState of(AlarmId id, Stamp at) {
        AlarmState known = points.get(id);
        return known == null ? AlarmState.normal(at, Priority.LOW) : known;
    }

    /** The point's life; normal where nothing is known. */
    public Life life(AlarmId id) {
        AlarmState known = points.get(id);
        return known == null ? Life.NORMAL : known.life();
    }

    AlarmsState with(AlarmId id, AlarmState state) {
        SortedMap<AlarmId, AlarmState> next = new TreeMap<>(points);
        next.put(id, state);
        return new AlarmsState(next, silenced, drill, load);
    }

    AlarmsState without(AlarmId id) {
        SortedMap<AlarmId, AlarmState> next = new TreeMap<>(points);
        next.remove(id);
        return new AlarmsState(next, silenced, drill, load);
    }

    AlarmsState withSilenced(@Nullable Stamp at) {
        return new AlarmsState(points, at, drill, load);
    }

    AlarmsState withDrill(@Nullable Drill next) {
        return new AlarmsState(points, silenced, next, load);
    }

    AlarmsState withLoad(Load next) {
        return new AlarmsState(points, silenced, drill, next);
    }
}
