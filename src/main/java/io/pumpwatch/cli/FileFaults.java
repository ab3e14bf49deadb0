package io.pumpwatch.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Small secret files that a line names, and in the person's language why one can't be read. */
final class FileFaults {
    private static final long SECRET_MAX = 1_000;

    private FileFaults() {}

    /**
     * The text of a file, without the blanks around it.
     *
     * @param words key of the fault's words, which name {@code file} and {@code fault}
     */
    static String secret(Shell shell, String file, String words) throws CliFault {
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw fault(shell, file, words, shell.say("cli.fault.folder"));
            }
            if (Files.size(path) > SECRET_MAX) {
                throw fault(shell, file, words, shell.say("cli.fault.big", "max", Long.toString(SECRET_MAX)));
            }
            return Files.readString(path, StandardCharsets.UTF_8).strip();
        } catch (IOException | InvalidPathException bad) {
            throw fault(shell, file, words, why(shell, bad));
        }
    }

    private static CliFault fault(Shell shell, String file, String words, String why) {
        return new CliFault(Exit.USAGE, shell.say(words, "file", Plain.line(file), "fault", why));
    }

    /** Why a file can't be read; what has no words of its own is said as the machine says it. */
    static String why(Shell shell, Exception bad) {
        if (bad instanceof NoSuchFileException) {
            return shell.say("cli.fault.nofile");
        }
        if (bad instanceof AccessDeniedException) {
            return shell.say("cli.fault.denied");
        }
        if (bad instanceof CharacterCodingException || bad instanceof InvalidPathException) {
            return shell.say("cli.fault.noText");
        }
        String message = bad.getMessage();
        return message == null ? bad.getClass().getSimpleName() : Plain.line(message);
    }
}
