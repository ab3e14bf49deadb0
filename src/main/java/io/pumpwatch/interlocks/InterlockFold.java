package io.pumpwatch.interlocks;

import io.pumpwatch.interlocks.InterlockEvent.CauseRecorded;
import io.pumpwatch.interlocks.InterlockEvent.ExcursionBegan;
import io.pumpwatch.interlocks.InterlockEvent.ExcursionEnded;
import io.pumpwatch.interlocks.InterlockEvent.FloodMode;
import io.pumpwatch.interlocks.InterlockEvent.GaugeRead;
import io.pumpwatch.interlocks.InterlockEvent.InhibitsChanged;
import io.pumpwatch.interlocks.InterlockEvent.LevelFound;
import io.pumpwatch.interlocks.InterlockEvent.LevelLost;
import io.pumpwatch.interlocks.InterlockEvent.OutputCheckEnded;
import io.pumpwatch.interlocks.InterlockEvent.OutputCheckStarted;
import io.pumpwatch.interlocks.InterlockEvent.OutputDriven;
import io.pumpwatch.interlocks.InterlockEvent.PumpStarted;
import io.pumpwatch.interlocks.InterlockEvent.PumpStopped;
import io.pumpwatch.interlocks.InterlockEvent.ReadinessChanged;
import io.pumpwatch.interlocks.InterlockEvent.StopAnnounced;
import io.pumpwatch.interlocks.InterlockEvent.StopExplained;
import io.pumpwatch.interlocks.InterlockEvent.SwingLatched;
import io.pumpwatch.interlocks.InterlockEvent.SwingReleased;
import io.pumpwatch.interlocks.InterlockEvent.TrialAllowed;
import io.pumpwatch.interlocks.InterlockEvent.TrialEnded;
import io.pumpwatch.interlocks.InterlockEvent.TripReset;
import io.pumpwatch.interlocks.InterlockEvent.Tripped;
import io.pumpwatch.interlocks.InterlockState.Announced;
import io.pumpwatch.interlocks.InterlockState.Excursion;
import io.pumpwatch.interlocks.InterlockState.Flood;
import io.pumpwatch.interlocks.InterlockState.Gauge;
import io.pumpwatch.interlocks.InterlockState.HeaderState;
import io.pumpwatch.interlocks.InterlockState.Lost;
import io.pumpwatch.interlocks.InterlockState.OutputCheck;
import io.pumpwatch.interlocks.InterlockState.PumpState;
import io.pumpwatch.interlocks.InterlockState.SwingLatch;
import io.pumpwatch.interlocks.InterlockState.Trial;
import io.pumpwatch.interlocks.InterlockState.TripLatch;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The only way that interlock state changes, live and in replay. */
public final class InterlockFold {
    private InterlockFold() {}

    /** The state after one event. */
    public static InterlockState apply(InterlockState state, Stamp at, InterlockEvent event) {
        if (event instanceof PumpStarted e) {
            return state.withPump(
                    e.pump(),
                    pump -> new PumpState(
                            true, at, e.against(), null, false, pump.ranMs(), pump.inhibits(), pump.notReady()));
        }
        if (event instanceof PumpStopped e) {
            return state.withPump(e.pump(), pump -> stopped(pump, at, e));
        }
        if (event instanceof StopAnnounced e) {
            Announced announced = new Announced(e.by(), e.reason(), at);
            return state.withPump(e.pump(), pump -> explained(pump, announced, pump.unexplained()));
        }
        if (event instanceof StopExplained e) {
            return state.withPump(e.pump(), pump -> explained(pump, null, false));
        }
        if (event instanceof InhibitsChanged e) {
            return state.withPump(e.pump(), pump -> reasons(pump, at, e.reasons(), pump.notReady()));
        }
        if (event instanceof ReadinessChanged e) {
            return state.withPump(e.pump(), pump -> reasons(pump, at, pump.inhibits(), e.reasons()));
        }
        if (event instanceof Tripped e) {
            TripLatch latch = new TripLatch(at, e.value(), e.setpoint(), e.pumps(), e.firstOut());
            return state.withTrip(e.point(), latch);
        }
        if (event instanceof TripReset e) {
            return state.withTrip(e.point(), null);
        }
        return applyLevels(state, at, event);
    }

    private static InterlockState applyLevels(InterlockState state, Stamp at, InterlockEvent event) {
        if (event instanceof LevelLost e) {
            return state.withLost(e.level(), new Lost(at, e.lastGood(), e.lastGoodUtcMs(), e.ratePerMinute()));
        }
        if (event instanceof LevelFound e) {
            return state.withLost(e.level(), null);
        }
        if (event instanceof GaugeRead e) {
            return state.withGauge(e.level(), new Gauge(e.value(), e.by(), at));
        }
        if (event instanceof OutputCheckStarted e) {
            return state.withCheck(e.output(), new OutputCheck(e.energised(), e.by(), e.reason(), e.forMs(), at));
        }
        if (event instanceof OutputDriven e) {
            OutputCheck held = state.checks().get(e.output());
            return held == null ? state : state.withCheck(e.output(), held.driven(e.energised()));
        }
        if (event instanceof OutputCheckEnded e) {
            return state.withCheck(e.output(), null);
        }
        if (event instanceof FloodMode e) {
            return state.withFlood(e.on() ? new Flood(e.by(), e.reason(), at) : null);
        }
        return applyHeader(state, at, event);
    }

    private static InterlockState applyHeader(InterlockState state, Stamp at, InterlockEvent event) {
        if (event instanceof ExcursionBegan e) {
            return state.withHeader(
                    e.header(), new HeaderState(state.header(e.header()).swing(), new Excursion(at, e.value())));
        }
        if (event instanceof ExcursionEnded e) {
            return state.withHeader(
                    e.header(), new HeaderState(state.header(e.header()).swing(), null));
        }
        if (event instanceof SwingLatched e) {
            return latch(state, e.header(), none -> new SwingLatch(at, e.smallest(), e.largest(), null, null, null));
        }
        if (event instanceof SwingReleased e) {
            return latch(state, e.header(), held -> null);
        }
        if (event instanceof CauseRecorded e) {
            return latch(
                    state,
                    e.header(),
                    held -> held == null
                            ? null
                            : new SwingLatch(
                                    held.at(), held.smallest(), held.largest(), e.cause(), e.by(), held.trial()));
        }
        if (event instanceof TrialAllowed e) {
            Trial trial = new Trial(e.pump(), e.by(), e.second(), e.forMs(), at, false);
            return latch(state, e.header(), held -> withTrial(held, trial));
        }
        if (event instanceof TrialEnded e) {
            return latch(state, e.header(), held -> {
                Trial trial = held == null ? null : held.trial();
                return trial == null
                        ? held
                        : withTrial(
                                held,
                                new Trial(trial.pump(), trial.by(), trial.second(), trial.forMs(), trial.at(), true));
            });
        }
        throw new IllegalStateException("no fold for " + event.getClass());
    }

    private static @Nullable SwingLatch withTrial(@Nullable SwingLatch held, Trial trial) {
        return held == null
                ? null
                : new SwingLatch(held.at(), held.smallest(), held.largest(), held.cause(), held.causeBy(), trial);
    }

    private static InterlockState latch(InterlockState state, Tag header, UnaryOperator<@Nullable SwingLatch> change) {
        HeaderState before = state.header(header);
        return state.withHeader(header, new HeaderState(change.apply(before.swing()), before.excursion()));
    }

    private static PumpState stopped(PumpState pump, Stamp at, PumpStopped e) {
        return new PumpState(
                false,
                at,
                List.of(),
                null,
                e.why().equals(Pumps.UNKNOWN),
                pump.ranMs() + e.ranMs(),
                pump.inhibits(),
                pump.notReady());
    }

    private static PumpState explained(PumpState pump, @Nullable Announced announced, boolean unexplained) {
        return new PumpState(
                pump.running(),
                pump.since(),
                pump.against(),
                announced,
                unexplained,
                pump.ranMs(),
                pump.inhibits(),
                pump.notReady());
    }

    private static PumpState reasons(PumpState pump, Stamp at, List<String> inhibits, List<String> notReady) {
        return new PumpState(
                pump.running(),
                // A pump that was never seen to run has stood since it was first looked at.
                pump.since() == null ? at : pump.since(),
                pump.against(),
                pump.announced(),
                pump.unexplained(),
                pump.ranMs(),
                inhibits,
                notReady);
    }
}
