package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.field.Field;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Until the first scan nobody watches the station: what else a start does waits for it. */
@Timeout(60)
class FirstScanTest {
    @TempDir
    Path data;

    /** A field whose first read takes as long as the test likes. */
    private static final class Slow implements Field {
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch answered = new CountDownLatch(1);

        @Override
        public List<Sample> read(Now now) {
            asked.countDown();
            try {
                answered.await();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }

        @Override
        public void write(List<Output> outputs, Now now) {}

        @Override
        public void close() {}
    }

    @Test
    void theWebSideComesAfterIt() throws Exception {
        Loaded loaded = Objects.requireNonNull(
                StationFile.read(Path.of("config/emulsion.toml")).loaded());
        Slow field = new Slow();
        CompletableFuture<RunningAgent> started = new CompletableFuture<>();
        Thread start = new Thread(() -> {
            try {
                started.complete(RunningAgent.start(
                        new AgentOptions(loaded, data, field, 0, null, "test", null, JournalSettings.STANDARD)));
            } catch (Exception fault) {
                started.completeExceptionally(fault);
            }
        });
        start.start();
        field.asked.await();
        while (!waitsForScan(start)) {
            assertTrue(start.isAlive(), "the start went on without a scan");
            Thread.onSpinWait();
        }
        field.answered.countDown();
        try (RunningAgent agent = started.get()) {
            assertTrue(agent.port() > 0, "it went on");
            assertNotNull(agent.view());
        }
    }

    private static boolean waitsForScan(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(ScanLoop.class.getName())
                        && frame.getMethodName().equals("awaitFirst"));
    }
}
