package io.pumpwatch.scan;

import io.pumpwatch.scan.AgentEvent.ConfigLoaded;
import io.pumpwatch.scan.AgentEvent.ConfigText;
import io.pumpwatch.scan.AgentEvent.SetpointChanged;
import io.pumpwatch.scan.StationPlan.RuleBound;
import io.pumpwatch.station.AlarmId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the journal keeps of a station file that comes into force. */
final class PlanLoad {
    /** Characters in one part: six bytes each at worst in JSON, well below the longest line. */
    static final int PART_CHARS = 8_000;

    private PlanLoad() {}

    /** Nothing for a file that is in force already. */
    static List<AgentEvent> events(StationState state, Command.Load load, @Nullable String by) {
        StationPlan next = load.plan();
        if (next.sha256().equals(state.agent().configSha256())) {
            return List.of();
        }
        List<AgentEvent> events = new ArrayList<>();
        SortedMap<AlarmId, Double> old = state.agent().setpoints();
        SortedMap<AlarmId, Double> now = next.setpoints();
        int parts = (load.text().length() + PART_CHARS - 1) / PART_CHARS;
        for (int part = 1; part <= parts; part++) {
            int from = (part - 1) * PART_CHARS;
            int to = Math.min(load.text().length(), from + PART_CHARS);
            events.add(new ConfigText(next.sha256(), part, load.text().substring(from, to)));
        }
        boolean first = state.agent().configSha256().isEmpty();
        TreeSet<AlarmId> points = new TreeSet<>(old.keySet());
        points.addAll(now.keySet());
        for (AlarmId point : points) {
            Double from = old.get(point);
            Double to = now.get(point);
            if (!first && !Objects.equals(from, to)) {
                events.add(change(next, load, point, from, to, by));
            }
        }
        events.add(new ConfigLoaded(next.sha256(), load.file(), by, load.reason(), now, parts));
        return events;
    }

    private static SetpointChanged change(
            StationPlan next,
            Command.Load load,
            AlarmId point,
            @Nullable Double from,
            @Nullable Double to,
            @Nullable String by) {
        RuleBound outside = to == null ? null : next.outside(point, to);
        return new SetpointChanged(
                point, from, to, next.sha256(), by, load.reason(), outside == null ? null : outside.rule());
    }
}
