package io.pumpwatch.cli;

import io.pumpwatch.api.Commissioned;
import io.pumpwatch.api.Defects;
import io.pumpwatch.api.WorkItems;
import io.pumpwatch.console.AgentHttp.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Defects, work items, and commissioning sheets of instruments. */
final class DefectCommands implements Family {
    @Override
    public List<CommandSpec> commands(Shell shell) {
        Acts acts = new Acts(shell);
        return List.of(
                Command.group(
                        shell,
                        "defect",
                        defects(shell, acts),
                        report(shell, acts),
                        assign(shell, acts),
                        worded(shell, acts, "defect-handle", "handle", "defect"),
                        worded(shell, acts, "defect-close", "close", "defect"),
                        worded(shell, acts, "defect-reopen", "reopen", "defect")),
                Command.group(shell, "work", work(shell, acts), worded(shell, acts, "work-handle", "handle", "item")),
                Command.group(shell, "instrument", instruments(shell, acts), commission(shell, acts)));
    }

    private static CommandSpec report(Shell shell, Acts acts) {
        return new Command(shell, "defect-report", "report", line -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("equipment", Line.value(line, 0));
                    fields.put("text", String.join(" ", Line.values(line, 1)));
                    return acts.asPerson(line, "defect", fields);
                })
                .needs("EQUIPMENT", "cli.arg.equipment")
                .takesMany("TEXT", "cli.arg.wrong")
                .asPerson()
                .build();
    }

    private static CommandSpec assign(Shell shell, Acts acts) {
        return new Command(shell, "defect-assign", "assign", line -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("defect", Numbers.count(shell, Line.value(line, 0)));
                    fields.put("to", String.valueOf(Line.option(line, "--to")));
                    return acts.asPerson(line, "defect-assign", fields);
                })
                .needs("NUMBER", "cli.arg.number")
                .needsOption("--to", "ID", "cli.opt.to")
                .asPerson()
                .build();
    }

    /** An act on a numbered thing with words. */
    private static CommandSpec worded(Shell shell, Acts acts, String verb, String name, String field) {
        return new Command(shell, verb, name, line -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put(field, Numbers.count(shell, Line.value(line, 0)));
                    fields.put("text", String.join(" ", Line.values(line, 1)));
                    return acts.asPerson(line, verb, fields);
                })
                .needs("NUMBER", "cli.arg.number")
                .takesMany("TEXT", "cli.arg.how")
                .asPerson()
                .build();
    }

    private static CommandSpec defects(Shell shell, Acts acts) {
        return new Command(shell, "defect-list", "list", line -> {
                    Answer answer = acts.client(line).get("defects");
                    return acts.show(line, answer, () -> print(shell, answer.as(Defects.class), line));
                })
                .flag("--closed", "cli.opt.closed")
                .asksAgent()
                .build();
    }

    private static void print(Shell shell, Defects defects, ParseResult line) {
        List<Defects.Defect> some = Line.flag(line, "--closed") ? defects.closed() : defects.defects();
        if (some.isEmpty()) {
            shell.out().println(shell.say("cli.defect-list.none"));
            return;
        }
        Table table = new Table(
                "#",
                shell.say("cli.col.equipment"),
                shell.say("cli.col.wrong"),
                shell.say("cli.col.found"),
                shell.say("cli.col.by"),
                shell.say("cli.col.state"),
                shell.say("cli.col.assigned"),
                shell.say("cli.col.note"));
        for (Defects.Defect defect : some) {
            String overdue = defect.overdue()
                    ? shell.say("cli.defect.overdue") + " (" + shell.say("role." + defect.level()) + ") "
                    : "";
            table.row(
                    Long.toString(defect.number()),
                    defect.equipment(),
                    defect.words(),
                    Plain.time(defect.foundAt(), defects.zone()),
                    defect.foundByName(),
                    shell.say("defect.state." + defect.state()),
                    defect.assignedName(),
                    overdue + defect.handled());
        }
        table.print(shell.out());
    }

    private static CommandSpec work(Shell shell, Acts acts) {
        return new Command(shell, "work-list", "list", line -> {
                    Answer answer = acts.client(line).get("work");
                    return acts.show(line, answer, () -> print(shell, answer.as(WorkItems.class)));
                })
                .asksAgent()
                .build();
    }

    private static void print(Shell shell, WorkItems work) {
        if (work.items().isEmpty()) {
            shell.out().println(shell.say("cli.work-list.none"));
            return;
        }
        Table table = new Table(
                "#",
                shell.say("cli.col.point"),
                shell.say("cli.col.what"),
                shell.say("cli.col.since"),
                shell.say("cli.col.level"));
        for (WorkItems.Item item : work.items()) {
            table.row(
                    Long.toString(item.number()),
                    item.point(),
                    item.name(),
                    Plain.time(item.since(), work.zone()),
                    shell.say("role." + item.level()));
        }
        table.print(shell.out());
    }

    private static CommandSpec instruments(Shell shell, Acts acts) {
        return new Command(shell, "instrument-list", "list", line -> {
                    Answer answer = acts.client(line).get("commissioned");
                    return acts.show(line, answer, () -> print(shell, answer.as(Commissioned.class)));
                })
                .asksAgent()
                .build();
    }

    private static void print(Shell shell, Commissioned all) {
        Table table = new Table(
                shell.say("cli.col.tag"),
                shell.say("cli.col.name"),
                "4 / 8 / 12 / 16 / 20 mA",
                shell.say("cli.col.checked"),
                shell.say("cli.col.by"),
                shell.say("cli.col.error"),
                shell.say("cli.col.due"));
        for (Commissioned.Instrument each : all.instruments()) {
            String due = Plain.time(each.due(), all.zone()) + (each.overdue() ? " !" : "");
            String by = each.byName();
            table.row(
                    each.tag(),
                    each.name(),
                    String.join(
                                    " / ",
                                    each.expected().stream()
                                            .map(String::valueOf)
                                            .toList()) + " " + each.unit(),
                    Plain.time(each.done(), all.zone()),
                    by == null ? "" : by,
                    Plain.number(each.errorPercent(), "%"),
                    due);
        }
        table.print(shell.out());
    }

    private static CommandSpec commission(Shell shell, Acts acts) {
        return new Command(shell, "commission", "commission", line -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("instrument", Line.value(line, 0));
                    fields.put("found", Numbers.list(shell, String.valueOf(Line.option(line, "--found"))));
                    fields.put("left", Numbers.list(shell, String.valueOf(Line.option(line, "--left"))));
                    fields.put("point", String.valueOf(Line.option(line, "--alarm")));
                    fields.put("days", Numbers.count(shell, String.valueOf(Line.option(line, "--days"))));
                    fields.put("text", String.join(" ", Line.values(line, 1)));
                    return acts.asPerson(line, "commission", fields);
                })
                .needs("TAG", "cli.arg.instrument")
                .takesMany("TEXT", "cli.arg.noteText")
                .needsOption("--found", "N,N,N,N,N", "cli.opt.found")
                .needsOption("--left", "N,N,N,N,N", "cli.opt.left")
                .needsOption("--alarm", "POINT", "cli.opt.proven")
                .needsOption("--days", "DAYS", "cli.opt.nextDays")
                .asPerson()
                .build();
    }
}
