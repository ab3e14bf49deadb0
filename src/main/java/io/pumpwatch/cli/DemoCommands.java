package io.pumpwatch.cli;

import io.pumpwatch.app.demo.DemoRun;
import io.pumpwatch.app.demo.Dispatch;
import io.pumpwatch.app.demo.ReplayRun;
import io.pumpwatch.app.demo.RunSummary;
import io.pumpwatch.app.demo.Told;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.field.InputFault;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Whole stations with an embedded broker and a seat at dispatch: a simulated one, and recordings. */
final class DemoCommands implements Family {
    private static final int DEFAULT_PORT = 8460;

    @Override
    public List<CommandSpec> commands(Shell shell) {
        return List.of(
                new Command(shell, "demo", "demo", line -> demo(shell, line))
                        .option("--seconds", "SECONDS", "cli.opt.seconds")
                        .option("--seed", "NUMBER", "cli.opt.seed")
                        .option("--port", "PORT", "cli.opt.port")
                        .option("--config", "FILE", "cli.opt.config")
                        .flag("--week", "cli.opt.week")
                        .option("--keep", "FOLDER", "cli.opt.keep")
                        .option("--broker", "HOST:PORT", "cli.opt.broker-of-demo")
                        .flag("--json", "cli.opt.json")
                        .build(),
                new Command(shell, "replay", "replay", line -> replay(shell, line))
                        .needs("RECORDING", "cli.opt.recording")
                        .needsOption("--config", "FILE", "cli.opt.config")
                        .option("--speed", "N|max", "cli.opt.speed")
                        .option("--seconds", "SECONDS", "cli.opt.seconds")
                        .option("--seed", "NUMBER", "cli.opt.replay-seed")
                        .option("--broker", "HOST:PORT", "cli.opt.broker-of-demo")
                        .flag("--json", "cli.opt.json")
                        .build());
    }

    /** The broker asked for, else the program's own; where that isn't there nobody listens, which is said. */
    static Dispatch dispatch(Shell shell, ParseResult line) throws CliFault {
        String asked = Line.option(line, "--broker");
        if (asked != null) {
            return Dispatch.at(asked)
                    .orElseThrow(
                            () -> new CliFault(Exit.USAGE, shell.say("cli.demo.broker", "value", Plain.line(asked))));
        }
        Dispatch usual = Dispatch.usual();
        if (usual instanceof Dispatch.Nobody) {
            shell.err().println(shell.say("cli.demo.nobody"));
        }
        return usual;
    }

    private static int demo(Shell shell, ParseResult line) throws CliFault {
        if (Line.flag(line, "--week")) {
            return DemoWeek.run(shell, line);
        }
        if (Line.option(line, "--keep") != null) {
            throw new CliFault(Exit.USAGE, shell.say("cli.demo.keep"));
        }
        Loaded loaded = StationFiles.load(shell, line.matchedOptionValue("--config", null));
        DemoRun.Options options = new DemoRun.Options(
                loaded,
                Line.number(shell, line, "--seconds", 0),
                Line.number(shell, line, "--seed", 1),
                (int) Line.number(shell, line, "--port", DEFAULT_PORT),
                Main.version(),
                shell.lang(),
                dispatch(shell, line));
        boolean json = Line.flag(line, "--json");
        if (!json && options.seconds() == 0 && ConsoleCommand.inTerminal(shell)) {
            return DemoConsole.run(shell, options);
        }
        DemoRun demo = new DemoRun(options, told -> show(shell, json, told));
        return UntilSignal.run(shell, demo::end, () -> {
            RunSummary summary = demo.run(doors -> doors(shell, json, doors));
            return end(shell, json, summary, Map.of());
        });
    }

    private static int replay(Shell shell, ParseResult line) throws CliFault {
        Loaded loaded = StationFiles.load(shell, line.matchedOptionValue("--config", ""));
        String speed = line.matchedOptionValue("--speed", "max");
        String recording = line.matchedPositionalValue(0, "");
        ReplayRun.Options options = new ReplayRun.Options(
                loaded,
                Path.of(recording),
                speed.equals("max") ? 0 : Line.number(shell, line, "--speed", 1),
                Line.number(shell, line, "--seconds", 0),
                Main.version(),
                shell.lang(),
                dispatch(shell, line));
        boolean json = Line.flag(line, "--json");
        ReplayRun replay = new ReplayRun(options, told -> show(shell, json, told));
        return UntilSignal.run(shell, replay::end, () -> {
            ReplayRun.Outcome outcome = replay.run();
            for (InputFault fault : outcome.recording().faults()) {
                shell.err().println(fault.in(shell.lang()));
            }
            Map<String, Object> rows = new LinkedHashMap<>();
            rows.put("rows", outcome.recording().rows());
            rows.put("refusedRows", outcome.recording().refusedRows());
            rows.put("badCells", outcome.recording().badCells());
            return end(shell, json, outcome.summary(), rows);
        });
    }

    private static void show(Shell shell, boolean json, Told told) {
        if (!json) {
            shell.out().println(line(shell, told));
        }
    }

    /** One line of the story. */
    static String line(Shell shell, Told told) {
        String who = shell.say("demo.who." + told.who().name().toLowerCase(Locale.ROOT));
        return String.format("%6.1f s  %s  %s", told.atMs() / 1000.0, who, told.words());
    }

    static void doors(Shell shell, boolean json, DemoRun.Doors doors) {
        if (json) {
            return;
        }
        shell.out()
                .println(shell.words()
                        .say(
                                doors.broker().isEmpty() ? "demo.doors.nobody" : "demo.doors",
                                Map.of("url", "http://127.0.0.1:" + doors.port(), "broker", doors.broker())));
        doors.crew()
                .forEach(member -> shell.out()
                        .println(String.format(
                                "  %-12s PIN %s  %-14s %s",
                                member.id(),
                                member.pin(),
                                shell.say("role."
                                        + member.role()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-')),
                                member.name())));
        shell.out().println();
    }

    private static String verdict(RunSummary summary) {
        String nobody = summary.received() < 0 ? ".nobody" : "";
        return summary.verified() ? "demo.verified" + nobody : "demo.unverified";
    }

    static int end(Shell shell, boolean json, RunSummary summary, Map<String, Object> more) {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>(more);
            all.put("seconds", summary.seconds());
            all.put("raised", summary.raised());
            all.put("transitions", summary.transitions());
            all.put("entries", summary.entries());
            all.put("received", summary.received());
            all.put("verified", summary.verified());
            all.put("faults", summary.faults());
            shell.out().println(Json.write(all));
        } else {
            shell.out().println();
            boolean heard = summary.received() >= 0;
            shell.out().println(shell.say(heard ? "demo.raised" : "demo.raised.nobody"));
            summary.raised().forEach((point, times) -> shell.out().println(String.format("  %-28s %d", point, times)));
            shell.out()
                    .println(shell.words()
                            .say(
                                    heard ? "demo.summary" : "demo.summary.nobody",
                                    Map.of(
                                            "seconds", String.format("%.1f", summary.seconds()),
                                            "transitions", Long.toString(summary.transitions()),
                                            "entries", Long.toString(summary.entries()),
                                            "received", Long.toString(summary.received()))));
            shell.out().println(shell.say(verdict(summary)));
            summary.faults().forEach(fault -> shell.out().println("  " + fault));
        }
        return summary.verified() ? Exit.DONE : Exit.REFUSED;
    }
}
