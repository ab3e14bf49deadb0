package io.pumpwatch.cli;

import org.jspecify.annotations.Nullable;

/** Where a PIN comes from: the line, a file, the environment, or the terminal. */
final class Pins {
    private final Shell shell;

    Pins(Shell shell) {
        this.shell = shell;
    }

    /**
     * The first that is there.
     *
     * @param given on the line
     * @param file named on the line
     * @param variable of the environment
     * @param person who is asked
     */
    String of(@Nullable String given, @Nullable String file, String variable, String person) throws CliFault {
        if (given != null) {
            return given;
        }
        if (file != null) {
            return FileFaults.secret(shell, file, "cli.pin.file");
        }
        String fromEnv = shell.env().getOrDefault(variable, "");
        if (!fromEnv.isEmpty()) {
            return fromEnv;
        }
        return ask("cli.pin.ask", person);
    }

    /** Asks at the terminal. */
    String ask(String question, String person) throws CliFault {
        String typed = shell.prompt().ask(shell.say(question, "person", person) + " ");
        if (typed == null || typed.isEmpty()) {
            throw new CliFault(Exit.USAGE, shell.say("cli.pin.none", "person", person));
        }
        return typed;
    }
}
