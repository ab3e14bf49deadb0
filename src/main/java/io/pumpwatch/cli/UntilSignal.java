package io.pumpwatch.cli;

import io.pumpwatch.dispatch.paho.TlsFiles.TlsFileException;
import io.pumpwatch.field.InputRefused;
import io.pumpwatch.journal.JournalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that runs until it ends by itself or a signal ends it in good order; its faults come in words. */
final class UntilSignal {
    private static final long SUMMARY_WAIT_S = 30;

    private UntilSignal() {}

    /** What runs. */
    @FunctionalInterface
    interface Body {
        int run() throws IOException, InterruptedException, InputRefused, TlsFileException, CliFault;
    }

    /**
     * Runs it.
     *
     * @param end asks it to end; whoever sent the signal waits for what it says last
     */
    static int run(Shell shell, Runnable end, Body body) throws CliFault {
        CountDownLatch finished = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            end.run();
            try {
                var unused = finished.await(SUMMARY_WAIT_S, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return body.run();
        } catch (InputRefused fault) {
            throw new CliFault(Exit.REFUSED, fault.in(shell.lang()));
        } catch (JournalException fault) {
            throw new CliFault(Exit.REFUSED, fault.words(shell.lang()));
        } catch (IOException | UncheckedIOException | TlsFileException fault) {
            throw new CliFault(Exit.REFUSED, String.valueOf(fault.getMessage()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Exit.DONE;
        } finally {
            finished.countDown();
        }
    }
}
