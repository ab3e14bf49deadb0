package io.pumpwatch.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Swing (P3), stops, gauge readings and flood mode. */
final class ProtectionCommands implements Family {
    @Override
    public List<CommandSpec> commands(Shell shell) {
        Acts acts = new Acts(shell);
        return List.of(
                new Command(
                                shell,
                                "cause",
                                "cause",
                                line -> acts.asPerson(
                                        line,
                                        "cause",
                                        Map.of("header", Line.value(line, 0), "cause", Line.value(line, 1))))
                        .needs("HEADER", "cli.arg.header")
                        .needs("TEXT", "cli.arg.cause")
                        .asPerson()
                        .build(),
                new Command(
                                shell,
                                "release",
                                "release",
                                line -> acts.asPerson(line, "release", Map.of("header", Line.value(line, 0))))
                        .needs("HEADER", "cli.arg.header")
                        .asPerson()
                        .build(),
                new Command(shell, "trial", "trial", line -> trial(acts, line))
                        .needs("HEADER", "cli.arg.header")
                        .needsOption("--pump", "PUMP", "cli.opt.pump")
                        .needsOption("--second", "ID", "cli.opt.second")
                        .option("--second-pin-file", "FILE", "cli.opt.secondPinFile")
                        .option("--second-pin", "PIN", "cli.opt.secondPin")
                        .asPerson()
                        .build(),
                stop(shell, "stop", "stop-announce", acts),
                stop(shell, "explain", "stop-explain", acts),
                new Command(shell, "gauge", "gauge", line -> gauge(shell, acts, line))
                        .needs("LEVEL", "cli.arg.level")
                        .needs("VALUE", "cli.arg.value")
                        .asPerson()
                        .build(),
                new Command(
                                shell,
                                "reload",
                                "reload",
                                line -> acts.asPerson(
                                        line,
                                        "reload",
                                        Map.of("reason", String.valueOf(Line.option(line, "--reason")))))
                        .needsOption("--reason", "TEXT", "cli.opt.reason")
                        .asPerson()
                        .build(),
                Command.group(shell, "flood", flood(shell, "on", acts), flood(shell, "off", acts)));
    }

    private static CommandSpec stop(Shell shell, String name, String verb, Acts acts) {
        return new Command(
                        shell,
                        name,
                        name,
                        line -> acts.asPerson(
                                line,
                                verb,
                                Map.of(
                                        "pump",
                                        Line.value(line, 0),
                                        "reason",
                                        String.valueOf(Line.option(line, "--reason")))))
                .needs("PUMP", "cli.arg.pump")
                .needsOption("--reason", "TEXT", "cli.opt.reason")
                .asPerson()
                .build();
    }

    private static CommandSpec flood(Shell shell, String name, Acts acts) {
        return new Command(
                        shell,
                        "flood-" + name,
                        name,
                        line -> acts.asPerson(
                                line, "flood-" + name, Map.of("reason", String.valueOf(Line.option(line, "--reason")))))
                .needsOption("--reason", "TEXT", "cli.opt.reason")
                .asPerson()
                .build();
    }

    private static int trial(Acts acts, ParseResult line) throws CliFault {
        String second = String.valueOf(Line.option(line, "--second"));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("header", Line.value(line, 0));
        fields.put("pump", String.valueOf(Line.option(line, "--pump")));
        return acts.withSecond(line, "trial", second, fields);
    }

    private static int gauge(Shell shell, Acts acts, ParseResult line) throws CliFault {
        String value = Line.value(line, 1);
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return acts.asPerson(line, "gauge", Map.of("level", Line.value(line, 0), "value", number));
            }
        } catch (NumberFormatException fault) {
            // Refused below, with what is no number either.
        }
        throw new CliFault(Exit.USAGE, shell.say("cli.fault.number", "value", Plain.line(value)));
    }
}
