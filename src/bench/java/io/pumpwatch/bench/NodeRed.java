package io.pumpwatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The peer: Node-RED with a flow of its own. Its red.js is named by the property {@code nodered}, as in {@code npm
 * install node-red@4.1.15} and {@code BENCH_OPTS=-Dnodered=node_modules/node-red/red.js}.
 */
final class NodeRed implements AutoCloseable {
    private final Process process;

    /** Starts it with these nodes besides a tab; each is JSON. */
    NodeRed(Path folder, List<String> nodes) throws IOException {
        process = command(folder, nodes)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    /** How it is started with these nodes. */
    static ProcessBuilder command(Path folder, List<String> nodes) throws IOException {
        String red = System.getProperty("nodered", "");
        if (red.isEmpty() || !Files.isReadable(Path.of(red))) {
            throw new IOException("no Node-RED: give -Dnodered=.../node-red/red.js in BENCH_OPTS");
        }
        Files.createDirectories(folder);
        Path flows = folder.resolve("flows.json");
        Files.writeString(flows, "[{\"id\":\"t\",\"type\":\"tab\"}," + String.join(",", nodes) + "]");
        Path settings = folder.resolve("settings.js");
        Files.writeString(
                settings,
                "module.exports={uiHost:'127.0.0.1',logging:{console:{level:'error'}},telemetry:{enabled:false}}");
        return new ProcessBuilder(
                "node",
                red,
                "-p",
                Integer.toString(BenchBroker.freePort()),
                "-u",
                folder.toString(),
                "-s",
                settings.toString(),
                flows.toString());
    }

    /** The node that stands for a broker. */
    static String broker(int port) {
        return "{\"id\":\"b\",\"type\":\"mqtt-broker\",\"broker\":\"127.0.0.1\",\"port\":\"" + port
                + "\",\"protocolVersion\":\"4\",\"keepalive\":\"60\",\"cleansession\":true,\"autoConnect\":true}";
    }

    /** Fails where it has ended already: its log says why. */
    void mustRun() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("Node-RED has ended: see its log");
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
