package io.pumpwatch.interlocks;

import io.pumpwatch.interlocks.InterlockEvent.InhibitsChanged;
import io.pumpwatch.interlocks.InterlockEvent.ReadinessChanged;
import io.pumpwatch.interlocks.InterlockPlan.Header;
import io.pumpwatch.interlocks.InterlockPlan.Sump;
import io.pumpwatch.interlocks.InterlockPlan.Tank;
import io.pumpwatch.interlocks.InterlockState.PumpState;
import io.pumpwatch.interlocks.InterlockState.SwingLatch;
import io.pumpwatch.interlocks.InterlockState.Trial;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * Start permits and trip outputs. A reason is a word and the tag it stands on, such as {@code swing:PT-101}; the words
 * are swing, trip, locked, check, bad, low-low; for readiness unavailable, contact, level, idle.
 */
public final class Permits {
    private static final String SWING = "swing:";
    private static final String TRIP = "trip:";
    private static final String LOCKED = "locked:";
    private static final String CHECK = "check:";
    static final String LOW_LOW = "low-low:";

    private Permits() {}

    /** Whether a reason stands until a person lifts it. */
    static boolean latched(String reason) {
        return reason.startsWith(SWING) || reason.startsWith(TRIP);
    }

    /** Whether a reason is people at work. */
    static boolean locked(String reason) {
        return reason.startsWith(LOCKED);
    }

    static void decide(Work work, List<Output> outputs) {
        for (PumpPlan pump : work.plan.pumps()) {
            List<String> reasons = inhibits(work, pump);
            if (!reasons.equals(work.state().pump(pump.tag()).inhibits())) {
                work.emit(new InhibitsChanged(pump.tag(), reasons));
            }
            Tag permit = pump.permit();
            if (permit != null) {
                // A drainage pump's permit is wired the other way round: a dead agent must never hold the pump back.
                boolean permitted = reasons.isEmpty();
                boolean energised = pump.kind().inhibitable() == permitted;
                outputs.add(new Output(permit, OutputChecks.held(work, permit, energised)));
            }
            Tag trip = pump.trip();
            if (trip != null) {
                boolean tripped = !work.state().tripsOf(pump.tag()).isEmpty();
                boolean asserted = tripped || work.dryRun.contains(pump.tag());
                // Whatever a person holds: a trip that is asked for is asserted.
                outputs.add(new Output(trip, asserted || work.state().tried(trip)));
            }
            if (pump.kind() == PumpPlan.Kind.DRAINAGE) {
                ready(work, pump);
            }
        }
    }

    private static List<String> inhibits(Work work, PumpPlan pump) {
        List<String> reasons = new ArrayList<>();
        for (AlarmId point : work.state().tripsOf(pump.tag())) {
            reasons.add(TRIP + point);
        }
        if (work.input.locked().contains(pump.tag())) {
            // Somebody works on it: this binds a drainage pump too, where its permit is wired.
            reasons.add(LOCKED + pump.tag());
        }
        if (OutputChecks.blocks(work, pump)) {
            reasons.add(CHECK + pump.permit());
        }
        if (!pump.kind().inhibitable()) {
            return reasons;
        }
        for (Header header : work.plan.headers()) {
            if (header.pumps().contains(pump.tag())) {
                SwingLatch swing = work.state().header(header.pressure()).swing();
                if (swing != null && !onTrial(swing, pump.tag())) {
                    reasons.add(SWING + header.pressure());
                }
                if (work.readings().of(header.pressure()).bad()) {
                    reasons.add("bad:" + header.pressure());
                }
            }
        }
        for (Tank tank : work.plan.tanks()) {
            if (tank.pumps().contains(pump.tag())) {
                if (work.lowTanks.contains(tank.level())) {
                    reasons.add(LOW_LOW + tank.level());
                }
                if (work.readings().of(tank.level()).bad()) {
                    reasons.add("bad:" + tank.level());
                }
            }
        }
        return reasons;
    }

    private static boolean onTrial(SwingLatch swing, Tag pump) {
        Trial trial = swing.trial();
        return trial != null && !trial.over() && trial.pump().equals(pump);
    }

    private static void ready(Work work, PumpPlan pump) {
        List<String> reasons = new ArrayList<>();
        PumpState state = work.state().pump(pump.tag());
        Tag available = pump.available();
        if (available != null && !work.readings().of(available).closed()) {
            reasons.add("unavailable:" + available);
        }
        if (!work.readings().of(pump.running()).used()) {
            reasons.add("contact:" + pump.running());
        }
        if (!state.inhibits().isEmpty()) {
            reasons.addAll(state.inhibits());
        }
        for (Sump sump : work.plan.sumps()) {
            boolean blind = work.readings().of(sump.level()).bad();
            // A pump that runs has shown that it can.
            if (sump.pumps().contains(pump.tag()) && blind && !state.running()) {
                reasons.add("level:" + sump.level());
            }
        }
        Stamp since = state.since();
        boolean idle = pump.exerciseMs() > 0
                && !state.running()
                && since != null
                && since.elapsedMs(work.boot, work.now) > pump.exerciseMs();
        if (idle) {
            reasons.add("idle:" + pump.tag());
        }
        if (!reasons.equals(state.notReady()) || (since == null && pump.exerciseMs() > 0)) {
            work.emit(new ReadinessChanged(pump.tag(), reasons));
        }
        work.check(pump.running(), Condition.NOT_READY, !reasons.isEmpty());
    }
}
