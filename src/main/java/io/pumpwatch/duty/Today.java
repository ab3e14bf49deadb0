package io.pumpwatch.duty;

import io.pumpwatch.duty.Timetable.Slot;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar says. Local time costs far more than the rest of a scan, and it says the same for a minute: it is
 * worked out once a minute.
 *
 * @param minute since 1970, or a negative number before the first
 * @param timetable that it was worked out from
 * @param believed whether the clock has been set; nothing else counts where it hasn't
 * @param slot the shift now, or null between two
 */
record Today(
        long minute,
        Timetable timetable,
        boolean believed,
        LocalDate date,
        @Nullable Slot slot) {
    private static final long MINUTE_MS = 60_000;

    static final Today NEVER = new Today(Long.MIN_VALUE, DutyPlan.STANDARD.timetable(), false, LocalDate.EPOCH, null);

    /** This, or the next minute's. */
    Today at(DutyPlan plan, Now now) {
        boolean set = now.trust() != ClockTrust.UNSET;
        long present = Math.floorDiv(now.utcMs(), MINUTE_MS);
        if (present == minute && set == believed && timetable.equals(plan.timetable())) {
            return this;
        }
        Timetable table = plan.timetable();
        return new Today(present, table, set, table.date(now.utcMs()), set ? table.at(now.utcMs()) : null);
    }
}
