package io.pumpwatch.console;

import static org.awaitility.Awaitility.await;

import io.pumpwatch.testing.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/** A real terminal: a program in a tmux of its own, keys sent to it, its screen read. */
final class Tmux implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final String tmux;
    private final String socket;

    /** Starts a program in a terminal of that size. */
    Tmux(int columns, int rows, String locale, List<String> program) {
        this.tmux = Programs.require("tmux", "apt-get install tmux").toString();
        this.socket = "pumpwatch-" + ProcessHandle.current().pid() + "-" + System.identityHashCode(this);
        List<String> start = new ArrayList<>(List.of("new-session", "-d"));
        start.addAll(List.of("-x", "" + columns, "-y", "" + rows, "-s", "console"));
        StringBuilder line = new StringBuilder("LC_ALL=" + locale + " exec");
        program.forEach(word -> line.append(" '").append(word).append('\''));
        start.add(line.toString());
        run(start.toArray(String[]::new));
    }

    /** The console of an agent, as the start script runs it. */
    static Tmux console(int columns, int rows, String locale, int port) {
        return console(columns, rows, locale, port, Path.of(""));
    }

    /** The same, started in that folder. */
    static Tmux console(int columns, int rows, String locale, int port, Path folder) {
        return new Tmux(
                columns,
                rows,
                locale,
                List.of(
                        "env",
                        "-C",
                        folder.toAbsolutePath().toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.pumpwatch.cli.Main",
                        "console",
                        "--url",
                        "http://127.0.0.1:" + port));
    }

    /** A command that begins when Enter is pressed; all that it sends to the terminal goes into the file too. */
    static Tmux recorded(int columns, int rows, String locale, int port, String words, Path file) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String line = "read begin; exec \"" + java + "\" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp \""
                + System.getProperty("java.class.path") + "\" io.pumpwatch.cli.Main " + words
                + " --url http://127.0.0.1:" + port;
        Tmux tmux = new Tmux(columns, rows, locale, List.of("sh", "-c", line));
        tmux.run("pipe-pane", "-t", "console", "cat > '" + file + "'");
        tmux.keys("Enter");
        return tmux;
    }

    /** A command of the client; its screen stays until Enter is pressed, with the exit code on it. */
    static Tmux command(int columns, int rows, String locale, int port, String words) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String line = "\"" + java + "\" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp \""
                + System.getProperty("java.class.path") + "\" io.pumpwatch.cli.Main " + words
                + " --url http://127.0.0.1:" + port + "; echo exit $?; read end";
        return new Tmux(columns, rows, locale, List.of("sh", "-c", line));
    }

    private String run(String... words) {
        List<String> command = new ArrayList<>(List.of(tmux, "-u", "-f", "/dev/null", "-L", socket));
        command.addAll(List.of(words));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(end);
        }
    }

    /** Presses keys, by tmux's names for those that have one. */
    void keys(String... names) {
        for (String name : names) {
            run("send-keys", "-t", "console", name);
        }
    }

    /** Types text as it is. */
    void type(String text) {
        run("send-keys", "-t", "console", "-l", text);
    }

    void resize(int columns, int rows) {
        run("resize-window", "-t", "console", "-x", "" + columns, "-y", "" + rows);
    }

    /** The screen's lines. */
    List<String> screen() {
        return run("capture-pane", "-p", "-t", "console").lines().toList();
    }

    /** Waits until the screen shows this. */
    void sees(String text) {
        sees(text, PATIENCE);
    }

    /** Waits until the screen shows this, not longer than that. */
    void sees(String text, Duration patience) {
        try {
            await().atMost(patience)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> String.join("\n", screen()).contains(text));
        } catch (ConditionTimeoutException never) {
            throw new AssertionError("never saw: " + text + "\n" + String.join("\n", screen()), never);
        }
    }

    /** Waits until the screen doesn't show this any more. */
    void loses(String text) {
        try {
            await().atMost(PATIENCE).until(() -> !String.join("\n", screen()).contains(text));
        } catch (ConditionTimeoutException never) {
            throw new AssertionError("still there: " + text + "\n" + String.join("\n", screen()), never);
        }
    }

    /** Waits until the program has ended. */
    void ends() {
        await().atMost(PATIENCE)
                .until(() -> !run("has-session", "-t", "console").isEmpty());
    }

    @Override
    public void close() {
        run("kill-server");
    }
}
