package io.pumpwatch.alarms;

import io.pumpwatch.alarms.AlarmEvent.Moved;
import io.pumpwatch.alarms.Life.Cue;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state as this scan has changed it so far, and the events that did it. Lives for one decision only. */
final class Working {
    private final AlarmsPlan plan;
    private final AlarmInput input;
    private final Stamp at;
    private final List<AlarmEvent> events = new ArrayList<>();
    /** What a point is of which nothing is known: one for all, as a scan asks for hundreds. */
    private final AlarmState normal;

    private AlarmsState state;
    /** The state's points to look up: hundreds are, of which few ever moved. Null behind an event. */
    private @Nullable Map<AlarmId, AlarmState> byId;

    Working(AlarmsPlan plan, AlarmInput input, AlarmsState state, Stamp at) {
        this.plan = plan;
        this.input = input;
        this.state = state;
        this.at = at;
        this.normal = AlarmState.normal(at, Priority.LOW);
    }

    AlarmsState state() {
        return state;
    }

    List<AlarmEvent> events() {
        return events;
    }

    AlarmState of(AlarmId id) {
        AlarmState known = known(id);
        return known == null ? normal : known;
    }

    /** Null where a point has never moved. */
    @Nullable
    AlarmState known(AlarmId id) {
        Map<AlarmId, AlarmState> points = byId;
        if (points == null) {
            points = new HashMap<>(state.points());
            byId = points;
        }
        return points.get(id);
    }

    /** Points that a person shelved or took out of service. */
    List<AlarmId> masked() {
        List<AlarmId> masked = new ArrayList<>();
        for (Map.Entry<AlarmId, AlarmState> point : state.points().entrySet()) {
            if (point.getValue().shelf() != null || point.getValue().service() != null) {
                masked.add(point.getKey());
            }
        }
        return masked;
    }

    /** The plan of a point, drill points included; null where there is none. */
    @Nullable
    AlarmPlan planOf(AlarmId id) {
        AlarmPlan known = plan.point(id);
        if (known != null) {
            return known;
        }
        for (AlarmPlan point : plan.points().values()) {
            if (AlarmPlan.isDrill(id) && AlarmPlan.drillId(point.id()).equals(id)) {
                return point.drilled();
            }
        }
        return null;
    }

    void emit(AlarmEvent event) {
        events.add(event);
        state = AlarmFold.apply(state, 0, at, event);
        byId = null;
    }

    /** Moves a point by a cue, if the cue means anything where it stands. */
    void cue(AlarmPlan point, Cue cue, @Nullable String by) {
        AlarmState before = of(point.id());
        Life to = before.life().after(cue, point.latching());
        if (to == before.life()) {
            return;
        }
        Reading reading = input.readings().get(point.id().tag());
        boolean hasValue = point.setpointOrNull() != null && reading != null && Double.isFinite(reading.value());
        boolean raises = to == Life.UNACKED;
        emit(new Moved(
                point.id(),
                before.life(),
                to,
                cue,
                hasValue ? Double.valueOf(Objects.requireNonNull(reading).value()) : null,
                point.setpointOrNull(),
                point.unit(),
                point.priority(),
                raises && firstOut(point, before),
                raises && before.shown() && !AlarmPlan.isDrill(point.id()),
                input.manual().contains(point.id().tag()),
                by));
    }

    private boolean firstOut(AlarmPlan point, AlarmState before) {
        if (point.group().isEmpty() || before.life() != Life.NORMAL) {
            return before.firstOut();
        }
        Set<Map.Entry<AlarmId, AlarmState>> others = state.points().entrySet();
        return others.stream()
                .filter(other -> other.getValue().life() != Life.NORMAL)
                .map(other -> plan.point(other.getKey()))
                .noneMatch(other -> other != null && other.group().equals(point.group()));
    }
}
