package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent as systemd starts it: a process of its own that knows its folders by its environment alone. */
class ServiceTest {
    private static final int TERMINATED = 143;

    @TempDir
    private Path folder;

    @Test
    void itsFoldersAreThoseOfItsEnvironment() throws Exception {
        String station = Files.readString(Path.of("config/emulsion.toml"))
                .replace("kind = \"pi4j\"", "kind = \"plant\"")
                .replace("http = \"loopback\"", "http = \"off\"")
                .replaceAll("(?s)\\n\\[dispatch[.\\]].*?(?=\\n\\[[a-z])", "");
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("station.toml"), station);
        Process agent = start(Map.of(
                "CONFIGURATION_DIRECTORY",
                config.toString(),
                "STATE_DIRECTORY",
                folder.resolve("state").toString(),
                "RUNTIME_DIRECTORY",
                ""));
        try (BufferedReader out = agent.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder said = new StringBuilder();
            String line = out.readLine();
            while (line != null && !line.startsWith("The agent runs.")) {
                said.append(line).append('\n');
                line = out.readLine();
            }
            assertTrue(line != null && line.contains(folder.resolve("state").toString()), said + "\n" + line);
            agent.destroy();
            assertTrue(agent.waitFor(20, TimeUnit.SECONDS), "it ends in good order");
            assertEquals(TERMINATED, agent.exitValue());
        } finally {
            agent.destroyForcibly();
        }
        assertTrue(Files.exists(folder.resolve("state").resolve("journal")));
    }

    private static Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                AgentRun.SERVICE);
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).start();
    }
}
