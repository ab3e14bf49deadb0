package io.pumpwatch.field.modbus;

import static org.awaitility.Awaitility.await;

import io.pumpwatch.testing.Ports;
import io.pumpwatch.testing.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An independent Modbus server: Debian's pymodbus, over TCP on a free port or over a pair of pseudo terminals. */
final class Pymodbus implements AutoCloseable {
    private static final String PYTHON_INSTALL =
            "apt-get install python3-pymodbus python3-serial python3-serial-asyncio";
    private static final long START_S = 20;
    private static final String SCRIPT = "src/test/resources/modbus/server.py";

    private final List<String> command = new ArrayList<>();
    private final @Nullable Process line;
    private final ModbusSettings.Way way;
    private @Nullable Process process;

    private Pymodbus(ModbusSettings.Way way, String how, String where, @Nullable Process line) throws IOException {
        // Debian's packages are Debian's python's, whatever other python comes first in the path.
        Programs.require("pymodbus.server", PYTHON_INSTALL);
        this.way = way;
        this.line = line;
        command.addAll(List.of("/usr/bin/python3", SCRIPT, how, where));
        start();
    }

    static Pymodbus tcp() throws IOException {
        int port = Ports.free();
        return new Pymodbus(new ModbusSettings.Tcp("127.0.0.1", port), "tcp", Integer.toString(port), null);
    }

    /** @param folder for the names of the two ends */
    static Pymodbus rtu(Path folder) throws IOException {
        Path socat = Programs.require("socat", "apt-get install socat");
        Path ours = folder.resolve("ours");
        Path theirs = folder.resolve("theirs");
        Process line = new ProcessBuilder(
                        socat.toString(), "pty,raw,echo=0,link=" + ours, "pty,raw,echo=0,link=" + theirs)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(ours) && Files.exists(theirs));
        ModbusSettings.Rtu way = new ModbusSettings.Rtu(ours.toString(), 9_600, ModbusSettings.Parity.NONE, 1);
        return new Pymodbus(way, "rtu", theirs.toString(), line);
    }

    /** How to reach it. */
    ModbusSettings.Way way() {
        return way;
    }

    /** Starts it, again; returns once it answers. */
    void start() throws IOException {
        Process now = new ProcessBuilder(command).redirectErrorStream(true).start();
        process = now;
        Executor late = CompletableFuture.delayedExecutor(START_S, TimeUnit.SECONDS);
        CompletableFuture<Void> giveUp = CompletableFuture.runAsync(now::destroyForcibly, late);
        BufferedReader out = now.inputReader(StandardCharsets.UTF_8);
        List<String> said = new ArrayList<>();
        String next = out.readLine();
        while (next != null && !next.equals("ready")) {
            said.add(next);
            next = out.readLine();
        }
        giveUp.cancel(false);
        if (next == null) {
            throw new IOException("the Modbus server didn't start: " + String.join("\n", said));
        }
        Thread drain = new Thread(() -> drain(out), "pymodbus-says");
        drain.setDaemon(true);
        drain.start();
    }

    /** Reads on, so that the server never waits for who reads it, until it ends. */
    private static void drain(BufferedReader out) {
        try {
            out.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // Killed: that is what closes its output.
        }
    }

    /** Sends a signal such as STOP, CONT or KILL. */
    void signal(String name) throws IOException, InterruptedException {
        Process now = process;
        if (now != null) {
            new ProcessBuilder("kill", "-" + name, Long.toString(now.pid()))
                    .start()
                    .waitFor();
        }
    }

    /** kill -9. */
    void kill() {
        Process now = process;
        if (now != null) {
            now.destroyForcibly();
            await().atMost(Duration.ofSeconds(10)).until(() -> !now.isAlive());
        }
    }

    @Override
    public void close() {
        kill();
        if (line != null) {
            line.destroyForcibly();
        }
    }
}
