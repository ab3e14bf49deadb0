package io.pumpwatch.alarms;

import io.pumpwatch.alarms.AlarmCommand.Acknowledge;
import io.pumpwatch.alarms.AlarmCommand.Confirm;
import io.pumpwatch.alarms.AlarmCommand.EndDrill;
import io.pumpwatch.alarms.AlarmCommand.PutBack;
import io.pumpwatch.alarms.AlarmCommand.Reset;
import io.pumpwatch.alarms.AlarmCommand.Shelve;
import io.pumpwatch.alarms.AlarmCommand.Silence;
import io.pumpwatch.alarms.AlarmCommand.StartDrill;
import io.pumpwatch.alarms.AlarmCommand.TakeOut;
import io.pumpwatch.alarms.AlarmCommand.Unshelve;
import io.pumpwatch.alarms.AlarmEvent.BackInService;
import io.pumpwatch.alarms.AlarmEvent.Confirmed;
import io.pumpwatch.alarms.AlarmEvent.DrillEnded;
import io.pumpwatch.alarms.AlarmEvent.DrillStarted;
import io.pumpwatch.alarms.AlarmEvent.OutOfService;
import io.pumpwatch.alarms.AlarmEvent.Shelved;
import io.pumpwatch.alarms.AlarmEvent.Silenced;
import io.pumpwatch.alarms.AlarmEvent.Unshelved;
import io.pumpwatch.alarms.Life.Cue;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Refusal;
import java.util.List;
import java.util.Optional;

/** What people do with alarm points: five verbs that never stand for each other, and the masks. */
final class AlarmActs {
    private static final long MINUTE_MS = 60_000;
    private static final Optional<Refusal> DONE = Optional.empty();

    private AlarmActs() {}

    /** Does it or says why not. */
    static Optional<Refusal> act(AlarmsPlan plan, Working work, AlarmInput.Asked asked) {
        AlarmCommand command = asked.command();
        String by = asked.person();
        if (command instanceof Acknowledge e) {
            return acknowledge(work, e, by);
        }
        if (command instanceof Silence) {
            if (work.state().audible()) {
                work.emit(new Silenced(asked.by()));
            }
            return DONE;
        }
        if (command instanceof Shelve e) {
            return shelve(plan, work, e, by);
        }
        if (command instanceof Unshelve e) {
            return unshelve(work, e.point(), by);
        }
        if (command instanceof Reset e) {
            return reset(work, e.point(), by);
        }
        if (command instanceof Confirm e) {
            if (work.planOf(e.point()) == null) {
                return unknown(e.point());
            }
            work.emit(new Confirmed(e.point(), by, e.action()));
            return DONE;
        }
        if (command instanceof TakeOut e) {
            return takeOut(plan, work, e, by);
        }
        if (command instanceof PutBack e) {
            return putBack(work, e.point(), by);
        }
        if (command instanceof StartDrill e) {
            return startDrill(plan, work, e, by);
        }
        if (command instanceof EndDrill) {
            if (work.state().drill() == null) {
                return Optional.of(Refusal.of("drill.none"));
            }
            work.emit(new DrillEnded(by, "ended"));
            return DONE;
        }
        throw new IllegalStateException("no act for " + command.getClass());
    }

    private static Optional<Refusal> unknown(AlarmId id) {
        return Optional.of(Refusal.of("alarm.unknown", "point", id.toString()));
    }

    private static Optional<Refusal> acknowledge(Working work, Acknowledge command, String by) {
        for (AlarmId id : command.points()) {
            if (work.planOf(id) == null) {
                return unknown(id);
            }
        }
        List<AlarmId> points = command.points().isEmpty() ? work.state().annunciated() : command.points();
        for (AlarmId id : points) {
            AlarmPlan point = work.planOf(id);
            if (point != null) {
                work.cue(point, Cue.ACKNOWLEDGE, by);
            }
        }
        return DONE;
    }

    private static Optional<Refusal> shelve(AlarmsPlan plan, Working work, Shelve command, String by) {
        if (work.planOf(command.point()) == null) {
            return unknown(command.point());
        }
        Optional<Refusal> bad = badMask(command.reason(), command.forMs(), plan.shelveMaxMs());
        if (bad.isEmpty()) {
            work.emit(new Shelved(command.point(), by, command.reason(), command.forMs()));
        }
        return bad;
    }

    private static Optional<Refusal> badMask(String reason, long forMs, long maxMs) {
        if (reason.isBlank()) {
            return Optional.of(Refusal.of("reason.missing"));
        }
        if (forMs <= 0) {
            return Optional.of(Refusal.of("end.past"));
        }
        if (forMs > maxMs) {
            return Optional.of(Refusal.of("end.far", "max", Long.toString(maxMs / MINUTE_MS)));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> unshelve(Working work, AlarmId id, String by) {
        AlarmPlan point = work.planOf(id);
        if (point == null) {
            return unknown(id);
        }
        if (work.of(id).shelf() == null) {
            return Optional.of(Refusal.of("alarm.not-shelved", "point", id.toString()));
        }
        work.emit(new Unshelved(id, by, "by a person"));
        Alarms.unmask(work, point, by);
        return DONE;
    }

    private static Optional<Refusal> reset(Working work, AlarmId id, String by) {
        AlarmPlan point = work.planOf(id);
        if (point == null) {
            return unknown(id);
        }
        Life life = work.state().life(id);
        if (life.abnormal()) {
            return Optional.of(Refusal.of("reset.present", "point", id.toString()));
        }
        if (life == Life.LATCHED_UNACKED) {
            return Optional.of(Refusal.of("reset.unacknowledged", "point", id.toString()));
        }
        if (life != Life.LATCHED_ACKED) {
            return Optional.of(Refusal.of("reset.not-latched", "point", id.toString()));
        }
        work.cue(point, Cue.RESET, by);
        return DONE;
    }

    private static Optional<Refusal> takeOut(AlarmsPlan plan, Working work, TakeOut command, String by) {
        if (work.planOf(command.point()) == null) {
            return unknown(command.point());
        }
        Optional<Refusal> bad = badMask(command.reason(), command.forMs(), plan.serviceMaxMs());
        if (bad.isEmpty()) {
            work.emit(new OutOfService(command.point(), by, command.reason(), command.forMs()));
        }
        return bad;
    }

    private static Optional<Refusal> putBack(Working work, AlarmId id, String by) {
        AlarmPlan point = work.planOf(id);
        if (point == null) {
            return unknown(id);
        }
        if (work.of(id).service() == null) {
            return Optional.of(Refusal.of("alarm.in-service", "point", id.toString()));
        }
        work.emit(new BackInService(id, by, "by a person"));
        Alarms.unmask(work, point, by);
        return DONE;
    }

    private static Optional<Refusal> startDrill(AlarmsPlan plan, Working work, StartDrill command, String by) {
        if (work.state().drill() != null) {
            return Optional.of(Refusal.of("drill.running"));
        }
        if (command.points().isEmpty()) {
            return Optional.of(Refusal.of("drill.empty"));
        }
        for (AlarmId id : command.points()) {
            if (plan.point(id) == null) {
                return unknown(id);
            }
        }
        Optional<Refusal> bad = badMask(command.reason(), command.forMs(), plan.serviceMaxMs());
        if (bad.isEmpty()) {
            work.emit(new DrillStarted(command.points(), by, command.reason(), command.forMs()));
        }
        return bad;
    }
}
