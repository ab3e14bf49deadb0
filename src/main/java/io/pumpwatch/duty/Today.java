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
 * @param plan that it was worked out from
 * @param believed whether the clock has been set; nothing else counts where it hasn't
 * @param slot the shift now, or null between two
 * @param slotKey its name in records, empty between two
 * @param season whether it is the season of floods
 * @param changeUtcMs the last change of crews; -1 where the clock can't be believed or there is none
 */
record Today(
        long minute,
        DutyPlan plan,
        boolean believed,
        LocalDate date,
        @Nullable Slot slot,
        String slotKey,
        boolean season,
        long changeUtcMs) {
    private static final long MINUTE_MS = 60_000;

    static final Today NEVER =
            new Today(Long.MIN_VALUE, DutyPlan.STANDARD, false, LocalDate.EPOCH, null, "", false, -1);

    /** This, or the next minute's. */
    @SuppressWarnings("ReferenceEquality") // the very same plan; comparing two by value would cost more than it saves
    Today at(DutyPlan newest, Now now) {
        boolean set = now.trust() != ClockTrust.UNSET;
        long present = Math.floorDiv(now.utcMs(), MINUTE_MS);
        if (present == minute && set == believed && newest == plan) {
            return this;
        }
        Timetable table = newest.timetable();
        LocalDate date = table.date(now.utcMs());
        Slot shift = set ? table.at(now.utcMs()) : null;
        return new Today(
                present,
                newest,
                set,
                date,
                shift,
                shift == null ? "" : shift.key(),
                Musters.inSeason(newest.flood(), date),
                newest.handover().lastChangeUtcMs(now));
    }
}
