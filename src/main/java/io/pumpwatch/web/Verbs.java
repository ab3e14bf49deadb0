package io.pumpwatch.web;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.duty.DutyCommand;
import io.pumpwatch.interlocks.Condition;
import io.pumpwatch.interlocks.InterlockCommand;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.view.StationView;
import io.pumpwatch.web.Verb.Maker;
import io.pumpwatch.web.Verb.Proof;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The acts of the API, one row each. */
final class Verbs {
    private static final Map<String, Verb> ALL = new LinkedHashMap<>();

    static {
        open("accident", List.of(), List.of("text"), (f, v) -> duty(new DutyCommand.ReportAccident(f.text("text"))));
        open("silence", List.of(), List.of(), (f, v) -> alarm(new AlarmCommand.Silence()));
        add("acknowledge", List.of(), List.of("points", "all"), (f, v) -> acknowledge(f));
        add(
                "shelve",
                List.of("point", "reason", "minutes"),
                (f, v) -> alarm(new AlarmCommand.Shelve(f.point("point"), f.text("reason"), f.minutesMs("minutes"))));
        add("unshelve", List.of("point"), (f, v) -> alarm(new AlarmCommand.Unshelve(f.point("point"))));
        add("reset", List.of("point"), List.of("cause"), Verbs::reset);
        add("confirm", List.of("point", "text"), (f, v) -> confirm(f));
        add(
                "out-of-service",
                List.of("point", "reason", "minutes"),
                (f, v) -> alarm(new AlarmCommand.TakeOut(f.point("point"), f.text("reason"), f.minutesMs("minutes"))));
        add("in-service", List.of("point"), (f, v) -> alarm(new AlarmCommand.PutBack(f.point("point"))));
        add(
                "drill-start",
                List.of("points", "reason", "minutes"),
                (f, v) -> alarm(
                        new AlarmCommand.StartDrill(f.points("points"), f.text("reason"), f.minutesMs("minutes"))));
        add("drill-end", List.of(), (f, v) -> alarm(new AlarmCommand.EndDrill()));
        add(
                "cause",
                List.of("header", "cause"),
                (f, v) -> interlock(new InterlockCommand.RecordCause(f.tag("header"), f.text("cause"))));
        add("release", List.of("header"), (f, v) -> interlock(new InterlockCommand.Release(f.tag("header"))));
        row(
                "trial",
                Proof.TWO,
                List.of("header", "pump"),
                List.of(),
                (f, v) -> interlock(new InterlockCommand.AllowTrial(f.tag("header"), f.tag("pump"), f.text("second"))));
        add(
                "stop-announce",
                List.of("pump", "reason"),
                (f, v) -> interlock(new InterlockCommand.AnnounceStop(f.tag("pump"), f.text("reason"))));
        add(
                "stop-explain",
                List.of("pump", "reason"),
                (f, v) -> interlock(new InterlockCommand.ExplainStop(f.tag("pump"), f.text("reason"))));
        add(
                "gauge",
                List.of("level", "value"),
                (f, v) -> interlock(new InterlockCommand.ReadGauge(f.tag("level"), f.number("value"))));
        add("flood-on", List.of("reason"), (f, v) -> interlock(new InterlockCommand.SetFlood(true, f.text("reason"))));
        add(
                "flood-off",
                List.of("reason"),
                (f, v) -> interlock(new InterlockCommand.SetFlood(false, f.text("reason"))));
        add("sign-on", List.of(), (f, v) -> duty(new DutyCommand.SignOn()));
        add("sign-off", List.of(), (f, v) -> duty(new DutyCommand.SignOff()));
        row(
                "person-add",
                Proof.PERSON_OR_CODE,
                List.of("id", "name", "roles"),
                List.of("newPin"),
                (f, v) -> duty(new DutyCommand.EnrolPerson(f.text("id"), f.text("name"), f.roles("roles"))));
        add("person-remove", List.of("id"), (f, v) -> duty(new DutyCommand.RemovePerson(f.text("id"))));
        add("pin", List.of("newPin"), List.of("id"), (f, v) -> duty(new DutyCommand.ChangePin(whose(f))));
        add("accident-close", List.of("text"), (f, v) -> duty(new DutyCommand.CloseAccident(f.text("text"))));
    }

    private Verbs() {}

    /** By name, in the order of the documentation. */
    static Map<String, Verb> all() {
        return ALL;
    }

    /** Whose PIN is set: that of the person who asks, unless another is named. */
    static String whose(Fields fields) throws RequestFault {
        return fields.has("id") ? fields.text("id") : fields.text("person");
    }

    private static void open(String name, List<String> required, List<String> optional, Maker maker) {
        row(name, Proof.NOBODY, required, optional, maker);
    }

    private static void add(String name, List<String> required, Maker maker) {
        row(name, Proof.PERSON, required, List.of(), maker);
    }

    private static void add(String name, List<String> required, List<String> optional, Maker maker) {
        row(name, Proof.PERSON, required, optional, maker);
    }

    private static void row(String name, Proof proof, List<String> required, List<String> optional, Maker maker) {
        ALL.put(name, new Verb(name, proof, required, optional, maker));
    }

    private static Command alarm(AlarmCommand command) {
        return new Command.Alarm(command);
    }

    private static Command interlock(InterlockCommand command) {
        return new Command.Interlock(command);
    }

    private static Command duty(DutyCommand command) {
        return new Command.Duty(command);
    }

    /** An empty list acknowledges everything, so it must be said. */
    private static Command acknowledge(Fields fields) throws RequestFault {
        List<AlarmId> points = fields.points("points");
        if (points.isEmpty() != fields.flag("all")) {
            throw RequestFault.field(Refusal.of("acknowledge.which"), "points");
        }
        return alarm(new AlarmCommand.Acknowledge(points));
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
