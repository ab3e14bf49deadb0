package io.pumpwatch.cli;

import io.pumpwatch.api.People;
import io.pumpwatch.console.AgentHttp.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** People, who is on duty, PINs, and accidents. */
final class PeopleCommands implements Family {
    private static final String NEW_PIN = "PUMPWATCH_NEW_PIN";
    /** What somebody types who looks for a command: alone, none of these tells of an accident. */
    private static final Set<String> SLIPS = Set.of("list", "show", "status", "confirm", "statement", "scene", "close");

    @Override
    public List<CommandSpec> commands(Shell shell) {
        Acts acts = new Acts(shell);
        return List.of(
                new Command(shell, "accident", "accident", line -> accident(shell, acts, line))
                        .takesMany("TEXT", "cli.arg.accident")
                        .asPerson()
                        .build(),
                new Command(shell, "pin", "pin", line -> pin(shell, acts, line))
                        .option("--of", "ID", "cli.opt.of")
                        .option("--new-pin-file", "FILE", "cli.opt.newPinFile")
                        .option("--new-pin", "PIN", "cli.opt.newPin")
                        .asPerson()
                        .build(),
                Command.group(shell, "person", add(shell, acts), list(shell, acts), remove(shell, acts)));
    }

    private static int accident(Shell shell, Acts acts, ParseResult line) throws CliFault {
        List<String> told = Line.values(line, 0);
        if (told.size() == 1 && SLIPS.contains(told.get(0))) {
            throw new CliFault(Exit.USAGE, shell.say("cli.accident.slip", "word", told.get(0)));
        }
        return acts.atOnce(line, "accident", Map.of("text", String.join(" ", Line.values(line, 0))));
    }

    private static int pin(Shell shell, Acts acts, ParseResult line) throws CliFault {
        Map<String, Object> fields = new LinkedHashMap<>();
        String of = Line.option(line, "--of");
        if (of != null) {
            fields.put("id", of);
        }
        return acts.asPerson(line, "pin", fields, () -> fields.put("newPin", newPin(shell, line, of)));
    }

    private static String newPin(Shell shell, ParseResult line, @Nullable String person) throws CliFault {
        String given = Line.option(line, "--new-pin");
        String file = Line.option(line, "--new-pin-file");
        boolean ready = given != null || file != null || shell.env().containsKey(NEW_PIN);
        Pins pins = new Pins(shell);
        String who = person == null ? "" : person;
        String first = ready ? pins.of(given, file, NEW_PIN, who) : pins.ask("cli.pin.new", who);
        if (!ready && !first.equals(pins.ask("cli.pin.again", who))) {
            throw new CliFault(Exit.USAGE, shell.say("cli.pin.differ"));
        }
        return first;
    }

    private static CommandSpec add(Shell shell, Acts acts) {
        return new Command(shell, "person-add", "add", line -> added(shell, acts, line))
                .needs("ID", "cli.arg.id")
                .needsOption("--name", "NAME", "cli.opt.name")
                .needsOptions("--role", "ROLE", "cli.opt.role")
                .option("--code", "CODE", "cli.opt.code")
                .flag("--keep-pin", "cli.opt.keepPin")
                .option("--new-pin-file", "FILE", "cli.opt.newPinFile")
                .option("--new-pin", "PIN", "cli.opt.newPin")
                .asPerson()
                .build();
    }

    private static int added(Shell shell, Acts acts, ParseResult line) throws CliFault {
        Map<String, Object> fields = new LinkedHashMap<>();
        String id = Line.value(line, 0);
        fields.put("id", id);
        fields.put("name", String.valueOf(Line.option(line, "--name")));
        fields.put("roles", Line.options(line, "--role"));
        Acts.More more = () -> {
            if (!Line.flag(line, "--keep-pin")) {
                fields.put("newPin", newPin(shell, line, id));
            }
        };
        String code = Line.option(line, "--code");
        if (code != null) {
            more.ask();
            fields.put("code", code);
            return acts.tell(line, acts.client(line), "person-add", fields);
        }
        return acts.asPerson(line, "person-add", fields, more);
    }

    private static CommandSpec remove(Shell shell, Acts acts) {
        return new Command(
                        shell,
                        "person-remove",
                        "remove",
                        line -> acts.asPerson(line, "person-remove", Map.of("id", Line.value(line, 0))))
                .needs("ID", "cli.arg.id")
                .asPerson()
                .build();
    }

    private static CommandSpec list(Shell shell, Acts acts) {
        return new Command(shell, "person-list", "list", line -> {
                    Answer answer = acts.client(line).get("people");
                    return acts.show(line, answer, () -> print(shell, answer.as(People.class)));
                })
                .asksAgent()
                .build();
    }

    private static void print(Shell shell, People people) {
        if (people.people().isEmpty()) {
            shell.out().println(shell.say("cli.person-list.none"));
            return;
        }
        Table table = new Table(
                shell.say("cli.col.id"),
                shell.say("cli.col.name"),
                shell.say("cli.col.roles"),
                shell.say("cli.col.onDuty"));
        for (People.Someone someone : people.people()) {
            String roles = String.join(
                    ", ",
                    someone.roles().stream()
                            .map(role -> shell.say("role." + role))
                            .toList());
            String duty = someone.active()
                    ? Plain.time(someone.onDutySince(), people.zone())
                    : shell.say("cli.person-list.left");
            table.row(someone.id(), someone.name(), roles, duty);
        }
        table.print(shell.out());
    }
}
