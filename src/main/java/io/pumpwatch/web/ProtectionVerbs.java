package io.pumpwatch.web;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.interlocks.Condition;
import io.pumpwatch.interlocks.InterlockCommand;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.view.StationView;
import io.pumpwatch.web.Verb.Proof;
import java.util.List;

/** Acts on alarms and protection. */
final class ProtectionVerbs {
    /** How long a function check lasts where nobody says it, s. */
    private static final long USUAL_S = 60;

    private static final long MS_A_SECOND = 1_000;

    /** States of an output: its coil energised or not. */
    private enum Switch {
        ON,
        OFF
    }

    private ProtectionVerbs() {}

    static void add(VerbTable table) {
        table.open("silence", List.of(), List.of(), (f, v) -> alarm(new AlarmCommand.Silence()));
        table.add("acknowledge", List.of(), List.of("points", "all"), (f, v) -> acknowledge(f));
        table.add(
                "shelve",
                List.of("point", "reason", "minutes"),
                (f, v) -> alarm(new AlarmCommand.Shelve(f.point("point"), f.text("reason"), f.minutesMs("minutes"))));
        table.add("unshelve", List.of("point"), (f, v) -> alarm(new AlarmCommand.Unshelve(f.point("point"))));
        table.add("reset", List.of("point"), List.of("cause"), ProtectionVerbs::reset);
        table.add("confirm", List.of("point", "text"), (f, v) -> confirm(f));
        table.add(
                "out-of-service",
                List.of("point", "reason", "minutes"),
                (f, v) -> alarm(new AlarmCommand.TakeOut(f.point("point"), f.text("reason"), f.minutesMs("minutes"))));
        table.add("in-service", List.of("point"), (f, v) -> alarm(new AlarmCommand.PutBack(f.point("point"))));
        table.add(
                "drill-start",
                List.of("points", "reason", "minutes"),
                (f, v) -> alarm(
                        new AlarmCommand.StartDrill(f.points("points"), f.text("reason"), f.minutesMs("minutes"))));
        table.add("drill-end", List.of(), (f, v) -> alarm(new AlarmCommand.EndDrill()));
        table.add(
                "cause",
                List.of("header", "cause"),
                (f, v) -> interlock(new InterlockCommand.RecordCause(f.tag("header"), f.text("cause"))));
        table.add("release", List.of("header"), (f, v) -> interlock(new InterlockCommand.Release(f.tag("header"))));
        table.row(
                "trial",
                Proof.TWO,
                List.of("header", "pump"),
                List.of(),
                (f, v) -> interlock(new InterlockCommand.AllowTrial(f.tag("header"), f.tag("pump"), f.text("second"))));
        table.add(
                "stop-announce",
                List.of("pump", "reason"),
                (f, v) -> interlock(new InterlockCommand.AnnounceStop(f.tag("pump"), f.text("reason"))));
        table.add(
                "stop-explain",
                List.of("pump", "reason"),
                (f, v) -> interlock(new InterlockCommand.ExplainStop(f.tag("pump"), f.text("reason"))));
        table.add(
                "gauge",
                List.of("level", "value"),
                (f, v) -> interlock(new InterlockCommand.ReadGauge(f.tag("level"), f.number("value"))));
        // Whoever answers puts the station file as it is now in the place of the plan in force.
        table.add("reload", List.of("reason"), (f, v) -> new Command.Load(v.plan(), "", "", reason(f)));
        outputs(table);
        table.add(
                "flood-on",
                List.of("reason"),
                (f, v) -> interlock(new InterlockCommand.SetFlood(true, f.text("reason"))));
        table.add(
                "flood-off",
                List.of("reason"),
                (f, v) -> interlock(new InterlockCommand.SetFlood(false, f.text("reason"))));
    }

    /** Function checks of outputs. */
    private static void outputs(VerbTable table) {
        table.add(
                "output-drive",
                List.of("output", "state"),
                List.of("reason", "seconds"),
                (f, v) -> interlock(new InterlockCommand.DriveOutput(
                        f.tag("output"),
                        f.word("state", Switch.class) == Switch.ON,
                        (f.has("seconds") ? f.count("seconds") : USUAL_S) * MS_A_SECOND,
                        f.text("reason"))));
        table.add(
                "output-end",
                List.of("output"),
                (f, v) -> interlock(new InterlockCommand.EndOutputCheck(f.tag("output"))));
    }

    private static Command alarm(AlarmCommand command) {
        return new Command.Alarm(command);
    }

    private static Command interlock(InterlockCommand command) {
        return new Command.Interlock(command);
    }

    /** An empty list acknowledges everything, so it must be said. */
    private static Command acknowledge(Fields fields) throws RequestFault {
        List<AlarmId> points = fields.points("points");
        if (points.isEmpty() != fields.flag("all")) {
            throw RequestFault.field(Refusal.of("acknowledge.which"), "points");
        }
        return alarm(new AlarmCommand.Acknowledge(points));
    }

    private static String reason(Fields fields) throws RequestFault {
        String reason = fields.text("reason");
        if (reason.isEmpty()) {
            throw RequestFault.field(Refusal.of("reason.missing"), "reason");
        }
        return reason;
    }

    private static Command confirm(Fields fields) throws RequestFault {
        String text = fields.text("text");
        if (text.isEmpty()) {
            throw RequestFault.field(Refusal.of("field.missing", "field", "text"), "text");
        }
        return alarm(new AlarmCommand.Confirm(fields.point("point"), text));
    }

    /** A latched trip is reset with its cause; any other point's latch is the alarm's own. */
    private static Command reset(Fields fields, StationView view) throws RequestFault {
        AlarmId point = fields.point("point");
        boolean tripped = view.state().interlocks().trips().containsKey(point);
        boolean trip = point.condition().equals(Condition.TRIP) && (tripped || fields.has("cause"));
        if (trip && (tripped || !view.state().alarms().life(point).latched())) {
            return interlock(new InterlockCommand.ResetTrip(point, fields.text("cause")));
        }
        return alarm(new AlarmCommand.Reset(point));
    }
}
