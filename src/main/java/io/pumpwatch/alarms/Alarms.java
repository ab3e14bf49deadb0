package io.pumpwatch.alarms;

import io.pumpwatch.alarms.AlarmEvent.BackInService;
import io.pumpwatch.alarms.AlarmEvent.Closed;
import io.pumpwatch.alarms.AlarmEvent.DrillEnded;
import io.pumpwatch.alarms.AlarmEvent.FloodBegan;
import io.pumpwatch.alarms.AlarmEvent.FloodEnded;
import io.pumpwatch.alarms.AlarmEvent.Suppressed;
import io.pumpwatch.alarms.AlarmEvent.Unshelved;
import io.pumpwatch.alarms.AlarmEvent.Unsuppressed;
import io.pumpwatch.alarms.AlarmPlan.Kind;
import io.pumpwatch.alarms.AlarmState.Mask;
import io.pumpwatch.alarms.AlarmsState.Drill;
import io.pumpwatch.alarms.Life.Cue;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The alarm engine: every point's condition, its delays, and its life. Pure. */
public final class Alarms {
    /** Why a mask ended by itself. */
    public static final String TIME_OVER = "time over";

    /** Why a mask ended that nobody can date any more, after a restart with an unset clock. */
    public static final String NOT_RESTORABLE = "end unknown after restart";

    /** Why a point is suppressed whose instrument has passed a worse one, as the journal keeps it. */
    public static final String SEVERER = "more severe limit";

    /** Why a point is suppressed that is judged only while a pump runs settled. */
    public static final String NOT_SETTLED = "no settled pump";

    private Alarms() {}

    /** Judges all points, then does what people ask. */
    public static AlarmDecision decide(
            AlarmsPlan plan, AlarmsState state, AlarmMemory memory, AlarmInput input, long boot, Now now) {
        Working work = new Working(plan, input, state, Stamp.of(boot, now));
        closeRemoved(work);
        endMasks(work, boot, now);
        // Hundreds of points in each scan, of which few ever moved: each is looked up once, and only what runs is kept.
        Map<AlarmId, Delay> delays = new HashMap<>();
        for (AlarmPlan point : plan.points().values()) {
            AlarmState known = suppress(plan, work, point, input);
            Check check = condition(point, known, input);
            keep(delays, point.id(), judge(work, point, known, memory.of(point.id()), check, boot, now));
        }
        if (!work.events().isEmpty()) {
            for (AlarmPlan point : plan.points().values()) {
                // Severer limits may have come or gone in this very scan.
                if (plan.severer().containsKey(point.id())) {
                    suppress(plan, work, point, input);
                }
            }
        }
        drill(work, memory, delays, boot, now);
        List<Optional<Refusal>> answers = new ArrayList<>();
        for (AlarmInput.Asked asked : input.asked()) {
            answers.add(AlarmActs.act(plan, work, asked));
        }
        flood(work, boot, now);
        return new AlarmDecision(new AlarmMemory(delays), work.events(), answers);
    }

    /** Whether the horn sounds for alarms now; a silenced one speaks again after the plan's time. */
    public static boolean horn(AlarmsPlan plan, AlarmsState state, long boot, Now now) {
        if (!state.audible()) {
            return false;
        }
        Stamp silenced = state.silenced();
        if (silenced == null) {
            return true;
        }
        long elapsedMs = silenced.elapsedMs(boot, now);
        return elapsedMs < 0 || elapsedMs >= plan.hornRepeatMs();
    }

    private static void closeRemoved(Working work) {
        // A state is never changed, only followed by another: what is closed on the way doesn't disturb the loop.
        for (Map.Entry<AlarmId, AlarmState> entry : work.state().points().entrySet()) {
            if (work.planOf(entry.getKey()) == null) {
                work.emit(new Closed(entry.getKey(), entry.getValue().life()));
            }
        }
    }

    private static void endMasks(Working work, long boot, Now now) {
        for (AlarmId id : work.masked()) {
            AlarmPlan point = work.planOf(id);
            String shelfOver = over(work.of(id).shelf(), boot, now);
            if (point != null && shelfOver != null) {
                work.emit(new Unshelved(id, null, shelfOver));
                unmask(work, point, null);
            }
            String serviceOver = over(work.of(id).service(), boot, now);
            if (point != null && serviceOver != null) {
                work.emit(new BackInService(id, null, serviceOver));
                unmask(work, point, null);
            }
        }
        Drill drill = work.state().drill();
        if (drill != null) {
            String why = over(new Mask(drill.by(), drill.reason(), drill.forMs(), drill.since()), boot, now);
            if (why != null) {
                work.emit(new DrillEnded(null, why));
            }
        }
    }

    private static @Nullable String over(@Nullable Mask mask, long boot, Now now) {
        if (mask == null) {
            return null;
        }
        long elapsedMs = mask.since().elapsedMs(boot, now);
        if (elapsedMs < 0) {
            return NOT_RESTORABLE;
        }
        return elapsedMs >= mask.forMs() ? TIME_OVER : null;
    }

    /** Shows the truth once nothing hides the point any more. */
    static void unmask(Working work, AlarmPlan point, @Nullable String by) {
        AlarmState now = work.of(point.id());
        if (now.shelf() == null && now.service() == null) {
            work.cue(point, Cue.UNMASK, by);
        }
    }

    private static void keep(Map<AlarmId, Delay> delays, AlarmId id, Delay delay) {
        if (delay.runs()) {
            delays.put(id, delay);
        }
    }

    /** Suppressed by design or not; the point as it is then, null while it has never moved. */
    private static @Nullable AlarmState suppress(AlarmsPlan plan, Working work, AlarmPlan point, AlarmInput input) {
        String because = reasonToSuppress(plan, work, point, input);
        AlarmState known = work.known(point.id());
        String suppressed = known == null ? null : known.suppressed();
        if (because != null && suppressed == null) {
            if (because.equals(SEVERER)) {
                work.cue(point, Cue.REALARM, null);
            }
            work.emit(new Suppressed(point.id(), because));
        } else if (because == null && known != null && suppressed != null) {
            Life before = known.lifeBefore() == null ? Life.NORMAL : known.lifeBefore();
            boolean asked = before.asks() || before.latched();
            // What the condition says now, not what the off-delay still holds: before it is shown again.
            if (!asked && !before.abnormal() && condition(point, known, input) == Check.ABSENT) {
                work.cue(point, Cue.RETURN, null);
            }
            if (!asked) {
                work.cue(point, Cue.FORGET, null);
            }
            work.emit(new Unsuppressed(point.id()));
        } else {
            return known;
        }
        return work.known(point.id());
    }

    private static @Nullable String reasonToSuppress(AlarmsPlan plan, Working work, AlarmPlan point, AlarmInput input) {
        List<AlarmId> severer = plan.severer().get(point.id());
        if (severer != null) {
            for (AlarmId other : severer) {
                if (work.state().life(other).abnormal()) {
                    return SEVERER;
                }
            }
        }
        return gated(point, input) ? NOT_SETTLED : null;
    }

    private static boolean gated(AlarmPlan point, AlarmInput input) {
        return point.whileSettled() && !input.settled().contains(point.id().tag());
    }

    private static Check condition(AlarmPlan point, @Nullable AlarmState known, AlarmInput input) {
        if (gated(point, input)) {
            // A low pressure of a pump that stands still is no condition at all: the delay starts when it has settled.
            return Check.ABSENT;
        }
        if (point.kind() == Kind.LOGIC) {
            return input.logic().getOrDefault(point.id(), Check.HELD);
        }
        Reading reading = input.readings().get(point.id().tag());
        boolean active = known != null && known.life().abnormal();
        return reading == null ? Check.HELD : Limits.check(point, reading, active);
    }

    private static Delay judge(
            Working work, AlarmPlan point, @Nullable AlarmState known, Delay before, Check check, long boot, Now now) {
        boolean active = known != null && known.life().abnormal();
        Delay delay = before.after(check, active, now.uptimeMs());
        if (!active && delay.over(Check.PRESENT, point.onDelayMs())) {
            work.cue(point, Cue.RAISE, null);
            return Delay.IDLE;
        }
        if (active && delay.over(Check.ABSENT, point.offDelayMs())) {
            work.cue(point, Cue.RETURN, null);
            return Delay.IDLE;
        }
        boolean asksAgain = point.reAlarmMs() > 0
                && known != null
                && known.life() == Life.ACKED
                && known.since().elapsedMs(boot, now) >= point.reAlarmMs();
        if (asksAgain) {
            work.cue(point, Cue.REALARM, null);
        }
        return delay;
    }

    /** A drill injects here, on the alarm path only, beside the real points. */
    private static void drill(Working work, AlarmMemory memory, Map<AlarmId, Delay> delays, long boot, Now now) {
        Drill drill = work.state().drill();
        Set<AlarmId> points = drill == null ? Set.of() : drillPoints(drill);
        Set<AlarmId> known = new LinkedHashSet<>(points);
        for (AlarmId id : work.state().points().keySet()) {
            if (AlarmPlan.isDrill(id)) {
                known.add(id);
            }
        }
        for (AlarmId id : known) {
            AlarmPlan point = work.planOf(id);
            if (point != null) {
                Check check = Check.of(points.contains(id));
                keep(delays, id, judge(work, point, work.known(id), memory.of(id), check, boot, now));
            }
        }
    }

    private static Set<AlarmId> drillPoints(Drill drill) {
        Set<AlarmId> points = new LinkedHashSet<>();
        for (AlarmId id : drill.points()) {
            points.add(AlarmPlan.drillId(id));
        }
        return points;
    }

    private static void flood(Working work, long boot, Now now) {
        Load load = work.state().load();
        int rate = load.inTenMinutes(boot, now);
        if (load.flood() == null && rate > Load.FLOOD_ABOVE) {
            work.emit(new FloodBegan(rate));
        } else if (load.flood() != null && rate < Load.FLOOD_BELOW) {
            work.emit(new FloodEnded(rate));
        }
    }
}
