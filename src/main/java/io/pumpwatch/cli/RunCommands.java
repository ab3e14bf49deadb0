package io.pumpwatch.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The agent itself: by hand, and as systemd starts it. */
final class RunCommands implements Family {
    @Override
    public List<CommandSpec> commands(Shell shell) {
        return List.of(
                new Command(shell, "run", "run", line -> run(shell, line))
                        .needsOption("--config", "FILE", "cli.opt.config")
                        .option("--data", "FOLDER", "cli.opt.data")
                        .option("--port", "PORT", "cli.opt.port")
                        .option("--seconds", "SECONDS", "cli.opt.seconds")
                        .build(),
                new Command(shell, AgentRun.SERVICE, AgentRun.SERVICE, line -> AgentRun.service(shell)).build());
    }

    private static int run(Shell shell, ParseResult line) throws CliFault {
        String config = line.matchedOptionValue("--config", "");
        Path data = Path.of(line.matchedOptionValue("--data", "pumpwatch-data"));
        int port = (int) Line.number(shell, line, "--port", AgentRun.OWN_PORT);
        return AgentRun.run(shell, config, data, port, Line.number(shell, line, "--seconds", 0));
    }
}
