package io.pumpwatch.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a PIN comes from: the line, a file, the environment, or the terminal. */
final class Pins {
    private static final long FILE_MAX = 1_000;

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
            return read(file);
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

    private String read(String file) throws CliFault {
        try {
            Path path = Path.of(file);
            if (Files.size(path) <= FILE_MAX) {
                return Files.readString(path, StandardCharsets.UTF_8).strip();
            }
            throw new CliFault(Exit.USAGE, shell.words().say("cli.pin.file", Map.of("file", file, "fault", ">1 KB")));
        } catch (IOException | RuntimeException fault) {
            String why = fault.getClass().getSimpleName();
            throw new CliFault(Exit.USAGE, shell.words().say("cli.pin.file", Map.of("file", file, "fault", why)));
        }
    }
}
