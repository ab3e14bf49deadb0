package io.pumpwatch.cli;

import io.pumpwatch.app.SystemClock;
import io.pumpwatch.console.AgentTrust;
import io.pumpwatch.console.ConsoleRun;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The station's screen in this terminal. */
final class ConsoleCommand implements Family {
    @Override
    public List<CommandSpec> commands(Shell shell) {
        return List.of(new Command(shell, "console", "console", line -> {
                    URI agent = AgentClient.address(shell, line.matchedOptionValue("--url", null));
                    return open(shell, agent, AgentClient.trust(shell, Line.option(line, "--ca")), console -> {});
                })
                .option("--url", "URL", "cli.opt.url")
                .option("--ca", "FILE", "cli.opt.agentCa")
                .build());
    }

    /** Whether a person sits at a terminal that can show it. */
    static boolean inTerminal(Shell shell) {
        String type = shell.env().getOrDefault("TERM", "dumb");
        return !type.equals("dumb") && shell.terminal();
    }

    /**
     * Opens it and returns when the person leaves.
     *
     * @param trust whose certificates are believed; null for those that this machine believes
     * @param ready is given the console before it runs
     */
    static int open(Shell shell, URI agent, @Nullable AgentTrust trust, Consumer<ConsoleRun> ready) throws CliFault {
        String type = shell.env().getOrDefault("TERM", "");
        try (ConsoleRun console = new ConsoleRun(agent, trust, shell.lang(), type, new SystemClock())) {
            ready.accept(console);
            console.run();
            return Exit.DONE;
        } catch (IOException | IllegalStateException none) {
            throw new CliFault(
                    Exit.USAGE,
                    shell.say("cli.fault.terminal", "fault", Plain.line(String.valueOf(none.getMessage()))));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return Exit.DONE;
        }
    }
}
