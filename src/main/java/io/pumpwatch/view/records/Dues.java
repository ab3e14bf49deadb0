package io.pumpwatch.view.records;

import io.pumpwatch.duty.HandoverPlan;
import io.pumpwatch.duty.Timetable;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.station.Now;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the timetable asked for, whatever the records say. Local times are those of the station's zone: a slot of a day
 * is there once, whatever the clock does on that day. Pure.
 */
final class Dues {
    private Dues() {}

    /**
     * One thing that was due.
     *
     * @param what handover, shift, or the id of a sheet
     * @param key such as 2026-11-23/morning
     * @param fromMs and
     * @param toMs when it is due
     * @param lateMs until here it is done late, later it is missed
     */
    record Due(String rule, String what, String key, long fromMs, long toMs, long lateMs) {}

    /** Everything that the timetable asks for by now or soon; what is still within its time is due once it is done. */
    static List<Due> of(Asked asked) {
        List<Due> all = new ArrayList<>();
        HandoverPlan plan = asked.plan().duty().handover();
        for (LocalDate day = asked.from(); !day.isAfter(asked.to()); day = day.plusDays(1)) {
            for (LocalTime change : plan.changes()) {
                long atMs = day.atTime(change).atZone(asked.zone()).toInstant().toEpochMilli();
                String key = day + "/" + change;
                all.add(new Due(
                        "D4", "handover", key, atMs - plan.earlyMs(), atMs + plan.graceMs(), nextMs(plan, atMs)));
            }
        }
        long briefingMs = asked.plan().duty().crew().briefingMs();
        if (briefingMs > 0) {
            for (Timetable.Slot slot : asked.plan().duty().timetable().slots(asked.from(), asked.to())) {
                long beginMs = slot.beginUtcMs() - briefingMs;
                long endMs = slot.beginUtcMs() + briefingMs;
                all.add(new Due("E8", "briefing", slot.key(), beginMs, endMs, slot.endUtcMs()));
            }
        }
        long fromMs = startMs(asked, asked.from());
        long untilMs = Math.min(asked.nowMs(), startMs(asked, asked.to().plusDays(1)) - 1);
        for (SheetPlan sheet : asked.plan().rounds().sheets()) {
            // What is due by intervals has no timetable: it is due when the last one is so long ago.
            for (var slot : io.pumpwatch.rounds.Timetable.begun(sheet.schedule(), asked.zone(), fromMs - 1, untilMs)) {
                all.add(new Due(sheet.rule(), sheet.id(), slot.key(), slot.fromMs(), slot.toMs(), slot.lateMs()));
            }
        }
        all.sort(Comparator.comparingLong(Due::fromMs));
        return all;
    }

    private static long startMs(Asked asked, LocalDate day) {
        return day.atStartOfDay(asked.zone()).toInstant().toEpochMilli();
    }

    /** The next change of crews, less the time in which an early handover counts for it. */
    private static long nextMs(HandoverPlan plan, long atMs) {
        return plan.nextChangeUtcMs(Now.of(atMs, 0)) - plan.earlyMs();
    }
}
