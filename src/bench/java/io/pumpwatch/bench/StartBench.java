package io.pumpwatch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long a short command takes from exec to exit; by default {@code --help} of the built folder, 20 times. */
public final class StartBench {
    private static final int RUNS = 20;

    private StartBench() {}

    /** Arguments: the command to measure, such as {@code check-config config/full.toml}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path program = Path.of("target/pumpwatch/bin/pumpwatch");
        if (!Files.isExecutable(program)) {
            System.err.println("build first: mvn -q -DskipTests package");
            System.exit(2);
        }
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(args.length == 0 ? List.of("--help") : Arrays.asList(args));
        long[] ms = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long before = System.nanoTime();
            int code = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            ms[i] = (System.nanoTime() - before) / 1_000_000;
            if (code != 0) {
                System.err.println(command + " ended with " + code);
                System.exit(1);
            }
        }
        Arrays.sort(ms);
        System.out.printf(
                "%s: p50 %d ms, min %d ms, max %d ms over %d runs%n",
                String.join(" ", command), ms[RUNS / 2], ms[0], ms[RUNS - 1], RUNS);
    }
}
