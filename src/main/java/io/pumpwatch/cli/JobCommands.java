package io.pumpwatch.cli;

import io.pumpwatch.api.Jobs;
import io.pumpwatch.console.AgentHttp.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Maintenance jobs: lock-out, steps, tools. */
final class JobCommands implements Family {
    /** Fields of an act behind the job's number. */
    @FunctionalInterface
    private interface Filled {
        void fill(ParseResult line, Map<String, Object> fields) throws CliFault;
    }

    @Override
    public List<CommandSpec> commands(Shell shell) {
        Acts acts = new Acts(shell);
        return List.of(Command.group(
                shell,
                "job",
                list(shell, acts),
                show(shell, acts),
                kinds(shell, acts),
                open(shell, acts),
                plain(shell, acts, "join"),
                plain(shell, acts, "leave"),
                unlock(shell, acts),
                step(shell, acts),
                skip(shell, acts),
                gauge(shell, acts),
                tool(shell, acts),
                close(shell, acts)));
    }

    private static Command on(Shell shell, Acts acts, String name, Filled filled) {
        return new Command(shell, "job-" + name, name, line -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("job", Numbers.count(shell, Line.value(line, 0)));
                    filled.fill(line, fields);
                    return acts.asPerson(line, "job-" + name, fields);
                })
                .needs("NUMBER", "cli.arg.job");
    }

    private static String rest(ParseResult line, int index) {
        return String.join(" ", Line.values(line, index));
    }

    private static CommandSpec plain(Shell shell, Acts acts, String name) {
        return on(shell, acts, name, (line, fields) -> {}).asPerson().build();
    }

    private static CommandSpec open(Shell shell, Acts acts) {
        return new Command(shell, "job-open", "open", line -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("kind", Line.value(line, 0));
                    fields.put("text", rest(line, 1));
                    String pump = Line.option(line, "--pump");
                    if (pump != null) {
                        fields.put("pump", pump);
                    }
                    return acts.asPerson(line, "job-open", fields);
                })
                .needs("KIND", "cli.arg.jobKind")
                .takesMany("TEXT", "cli.arg.jobText")
                .option("--pump", "TAG", "cli.opt.jobPump")
                .asPerson()
                .build();
    }

    private static CommandSpec unlock(Shell shell, Acts acts) {
        return on(shell, acts, "unlock", (line, fields) -> {
                    fields.put("of", Line.value(line, 1));
                    fields.put("reason", rest(line, 2));
                })
                .needs("ID", "cli.arg.lockOf")
                .takesMany("REASON", "cli.arg.reason")
                .asPerson()
                .build();
    }

    private static CommandSpec step(Shell shell, Acts acts) {
        return on(shell, acts, "step", (line, fields) -> {
                    fields.put("step", Line.value(line, 1));
                    fields.put("text", rest(line, 2));
                })
                .needs("STEP", "cli.arg.step")
                .takesMany("TEXT", "cli.arg.noteText")
                .asPerson()
                .build();
    }

    private static CommandSpec skip(Shell shell, Acts acts) {
        return on(shell, acts, "skip", (line, fields) -> {
                    fields.put("step", Line.value(line, 1));
                    fields.put("reason", rest(line, 2));
                })
                .needs("STEP", "cli.arg.step")
                .takesMany("REASON", "cli.arg.reason")
                .asPerson()
                .build();
    }

    private static CommandSpec gauge(Shell shell, Acts acts) {
        return on(
                        shell,
                        acts,
                        "gauge",
                        (line, fields) ->
                                fields.put("value", Numbers.real(shell, Line.value(line, 1), "cli.fault.number")))
                .needs("VALUE", "cli.arg.jobGauge")
                .asPerson()
                .build();
    }

    private static CommandSpec tool(Shell shell, Acts acts) {
        return on(shell, acts, "tool", (line, fields) -> {
                    fields.put("tool", Line.value(line, 1));
                    fields.put("where", Line.value(line, 2));
                    fields.put("text", rest(line, 3));
                })
                .needs("TOOL", "cli.arg.tool")
                .needs("WHERE", "cli.arg.where")
                .takesMany("TEXT", "cli.arg.noteText")
                .asPerson()
                .build();
    }

    private static CommandSpec close(Shell shell, Acts acts) {
        return on(shell, acts, "close", (line, fields) -> {
                    fields.put("text", rest(line, 1));
                    fields.put("tidy", Line.flag(line, "--tidy"));
                })
                .takesMany("TEXT", "cli.arg.jobDone")
                .flag("--tidy", "cli.opt.tidy")
                .asPerson()
                .build();
    }

    private static CommandSpec list(Shell shell, Acts acts) {
        return new Command(shell, "job-list", "list", line -> {
                    Answer answer = acts.client(line).get("jobs");
                    return acts.show(line, answer, () -> list(shell, answer.as(Jobs.class)));
                })
                .asksAgent()
                .build();
    }

    private static void list(Shell shell, Jobs jobs) {
        jobs.noStart().forEach(each -> shell.out().println(Plain.line(each)));
        if (jobs.jobs().isEmpty()) {
            shell.out().println(shell.say("cli.job-list.none"));
            return;
        }
        Table table = new Table(
                "#",
                shell.say("cli.col.name"),
                shell.say("cli.col.pump"),
                shell.say("cli.col.jobWork"),
                shell.say("cli.col.since"),
                shell.say("cli.col.by"),
                shell.say("cli.col.locks"),
                shell.say("cli.col.next"));
        for (Jobs.Job job : jobs.jobs()) {
            String pump = job.pump();
            String next = job.next();
            table.row(
                    Long.toString(job.number()),
                    job.name(),
                    pump == null ? "" : pump,
                    job.words(),
                    Plain.time(job.openedAt(), jobs.zone()),
                    job.openedByName(),
                    String.join(
                            ", ",
                            job.locks().stream().map(Jobs.Lock::personName).toList()),
                    next == null ? "" : step(job, next));
        }
        table.print(shell.out());
    }

    /** The step's id, which is typed, and what it is. */
    private static String step(Jobs.Job job, String id) {
        return job.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .map(step -> id + " " + step.text())
                .orElse(id);
    }

    private static CommandSpec show(Shell shell, Acts acts) {
        return new Command(shell, "job-show", "show", line -> {
                    long number = Numbers.count(shell, Line.value(line, 0));
                    Answer answer = acts.client(line).get("jobs");
                    return acts.show(line, answer, () -> show(shell, answer.as(Jobs.class), number));
                })
                .needs("NUMBER", "cli.arg.job")
                .asksAgent()
                .build();
    }

    private static void show(Shell shell, Jobs jobs, long number) {
        jobs.noStart().forEach(each -> shell.out().println(Plain.line(each)));
        for (Jobs.Job job : jobs.jobs()) {
            if (job.number() != number) {
                continue;
            }
            head(shell, job);
            Table steps = new Table(
                    "#",
                    shell.say("cli.col.step"),
                    shell.say("cli.col.what"),
                    shell.say("cli.col.state"),
                    shell.say("cli.col.by"),
                    shell.say("cli.col.note"));
            for (Jobs.Step step : job.steps()) {
                String by = step.byName();
                steps.row(
                        Integer.toString(step.place()),
                        step.id(),
                        step.text(),
                        shell.say("job.step." + step.state()),
                        by == null ? "" : by,
                        step.words());
            }
            steps.print(shell.out());
            Table tools = new Table("#", shell.say("cli.col.tool"), shell.say("cli.col.where"));
            for (Jobs.Tool tool : job.tools()) {
                tools.row(Integer.toString(tool.place()), tool.name(), shell.say("job.tool." + tool.where()));
            }
            tools.print(shell.out());
            return;
        }
        shell.out().println(shell.words().say("job.unknown", Map.of("job", Long.toString(number))));
    }

    private static void head(Shell shell, Jobs.Job job) {
        String pump = job.pump();
        String what = job.name() + (pump == null ? "" : " " + pump) + ": " + job.words();
        shell.out().println(Plain.line(job.number() + "  " + what));
        List<String> locks = job.locks().stream()
                .map(lock -> lock.personName() + " (" + lock.person() + ")")
                .toList();
        shell.out()
                .println(
                        locks.isEmpty()
                                ? shell.words().say("cli.job.nobody", Map.of("job", Long.toString(job.number())))
                                : shell.words().say("cli.job.locks", Map.of("locks", String.join(", ", locks))));
    }

    private static CommandSpec kinds(Shell shell, Acts acts) {
        return new Command(shell, "job-kinds", "kinds", line -> {
                    Answer answer = acts.client(line).get("jobs");
                    return acts.show(line, answer, () -> {
                        Table table = new Table(
                                shell.say("cli.col.id"),
                                shell.say("cli.col.name"),
                                shell.say("cli.col.pump"),
                                shell.say("cli.col.roles"));
                        for (Jobs.Kind kind : answer.as(Jobs.class).kinds()) {
                            List<String> roles = kind.roles().stream()
                                    .map(role -> shell.say("role." + role))
                                    .toList();
                            table.row(
                                    kind.id(),
                                    kind.name(),
                                    String.join(
                                            ", ",
                                            kind.pumps().stream()
                                                    .map(pump -> shell.say("pump-kind." + pump))
                                                    .toList()),
                                    String.join(", ", roles));
                        }
                        table.print(shell.out());
                    });
                })
                .asksAgent()
                .build();
    }
}
