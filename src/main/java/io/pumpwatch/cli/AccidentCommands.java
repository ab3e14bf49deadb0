package io.pumpwatch.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** What follows an accident's report (E7); the report itself is {@code pumpwatch accident}. */
final class AccidentCommands implements Family {
    @Override
    public List<CommandSpec> commands(Shell shell) {
        Acts acts = new Acts(shell);
        return List.of(
                act(shell, acts, "accident-confirm"),
                act(shell, acts, "accident-statement"),
                act(shell, acts, "accident-scene"),
                act(shell, acts, "accident-close"));
    }

    private static CommandSpec act(Shell shell, Acts acts, String verb) {
        return new Command(
                        shell,
                        verb,
                        verb,
                        line -> acts.asPerson(line, verb, Map.of("text", String.join(" ", Line.values(line, 0)))))
                .takesMany("TEXT", "cli.handover.arg.text")
                .asPerson()
                .build();
    }
}
