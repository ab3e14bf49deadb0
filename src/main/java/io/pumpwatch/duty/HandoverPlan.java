package io.pumpwatch.duty;

import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Text;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the station file says of handovers (D4).
 *
 * @param changes times of day at which crews change, in order
 * @param zone of these times
 * @param graceMs not accepted so long after a change: overdue
 * @param earlyMs an acceptance so long before a change counts for it
 * @param draftMs a draft is signed within this time of its cut-off, else it is drawn up again
 * @param tools that are counted
 */
public record HandoverPlan(
        List<LocalTime> changes, ZoneId zone, long graceMs, long earlyMs, long draftMs, List<Tool> tools) {
    /** Sheets of this rule are signed before a handover is accepted. */
    public static final String CHECK_RULE = "E6";

    private static final long MINUTE_MS = 60_000;

    /** Three shifts, no tools. */
    public static final HandoverPlan STANDARD = new HandoverPlan(
            List.of(LocalTime.of(0, 0), LocalTime.of(8, 0), LocalTime.of(16, 0)),
            ZoneId.of("UTC"),
            30 * MINUTE_MS,
            60 * MINUTE_MS,
            60 * MINUTE_MS,
            List.of());

    public HandoverPlan {
        changes = changes.stream().sorted().toList();
        tools = List.copyOf(tools);
    }

    /** A tool that is handed over: its short name, what it is called, how many there are. */
    public record Tool(String id, Text name, int count) {}

    /** The tool of that short name, or null. */
    public @Nullable Tool tool(String id) {
        return tools.stream().filter(tool -> tool.id().equals(id)).findFirst().orElse(null);
    }

    /** The last change of crews at or before now, wall time; -1 where the clock can't be believed or there is none. */
    public long lastChangeUtcMs(Now now) {
        if (now.trust() == ClockTrust.UNSET || changes.isEmpty()) {
            return -1;
        }
        LocalDate today = now.utc().atZone(zone).toLocalDate();
        for (LocalDate day = today; !day.isBefore(today.minusDays(2)); day = day.minusDays(1)) {
            for (int i = changes.size() - 1; i >= 0; i--) {
                long at = day.atTime(changes.get(i)).atZone(zone).toInstant().toEpochMilli();
                if (at <= now.utcMs()) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** The next change of crews after now, wall time; -1 likewise. */
    public long nextChangeUtcMs(Now now) {
        if (now.trust() == ClockTrust.UNSET || changes.isEmpty()) {
            return -1;
        }
        LocalDate today = now.utc().atZone(zone).toLocalDate();
        for (LocalDate day = today; !day.isAfter(today.plusDays(2)); day = day.plusDays(1)) {
            for (LocalTime change : changes) {
                long at = day.atTime(change).atZone(zone).toInstant().toEpochMilli();
                if (at > now.utcMs()) {
                    return at;
                }
            }
        }
        return -1;
    }
}
