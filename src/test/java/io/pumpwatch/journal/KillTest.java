package io.pumpwatch.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that keeps entries is killed at moments drawn by seed: what it announced is there. */
class KillTest {
    private static final int KILLS = 6;
    private static final long SEED = 20261123;

    @TempDir
    Path temp = Path.of("");

    /** The process that is killed: offers without end, prints each announcement. */
    public static final class Child {
        private Child() {}

        public static void main(String[] args) {
            Journal journal = Journal.open(Path.of(args[0]), Samples.SMALL);
            Keeper keeper = Keeper.start(journal);
            keeper.onDurable(at -> {
                System.out.println(at.epoch() + " " + at.seq() + " " + keeper.pending());
                System.out.flush();
            });
            Random random = new Random(journal.last().seq());
            for (int n = 0; ; n++) {
                if (keeper.pending() < 30) {
                    keeper.offer(Samples.stamp(n), List.of(Samples.mixed(random, n)), Samples.STATE);
                    if (keeper.snapshotDue()) {
                        keeper.snapshot(Samples.stamp(n), Samples.STATE);
                    }
                    keeper.moveCursor("sent", keeper.durable());
                } else {
                    Thread.onSpinWait();
                }
            }
        }
    }

    @Test
    void whatWasAnnouncedIsThereAfterAKill() throws IOException, InterruptedException {
        Path folder = temp.resolve("journal");
        Random random = new Random(SEED);
        int withPending = 0;
        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            folder.toString())
                    .redirectError(temp.resolve("child-" + kill + ".txt").toFile())
                    .start();
            String last = "";
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                int lines = 1 + random.nextInt(200);
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    last = line;
                    if (--lines == 0) {
                        // By its handle: destroying the Process would close the stream that is still to be read.
                        child.toHandle().destroyForcibly();
                    }
                }
            } finally {
                child.destroyForcibly();
            }
            assertTrue(child.waitFor(30, TimeUnit.SECONDS));
            assertTrue(!last.isEmpty(), Files.readString(temp.resolve("child-" + kill + ".txt")));
            String[] told = last.split(" ", -1);
            withPending += Long.parseLong(told[2]) > 0 ? 1 : 0;
            VerifyResult result = Verify.folder(folder, () -> false);
            assertTrue(result.ok(), result.toString());
            assertEquals(1, result.epochs());
            assertTrue(result.last().seq() >= Long.parseLong(told[1]), last + " was told, kept " + result.last());
            assertTrue(result.last().seq() >= before);
            before = result.last().seq();
        }
        assertTrue(withPending > 0, "no kill hit a moment with entries waiting");
    }
}
