package io.pumpwatch.rounds;

import io.pumpwatch.rounds.RoundsMemory.Quiet;
import io.pumpwatch.rounds.Schedule.Every;
import io.pumpwatch.rounds.SheetEvent.SheetDue;
import io.pumpwatch.rounds.SheetEvent.SheetMissed;
import io.pumpwatch.rounds.SheetEvent.SheetVoided;
import io.pumpwatch.rounds.SheetEvent.TimetableSet;
import io.pumpwatch.rounds.SheetState.Run;
import io.pumpwatch.rounds.Timetable.Slot;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Stamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for sheets when their time comes, once for each slot. While the clock is unset nothing is asked for and nothing
 * is missed: what became due meanwhile is caught up once the clock is set.
 */
final class SheetWatch {
    /** A clock that goes back by more than this was wrong before; less is waited out. */
    static final long BACK_MS = 26 * 3_600_000L;
    /** Slots of a longer time without the agent are counted and not asked for one by one. */
    static final long CATCH_UP_MS = 31 * Timetable.DAY_MS;

    private final Work work;
    private final SheetPlan sheet;

    private SheetWatch(Work work, SheetPlan sheet) {
        this.work = work;
        this.sheet = sheet;
    }

    /** Until when each timetable that was looked at has nothing new. */
    static Map<String, Quiet> watch(Work work, RoundsMemory memory, boolean look) {
        Map<String, Quiet> quiet = new HashMap<>();
        if (look) {
            dropRemoved(work);
        }
        for (SheetPlan sheet : work.plan.sheets()) {
            SheetWatch watch = new SheetWatch(work, sheet);
            if (look && work.timely()) {
                watch.close();
                if (sheet.schedule() instanceof Every every) {
                    watch.again(every);
                } else if (!memory.quiet(
                        sheet.id(), sheet.schedule(), watch.state().throughMs(), watch.nowMs())) {
                    watch.slots();
                    watch.next().ifPresent(next -> quiet.put(sheet.id(), next));
                }
            }
            watch.checks();
        }
        return quiet;
    }

    private static void dropRemoved(Work work) {
        for (String id : List.copyOf(work.state().sheets().keySet())) {
            Run run = work.state().sheet(id).open();
            if (run != null && work.plan.sheet(id) == null) {
                work.emit(new SheetVoided(id, run.key(), "not in the station file any more"));
            }
        }
    }

    private Optional<Quiet> next() {
        Slot coming = Timetable.next(sheet.schedule(), work.plan.zone(), nowMs());
        return Optional.ofNullable(coming)
                .map(slot -> new Quiet(sheet.schedule(), state().throughMs(), nowMs(), slot.fromMs()));
    }

    private SheetState state() {
        return work.state().sheet(sheet.id());
    }

    private long nowMs() {
        return work.now.utcMs();
    }

    /** Ends what is past its time, or lies in a future that never was. */
    private void close() {
        Run run = state().open();
        if (run == null) {
            return;
        }
        boolean daily = sheet.schedule() instanceof Schedule.Daily;
        if (daily && run.fromMs() - nowMs() > BACK_MS) {
            work.emit(new SheetVoided(sheet.id(), run.key(), "the clock was set back"));
        } else if (!run.lasting() && nowMs() > run.lateMs()) {
            miss(run.key(), true, run.started() != null);
        }
    }

    private void miss(String key, boolean watched, boolean started) {
        work.emit(new SheetMissed(sheet.id(), sheet.rule(), key, watched, started));
    }

    private void again(Every every) {
        if (state().open() != null) {
            return;
        }
        Stamp last = state().lastDone();
        boolean due = last == null
                || nowMs() - last.utcMs() >= every.intervalMs()
                // Done in a future that never was: better asked for once more than never.
                || last.utcMs() - nowMs() > BACK_MS;
        if (due) {
            open(Timetable.at(every, work.plan.zone(), nowMs()));
        }
    }

    private void open(Slot slot) {
        work.emit(new SheetDue(
                sheet.id(), sheet.rule(), slot.key(), slot.fromMs(), slot.toMs(), slot.lateMs(), slot.lasting()));
    }

    private void slots() {
        Slot latest = Timetable.latest(sheet.schedule(), work.plan.zone(), nowMs());
        if (latest == null) {
            return;
        }
        long throughMs = state().throughMs();
        boolean daily = sheet.schedule() instanceof Schedule.Daily;
        if (throughMs == SheetState.NEVER || (daily && throughMs - nowMs() > BACK_MS)) {
            // The first day of this sheet, or a future that never was: what is late already isn't asked for.
            boolean over = nowMs() > latest.toMs();
            begin(over || state().knows(latest.key()) ? latest.fromMs() : latest.fromMs() - 1, 0);
        } else if (nowMs() - throughMs > CATCH_UP_MS && daily) {
            long fromMs = nowMs() - CATCH_UP_MS;
            long skipped = Timetable.begun(sheet.schedule(), work.plan.zone(), throughMs, fromMs)
                    .size();
            begin(fromMs, skipped);
        }
        List<Slot> begun = Timetable.begun(sheet.schedule(), work.plan.zone(), state().throughMs(), nowMs());
        for (Slot slot : begun) {
            next(slot);
        }
    }

    private void next(Slot slot) {
        @Nullable Run before = state().open();
        if (before != null && before.lasting()) {
            return;
        }
        if (before != null) {
            miss(before.key(), true, before.started() != null);
        }
        open(slot);
        if (!slot.lasting() && nowMs() > slot.lateMs()) {
            miss(slot.key(), false, false);
        }
    }

    private void begin(long throughMs, long skipped) {
        work.emit(new TimetableSet(sheet.id(), throughMs, skipped));
    }

    private void checks() {
        Run run = state().open();
        boolean late = run != null && nowMs() > run.toMs();
        work.checks.put(sheet.late(), work.timely() ? Check.of(late) : Check.HELD);
        if (sheet.schedule() instanceof Schedule.Daily) {
            work.checks.put(sheet.missed(), Check.of(state().missed()));
        }
    }
}
