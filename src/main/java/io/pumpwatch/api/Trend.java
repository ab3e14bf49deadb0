package io.pumpwatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /api/v1/history?tag=&from=&to=&points=}: what an instrument did. Times are milliseconds since
 * 1970, UTC. A stretch without any recording has one row of nulls where it begins.
 *
 * @param at where each row begins
 * @param min smallest value of the row; null where there was none, and in a gap
 * @param max largest
 * @param last newest
 * @param quality good, uncertain or bad is 0, 1 or 2; null in a gap
 * @param limits setpoints of its alarms
 * @param ruleLow and
 * @param ruleHigh bounds of a rule, if it has any
 */
public record Trend(
        String tag,
        String name,
        String unit,
        String from,
        String to,
        List<Long> at,
        List<@Nullable Double> min,
        List<@Nullable Double> max,
        List<@Nullable Double> last,
        List<@Nullable Integer> quality,
        List<Limit> limits,
        @Nullable Double ruleLow,
        @Nullable Double ruleHigh) {
    /** A setpoint. */
    public record Limit(String point, double setpoint, String priority) {}
}
