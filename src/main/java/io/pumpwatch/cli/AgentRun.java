package io.pumpwatch.cli;

import io.pumpwatch.app.AgentOptions;
import io.pumpwatch.app.HardwareBuilder;
import io.pumpwatch.app.HeadStart;
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

/**
 * Runs an agent until it is told to end. Without the command line's library: what systemd starts names everything by
 * its environment, so a start on a small Pi needn't wait for the model of all commands.
 */
final class AgentRun {
    /** The command that takes its folders from systemd. */
    static final String SERVICE = "service";

    /** For a port: the one that the station file says. */
    static final int OWN_PORT = -2;

    /** A station file that didn't come up in its time ended the process: the next start takes the last good one. */
    private static final int EXIT_LATE = 71;

    private AgentRun() {}

    /**
     * As systemd's service: {@code station.toml} of its folder for configuration, records in its folder for state.
     *
     * @throws CliFault where the folders aren't named, or as {@link #run}
     */
    static int service(Shell shell) throws CliFault {
        String config = shell.env().getOrDefault("CONFIGURATION_DIRECTORY", "");
        String state = shell.env().getOrDefault("STATE_DIRECTORY", "");
        if (config.isEmpty() || state.isEmpty()) {
            throw new CliFault(Exit.USAGE, shell.say("cli.service.folders"));
        }
        var unused = HeadStart.begin();
        return run(shell, Path.of(config, "station.toml").toString(), Path.of(state), OWN_PORT, 0);
    }

    /**
     * Runs it.
     *
     * @param config the station file
     * @param data folder of its records
     * @param askedPort of the HTTP side; 0 any free one, {@link #OWN_PORT} the station file's
     * @param seconds it ends after so many; 0 for never
     * @return the exit code
     */
    static int run(Shell shell, String config, Path data, int askedPort, long seconds) throws CliFault {
        StationTrial trial = trial(shell, config, data);
        Loaded loaded = trial.chosen();
        if (loaded == null) {
            throw new CliFault(Exit.REFUSED, shell.say("cli.config.faults", "file", config));
        }
        trial.guard(() -> Runtime.getRuntime().halt(EXIT_LATE));
        WebSettings web = loaded.web();
        int ownPort = web.http() == WebSettings.Http.OFF ? -1 : web.port();
        int port = askedPort == OWN_PORT ? ownPort : askedPort;
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
