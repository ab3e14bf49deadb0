package io.pumpwatch.alarms;

import io.pumpwatch.station.AlarmId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All alarm points, and the limits on what people may do with them.
 *
 * @param points the more severe limit of a tag before the less severe
 * @param severer the more severe limits of a point's tag and side, for points that have some
 * @param shelveMaxMs longest shelf
 * @param serviceMaxMs longest time out of service; one shift
 * @param hornRepeatMs a silenced horn sounds again after this long while something still asks
 */
public record AlarmsPlan(
        Map<AlarmId, AlarmPlan> points,
        Map<AlarmId, List<AlarmId>> severer,
        long shelveMaxMs,
        long serviceMaxMs,
        long hornRepeatMs) {

    /** No points. */
    public static final AlarmsPlan EMPTY = of(List.of(), 8 * 3_600_000L, 12 * 3_600_000L, 300_000L);

    /** Orders the points by severity. */
    public static AlarmsPlan of(List<AlarmPlan> points, long shelveMaxMs, long serviceMaxMs, long hornRepeatMs) {
        Map<AlarmId, AlarmPlan> byId = new LinkedHashMap<>();
        Map<AlarmId, List<AlarmId>> severer = new HashMap<>();
        for (AlarmPlan point : bySeverity(points)) {
            byId.put(point.id(), point);
            List<AlarmId> above = points.stream()
                    .filter(other -> other.severerThan(point))
                    .map(AlarmPlan::id)
                    .toList();
            if (!above.isEmpty()) {
                severer.put(point.id(), above);
            }
        }
        return new AlarmsPlan(byId, severer, shelveMaxMs, serviceMaxMs, hornRepeatMs);
    }

    private static List<AlarmPlan> bySeverity(List<AlarmPlan> points) {
        // Not one comparator: "severer" orders only points of one tag and side, so ranks are counted first.
        Map<AlarmId, Long> rank = new HashMap<>();
        for (AlarmPlan point : points) {
            rank.put(
                    point.id(),
                    points.stream().filter(other -> other.severerThan(point)).count());
        }
        List<AlarmPlan> ordered = new ArrayList<>(points);
        ordered.sort((a, b) -> {
            int byRank = Long.compare(rank.getOrDefault(a.id(), 0L), rank.getOrDefault(b.id(), 0L));
            return byRank != 0 ? byRank : a.id().compareTo(b.id());
        });
        return ordered;
    }

    /** The point, or null. */
    public @Nullable AlarmPlan point(AlarmId id) {
        return points.get(id);
    }
}
