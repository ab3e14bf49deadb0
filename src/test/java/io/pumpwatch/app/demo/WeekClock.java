package io.pumpwatch.app.demo;

import java.time.ZoneId;
import java.util.List;

/** What the clock asks for in a week, written down here once more and not taken from the station file. */
final class WeekClock {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final double HOUR_MS = 3_600_000;
    private static final double SHIFT_HOURS = 8;

    private WeekClock() {}

    /** A time that the rules' timetable asks for: hours after midnight. */
    record Window(double from, double to, double grace) {}

    /** How many were due, kept, late and missed. */
    static int[] due(List<Window> windows, List<Long> signed, long beginMs, long endMs) {
        int due = 0;
        int kept = 0;
        int late = 0;
        for (int day = 0; day < 9; day++) {
            for (Window window : windows) {
                long fromMs = WeekPlan.MONDAY
                                .plusDays(day)
                                .atStartOfDay(ZONE)
                                .toInstant()
                                .toEpochMilli()
                        + Math.round(window.from() * HOUR_MS);
                long toMs = fromMs + Math.round((window.to() - window.from()) * HOUR_MS);
                long lateMs = toMs + Math.round(window.grace() * HOUR_MS);
                boolean done = signed.stream().anyMatch(at -> at >= fromMs && at <= lateMs);
                // What is still within its time is due once it is done.
                if (toMs <= beginMs || (lateMs > endMs && !done)) {
                    continue;
                }
                due++;
                kept += (int)
                        signed.stream().filter(at -> at >= fromMs && at <= toMs).count();
                long nextMs = Math.min(lateMs, fromMs + Math.round(SHIFT_HOURS * HOUR_MS) - 1);
                late += (int)
                        signed.stream().filter(at -> at > toMs && at <= nextMs).count();
            }
        }
        return new int[] {due, kept, late, due - kept - late};
    }
}
