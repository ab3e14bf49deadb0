package io.pumpwatch.cli;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.console.AgentHttp.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The alarm list, and what people do with alarm points. */
final class AlarmCommands implements Family {
    @Override
    public List<CommandSpec> commands(Shell shell) {
        Acts acts = new Acts(shell);
        return List.of(
                new Command(shell, "alarms", "alarms", line -> list(shell, acts, line))
                        .flag("--all", "cli.opt.allPoints")
                        .asksAgent()
                        .build(),
                new Command(shell, "ack", "ack", line -> acknowledge(shell, acts, line))
                        .takesMany("POINT", "cli.arg.points")
                        .flag("--all", "cli.opt.allAsking")
                        .asPerson()
                        .build(),
                new Command(shell, "silence", "silence", line -> acts.atOnce(line, "silence", Map.of()))
                        .asPerson()
                        .build(),
                masking(shell, "shelve", acts),
                onPoint(shell, "unshelve", acts),
                new Command(shell, "reset", "reset", line -> reset(acts, line))
                        .needs("POINT", "cli.arg.point")
                        .option("--cause", "TEXT", "cli.opt.cause")
                        .asPerson()
                        .build(),
                new Command(
                                shell,
                                "confirm",
                                "confirm",
                                line -> acts.asPerson(
                                        line,
                                        "confirm",
                                        Map.of("point", Line.value(line, 0), "text", Line.value(line, 1))))
                        .needs("POINT", "cli.arg.point")
                        .needs("TEXT", "cli.arg.action")
                        .asPerson()
                        .build(),
                masking(shell, "out-of-service", acts),
                onPoint(shell, "in-service", acts),
                drill(shell, acts));
    }

    private static CommandSpec onPoint(Shell shell, String name, Acts acts) {
        return new Command(shell, name, name, line -> acts.asPerson(line, name, Map.of("point", Line.value(line, 0))))
                .needs("POINT", "cli.arg.point")
                .asPerson()
                .build();
    }

    private static CommandSpec masking(Shell shell, String name, Acts acts) {
        return new Command(shell, name, name, line -> {
                    Map<String, Object> fields = masks(shell, line);
                    fields.put("point", Line.value(line, 0));
                    return acts.asPerson(line, name, fields);
                })
                .needs("POINT", "cli.arg.point")
                .needsOption("--reason", "TEXT", "cli.opt.reason")
                .needsOption("--minutes", "N", "cli.opt.minutes")
                .asPerson()
                .build();
    }

    private static Map<String, Object> masks(Shell shell, ParseResult line) throws CliFault {
        String minutes = String.valueOf(Line.option(line, "--minutes"));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reason", String.valueOf(Line.option(line, "--reason")));
        try {
            fields.put("minutes", Long.parseLong(minutes));
        } catch (NumberFormatException fault) {
            throw new CliFault(
                    Exit.USAGE, shell.words().say("cli.fault.minutes", Map.of("value", Plain.line(minutes))));
        }
        return fields;
    }

    private static CommandSpec drill(Shell shell, Acts acts) {
        CommandSpec start = new Command(shell, "drill-start", "start", line -> {
                    Map<String, Object> fields = masks(shell, line);
                    fields.put("points", Line.values(line, 0));
                    return acts.asPerson(line, "drill-start", fields);
                })
                .takesMany("POINT", "cli.arg.points")
                .needsOption("--reason", "TEXT", "cli.opt.reason")
                .needsOption("--minutes", "N", "cli.opt.minutes")
                .asPerson()
                .build();
        CommandSpec end = new Command(shell, "drill-end", "end", line -> acts.asPerson(line, "drill-end", Map.of()))
                .asPerson()
                .build();
        return Command.group(shell, "drill", start, end);
    }

    private static int acknowledge(Shell shell, Acts acts, ParseResult line) throws CliFault {
        List<String> points = Line.values(line, 0);
        boolean all = Line.flag(line, "--all");
        if (points.isEmpty() != all) {
            throw new CliFault(Exit.USAGE, shell.say("cli.ack.which"));
        }
        return acts.asPerson(line, "acknowledge", all ? Map.of("all", true) : Map.of("points", points));
    }

    private static int reset(Acts acts, ParseResult line) throws CliFault {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("point", Line.value(line, 0));
        String cause = Line.option(line, "--cause");
        if (cause != null) {
            fields.put("cause", cause);
        }
        return acts.asPerson(line, "reset", fields);
    }

    private static int list(Shell shell, Acts acts, ParseResult line) throws CliFault {
        boolean all = Line.flag(line, "--all");
        Answer answer = acts.client(line).get(all ? "alarms?all=true" : "alarms");
        return acts.show(line, answer, () -> print(shell, answer.as(AlarmList.class)));
    }

    private static void print(Shell shell, AlarmList list) {
        if (list.alarms().isEmpty()) {
            shell.out().println(shell.say("cli.alarms.none"));
        } else {
            Table table = new Table(
                    shell.say("cli.col.point"),
                    shell.say("cli.col.priority"),
                    shell.say("cli.col.state"),
                    shell.say("cli.col.value"),
                    shell.say("cli.col.setpoint"),
                    shell.say("cli.col.since"),
                    shell.say("cli.col.alarm"));
            for (AlarmList.Alarm alarm : list.alarms()) {
                table.row(
                        alarm.point(),
                        shell.say("priority." + alarm.priority()),
                        alarm.stateText(),
                        Plain.number(alarm.value(), alarm.unit()),
                        Plain.number(alarm.setpoint(), alarm.unit()),
                        Plain.time(alarm.since(), list.zone()),
                        alarm.name() + notes(shell, alarm, list.zone()));
            }
            table.print(shell.out());
        }
        if (list.shelved() + list.outOfService() + list.suppressed() > 0) {
            shell.out()
                    .println(shell.words()
                            .say(
                                    "cli.alarms.masked",
                                    Map.of(
                                            "shelved", Integer.toString(list.shelved()),
                                            "out", Integer.toString(list.outOfService()),
                                            "suppressed", Integer.toString(list.suppressed()))));
        }
    }

    private static String notes(Shell shell, AlarmList.Alarm alarm, String zone) {
        List<String> notes = new ArrayList<>();
        if (alarm.functionCheck()) {
            notes.add(shell.say("cli.note.drill"));
        }
        if (alarm.firstOut()) {
            notes.add(shell.say("cli.note.firstOut"));
        }
        String acknowledged = alarm.acknowledgedByName();
        if (acknowledged != null) {
            notes.add(shell.say("cli.note.acked", "person", acknowledged));
        }
        mask(shell, notes, "cli.note.shelved", alarm.shelved(), zone);
        mask(shell, notes, "cli.note.out", alarm.outOfService(), zone);
        if (alarm.suppressed() != null) {
            notes.add(shell.say("cli.note.suppressed", "why", alarm.suppressed()));
        }
        if (alarm.seenBy() != null) {
            notes.add(shell.say("cli.note.seen", "seat", alarm.seenBy()));
        }
        if (!alarm.kept()) {
            notes.add(shell.say("cli.note.notKept"));
        }
        return notes.isEmpty() ? "" : " [" + String.join("; ", notes) + "]";
    }

    private static void mask(Shell shell, List<String> notes, String key, AlarmList.@Nullable Mask mask, String zone) {
        if (mask != null) {
            notes.add(shell.words()
                    .say(
                            key,
                            Map.of(
                                    "person",
                                    mask.byName(),
                                    "end",
                                    Plain.time(mask.until(), zone),
                                    "reason",
                                    mask.reason())));
        }
    }
}
