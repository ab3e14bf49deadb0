package io.pumpwatch.interlocks;

import io.pumpwatch.interlocks.InterlockCommand.AllowTrial;
import io.pumpwatch.interlocks.InterlockCommand.AnnounceStop;
import io.pumpwatch.interlocks.InterlockCommand.DriveOutput;
import io.pumpwatch.interlocks.InterlockCommand.EndOutputCheck;
import io.pumpwatch.interlocks.InterlockCommand.ExplainStop;
import io.pumpwatch.interlocks.InterlockCommand.ReadGauge;
import io.pumpwatch.interlocks.InterlockCommand.RecordCause;
import io.pumpwatch.interlocks.InterlockCommand.Release;
import io.pumpwatch.interlocks.InterlockCommand.ResetTrip;
import io.pumpwatch.interlocks.InterlockCommand.SetFlood;
import io.pumpwatch.interlocks.InterlockEvent.CauseRecorded;
import io.pumpwatch.interlocks.InterlockEvent.FloodMode;
import io.pumpwatch.interlocks.InterlockEvent.GaugeRead;
import io.pumpwatch.interlocks.InterlockEvent.StopAnnounced;
import io.pumpwatch.interlocks.InterlockEvent.StopExplained;
import io.pumpwatch.interlocks.InterlockEvent.SwingReleased;
import io.pumpwatch.interlocks.InterlockEvent.TrialAllowed;
import io.pumpwatch.interlocks.InterlockEvent.TripReset;
import io.pumpwatch.interlocks.InterlockPlan.Header;
import io.pumpwatch.interlocks.InterlockPlan.Sump;
import io.pumpwatch.interlocks.InterlockPlan.Swing;
import io.pumpwatch.interlocks.InterlockPlan.Tank;
import io.pumpwatch.interlocks.InterlockState.SwingLatch;
import io.pumpwatch.interlocks.InterlockState.TripLatch;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Tag;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What people do with interlocks: the sense of it; who may is judged before. */
final class InterlockActs {
    private static final Optional<Refusal> DONE = Optional.empty();

    private InterlockActs() {}

    static Optional<Refusal> act(Work work, InterlockInput.Asked asked) {
        InterlockCommand command = asked.command();
        String by = asked.by();
        if (command instanceof RecordCause e) {
            return cause(work, e, by);
        }
        if (command instanceof Release e) {
            return release(work, e.header(), by);
        }
        if (command instanceof AllowTrial e) {
            return trial(work, e, by);
        }
        if (command instanceof ResetTrip e) {
            return reset(work, e, by);
        }
        if (command instanceof AnnounceStop e) {
            return stop(work, e.pump(), e.reason(), () -> new StopAnnounced(e.pump(), by, e.reason()));
        }
        if (command instanceof ExplainStop e) {
            if (work.plan.pump(e.pump()) != null && !work.state().pump(e.pump()).unexplained()) {
                return refuse("stop.explained", "pump", e.pump());
            }
            return stop(work, e.pump(), e.reason(), () -> new StopExplained(e.pump(), by, e.reason()));
        }
        if (command instanceof ReadGauge e) {
            return gauge(work, e, by);
        }
        if (command instanceof DriveOutput e) {
            return OutputChecks.drive(work, e, by);
        }
        if (command instanceof EndOutputCheck e) {
            return OutputChecks.end(work, e.output(), by);
        }
        if (command instanceof SetFlood e) {
            if (e.reason().isBlank()) {
                return Optional.of(Refusal.of("reason.missing"));
            }
            boolean already = (work.state().flood() != null) == e.on();
            if (!already) {
                work.emit(new FloodMode(e.on(), by, e.reason()));
            }
            return DONE;
        }
        throw new IllegalStateException("no act for " + command.getClass());
    }

    private static Optional<Refusal> refuse(String code, String name, Object value) {
        return Optional.of(Refusal.of(code, name, value.toString()));
    }

    private static @Nullable SwingLatch latch(Work work, Tag header) {
        return work.state().header(header).swing();
    }

    private static Optional<Refusal> cause(Work work, RecordCause command, String by) {
        if (command.cause().isBlank()) {
            return Optional.of(Refusal.of("cause.missing"));
        }
        if (latch(work, command.header()) == null) {
            return refuse("swing.none", "header", command.header());
        }
        work.emit(new CauseRecorded(command.header(), by, command.cause()));
        return DONE;
    }

    private static Optional<Refusal> release(Work work, Tag header, String by) {
        SwingLatch latch = latch(work, header);
        if (latch == null) {
            return refuse("swing.none", "header", header);
        }
        String cause = latch.cause();
        String causeBy = latch.causeBy();
        if (cause == null || causeBy == null) {
            return refuse("release.no-cause", "header", header);
        }
        if (causeBy.equals(by)) {
            return refuse("release.same-person", "person", by);
        }
        work.emit(new SwingReleased(header, by, cause, causeBy));
        return DONE;
    }

    private static Optional<Refusal> trial(Work work, AllowTrial command, String by) {
        SwingLatch latch = latch(work, command.header());
        if (latch == null) {
            return refuse("swing.none", "header", command.header());
        }
        if (latch.trial() != null) {
            return refuse("trial.used", "header", command.header());
        }
        if (command.second().equals(by)) {
            return refuse("trial.same-person", "person", by);
        }
        for (Header header : work.plan.headers()) {
            Swing swing = header.swing();
            if (header.pressure().equals(command.header())
                    && header.pumps().contains(command.pump())
                    && swing != null) {
                work.emit(new TrialAllowed(command.header(), command.pump(), by, command.second(), swing.trialMs()));
                return DONE;
            }
        }
        return refuse("pump.unknown", "pump", command.pump());
    }

    private static Optional<Refusal> reset(Work work, ResetTrip command, String by) {
        TripLatch latch = work.state().trips().get(command.point());
        if (latch == null) {
            return refuse("trip.none", "point", command.point());
        }
        if (command.cause().isBlank()) {
            return Optional.of(Refusal.of("cause.missing"));
        }
        if (!gone(work, command.point())) {
            return refuse("reset.present", "point", command.point());
        }
        work.emit(new TripReset(command.point(), by, command.cause()));
        return DONE;
    }

    /** Gone is known only from a good reading. */
    private static boolean gone(Work work, AlarmId point) {
        Reading reading = work.readings().of(point.tag());
        for (Header header : work.plan.headers()) {
            Double trip = header.trip();
            if (header.pressure().equals(point.tag()) && trip != null) {
                return reading.used() && reading.raw() <= trip;
            }
        }
        for (Tank tank : work.plan.tanks()) {
            if (tank.level().equals(point.tag())) {
                return reading.used() && reading.value() >= tank.lowLow() + tank.deadband();
            }
        }
        // The point isn't in the station file any more: nothing can be present.
        return true;
    }

    private static Optional<Refusal> stop(Work work, Tag pump, String reason, Supplier<InterlockEvent> event) {
        if (work.plan.pump(pump) == null) {
            return refuse("pump.unknown", "pump", pump);
        }
        if (reason.isBlank()) {
            return Optional.of(Refusal.of("reason.missing"));
        }
        work.emit(event.get());
        return DONE;
    }

    private static Optional<Refusal> gauge(Work work, ReadGauge command, String by) {
        for (Sump sump : work.plan.sumps()) {
            if (sump.level().equals(command.level())) {
                if (!Double.isFinite(command.value())) {
                    return refuse("gauge.number", "level", command.level());
                }
                work.emit(new GaugeRead(command.level(), command.value(), sump.unit(), by));
                return DONE;
            }
        }
        return refuse("level.unknown", "level", command.level());
    }
}
