package io.pumpwatch.dispatch;

import static org.awaitility.Awaitility.await;

import io.pumpwatch.testing.Ports;
import io.pumpwatch.testing.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real mosquitto on a free port of 127.0.0.1; what it has in store dies with it. */
public final class Mosquitto implements AutoCloseable {
    private static final String INSTALL = "apt-get install mosquitto";

    private final Path program;
    private final Path folder;
    private final int port;
    private @Nullable Process process;

    /**
     * Starts one.
     *
     * @param lines of its configuration besides the listener
     */
    public Mosquitto(Path folder, String... lines) throws IOException {
        this.program = Programs.require("mosquitto", INSTALL);
        this.folder = folder;
        this.port = Ports.free();
        List<String> config = new ArrayList<>(
                List.of("listener " + port + " 127.0.0.1", "persistence false", "user root", "log_type error"));
        config.addAll(List.of(lines));
        Files.write(folder.resolve("mosquitto.conf"), config);
        start();
    }

    public int port() {
        return port;
    }

    /** A broker address for the link or the desk. */
    public Broker broker(String clientId) {
        return Broker.plain("127.0.0.1", port, clientId);
    }

    /** Starts it, again. */
    public void start() throws IOException {
        process = new ProcessBuilder(
                        program.toString(),
                        "-c",
                        folder.resolve("mosquitto.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("mosquitto.log").toFile()))
                .start();
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .until(this::listens);
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** kill -9. */
    public void kill() {
        Process now = process;
        if (now != null) {
            now.destroyForcibly();
            await().atMost(Duration.ofSeconds(5)).until(() -> !now.isAlive());
        }
    }

    /** Sends a signal such as STOP or CONT. */
    public void signal(String name) throws IOException, InterruptedException {
        Process now = process;
        if (now != null) {
            new ProcessBuilder("kill", "-" + name, Long.toString(now.pid()))
                    .start()
                    .waitFor();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
