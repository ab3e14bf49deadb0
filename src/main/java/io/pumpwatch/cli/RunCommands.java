package io.pumpwatch.cli;

import io.pumpwatch.app.AgentOptions;
import io.pumpwatch.app.HardwareBuilder;
import io.pumpwatch.app.LinkBuilder;
import io.pumpwatch.app.ModbusBuilder;
import io.pumpwatch.app.PlantBuilder;
import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.app.StationTrial;
import io.pumpwatch.app.SystemClock;
import io.pumpwatch.config.Fault;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.WebSettings;
import io.pumpwatch.field.Field;
import io.pumpwatch.field.FieldsTogether;
import io.pumpwatch.field.modbus.ModbusField;
import io.pumpwatch.field.modbus.ModbusSettings;
import io.pumpwatch.field.pi4j.Hardware;
import io.pumpwatch.field.pi4j.Pi4jSettings;
import io.pumpwatch.field.plant.Plant;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.station.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The agent itself. */
final class RunCommands implements Family {
    /** A station file that didn't come up in its time ended the process: the next start takes the last good one. */
    private static final int EXIT_LATE = 71;

    @Override
    public List<CommandSpec> commands(Shell shell) {
        return List.of(new Command(shell, "run", "run", line -> run(shell, line))
                .needsOption("--config", "FILE", "cli.opt.config")
                .option("--data", "FOLDER", "cli.opt.data")
                .option("--port", "PORT", "cli.opt.port")
                .option("--seconds", "SECONDS", "cli.opt.seconds")
                .build());
    }

    private static int run(Shell shell, ParseResult line) throws CliFault {
        String config = line.matchedOptionValue("--config", "");
        Path data = Path.of(line.matchedOptionValue("--data", "pumpwatch-data"));
        StationTrial trial = trial(shell, config, data);
        Loaded loaded = trial.chosen();
        if (loaded == null) {
            throw new CliFault(Exit.REFUSED, shell.say("cli.config.faults", "file", config));
        }
        trial.guard(() -> Runtime.getRuntime().halt(EXIT_LATE));
        long seconds = Line.number(shell, line, "--seconds", 0);
        WebSettings web = loaded.web();
        int ownPort = web.http() == WebSettings.Http.OFF ? -1 : web.port();
        int port = (int) Line.number(shell, line, "--port", ownPort);
        CountDownLatch end = new CountDownLatch(1);
        return UntilSignal.run(shell, end::countDown, () -> {
            try (RunningAgent agent = RunningAgent.start(options(shell, loaded, data, port, trial))) {
                shell.out()
                        .println(shell.words()
                                .say(
                                        "cli.run.up",
                                        Map.of("data", data.toString(), "port", Integer.toString(agent.port()))));
                agent.firstChiefCode()
                        .ifPresent(file -> shell.out().println(shell.say("cli.run.chief", "file", file.toString())));
                if (seconds > 0) {
                    var unused = end.await(seconds, TimeUnit.SECONDS);
                } else {
                    end.await();
                }
            }
            return Exit.DONE;
        });
    }

    /** The station file, or the last good one; what is wrong with it is said either way. */
    private static StationTrial trial(Shell shell, String config, Path data) throws CliFault {
        try {
            StationTrial trial = StationTrial.open(Path.of(config), data);
            for (Fault fault : trial.asked().faults()) {
                shell.err().println(fault.render(shell.lang()));
            }
            if (!trial.setAside().isEmpty()) {
                shell.err()
                        .println(shell.say(
                                "cli.run.setAside",
                                "file",
                                config,
                                "why",
                                trial.setAside().in(shell.lang())));
            }
            return trial;
        } catch (IOException fault) {
            throw new CliFault(Exit.REFUSED, String.valueOf(fault.getMessage()));
        }
    }

    private static AgentOptions options(Shell shell, Loaded loaded, Path data, int port, StationTrial trial)
            throws IOException, CliFault {
        return new AgentOptions(
                loaded,
                data,
                field(shell, loaded),
                port,
                LinkBuilder.build(loaded, Main.version()),
                Main.version(),
                null,
                JournalSettings.STANDARD,
                trial);
    }

    private static Field field(Shell shell, Loaded loaded) throws CliFault, IOException {
        return switch (loaded.field().kind()) {
            case PLANT ->
                new Plant(PlantBuilder.build(loaded, loaded.field().plant().crew()), 1).connect();
            case PI4J -> hardware(shell, loaded);
            case REPLAY ->
                throw new CliFault(
                        Exit.REFUSED,
                        shell.say(
                                "cli.run.field",
                                "kind",
                                loaded.field().kind().name().toLowerCase(Locale.ROOT)));
        };
    }

    private static Field hardware(Shell shell, Loaded loaded) throws IOException {
        Pi4jSettings settings = HardwareBuilder.build(loaded);
        // What is missing shows in each reading too, and may come later: a converter that is plugged in.
        for (Text words : Hardware.missing(settings)) {
            shell.err().println(shell.say("cli.field.missing", "what", words.in(shell.lang())));
        }
        // systemd names the folder that goes with the service.
        String runtime = shell.env().getOrDefault("RUNTIME_DIRECTORY", "");
        if (!runtime.isEmpty()) {
            Hardware.writeDeadStates(settings, Path.of(runtime, "outputs"));
        }
        Field pi = Hardware.open(settings, new SystemClock()::uptimeNs);
        ModbusSettings modbus = ModbusBuilder.build(loaded);
        return modbus.connections().isEmpty()
                ? pi
                : new FieldsTogether(List.of(pi, ModbusField.open(modbus, new SystemClock()::uptimeNs)));
    }
}
