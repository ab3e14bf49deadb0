package io.pumpwatch.web;

import io.pumpwatch.duty.AccidentCommand;
import io.pumpwatch.duty.DutyCommand;
import io.pumpwatch.duty.PeopleCommand;
import io.pumpwatch.scan.Command;
import io.pumpwatch.web.Verb.Proof;
import java.util.List;

/** Acts of the duty book. */
final class DutyVerbs {
    private DutyVerbs() {}

    static void add(VerbTable table) {
        table.open(
                "accident",
                List.of(),
                List.of("text"),
                (f, v) -> duty(new AccidentCommand.ReportAccident(f.text("text"))));
        table.row(
                "person-add",
                Proof.PERSON_OR_CODE,
                List.of("id", "name", "roles"),
                List.of("newPin"),
                (f, v) -> duty(new PeopleCommand.EnrolPerson(f.text("id"), f.text("name"), RoleField.of(f, "roles"))));
        table.add("person-remove", List.of("id"), (f, v) -> duty(new PeopleCommand.RemovePerson(f.text("id"))));
        table.add("pin", List.of("newPin"), List.of("id"), (f, v) -> duty(new PeopleCommand.ChangePin(whose(f))));
        table.add(
                "accident-confirm",
                List.of(),
                List.of("text"),
                (f, v) -> duty(new AccidentCommand.ConfirmAccident(f.text("text"))));
        table.add(
                "accident-statement",
                List.of("text"),
                (f, v) -> duty(new AccidentCommand.StateAccident(f.text("text"))));
        table.add("accident-scene", List.of("text"), (f, v) -> duty(new AccidentCommand.NoteScene(f.text("text"))));
        table.add("accident-close", List.of("text"), (f, v) -> duty(new AccidentCommand.CloseAccident(f.text("text"))));
    }

    /** Whose PIN is set: that of the person who asks, unless another is named. */
    private static String whose(Fields fields) throws RequestFault {
        return fields.has("id") ? fields.text("id") : fields.text("person");
    }

    private static Command duty(DutyCommand command) {
        return new Command.Duty(command);
    }
}
