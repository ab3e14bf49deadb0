package io.pumpwatch.rounds;

import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;

/** When a sheet is due. */
public sealed interface Schedule {
    /** Every day within these windows of local time; not done by the end of the grace it is missed for ever. */
    record Daily(List<Window> windows) implements Schedule {
        public Daily {
            windows = List.copyOf(windows);
        }
    }

    /**
     * A window of the day; it belongs to the day on which it begins.
     *
     * @param to local time; not after {@code from} it is that of the next day
     * @param graceMs done within this after {@code to} it is done late
     */
    record Window(String id, LocalTime from, LocalTime to, long graceMs) {}

    /** Again so long after it was last done; overdue {@code graceMs} later, until it is done. */
    record Every(long intervalMs, long graceMs) implements Schedule {}

    /** Once a year, from {@code leadMs} before this day on; overdue from that day on, until it is done. */
    record Yearly(MonthDay by, long leadMs) implements Schedule {}
}
