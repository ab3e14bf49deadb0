package io.pumpwatch.app.demo;

import io.pumpwatch.app.SystemClock;
import io.pumpwatch.dispatch.Broker;
import io.pumpwatch.dispatch.LinkTimes;
import io.pumpwatch.dispatch.desk.Desk;
import io.pumpwatch.dispatch.desk.DeskConfig;
import io.pumpwatch.dispatch.desk.DeskNote;
import io.pumpwatch.dispatch.desk.DeskView;
import io.pumpwatch.dispatch.paho.PahoTransport;
import io.pumpwatch.dispatch.paho.TlsFiles.TlsFileException;
import io.pumpwatch.journal.EntryId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tinylog.Logger;

/** The receiving side of the demo, on a thread of its own. */
final class DispatchSeat implements AutoCloseable {
    private static final long END_WAIT_MS = 10_000;

    private final Desk desk;
    private final Thread thread = new Thread(this::run, "dispatch");
    private volatile EntryId wanted = new EntryId(Long.MAX_VALUE, 0);
    private final CountDownLatch complete = new CountDownLatch(1);

    DispatchSeat(Broker broker, PrivateKey key, String seat, Path memory, Consumer<DeskNote> notes)
            throws IOException, TlsFileException {
        DeskConfig config = new DeskConfig(broker, "+", "+", seat, key, true, memory, LinkTimes.DEFAULT);
        Consumer<DeskNote> both = note -> {
            notes.accept(note);
            if (note.kind() == DeskNote.Kind.ENTRY && note.entry().compareTo(wanted) >= 0) {
                complete.countDown();
            }
        };
        this.desk = new Desk(
                config, new PahoTransport(broker), new SystemClock(), new Random(new SecureRandom().nextLong()), both);
    }

    void start() {
        thread.start();
    }

    DeskView view() {
        return desk.view();
    }

    /** Waits until this entry has come; false if it didn't in time. */
    boolean await(EntryId last) throws InterruptedException {
        wanted = last;
        boolean there = desk.view().stations().stream()
                .anyMatch(station -> station.last().compareTo(last) >= 0);
        return there || complete.await(END_WAIT_MS, TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            desk.run();
        } catch (IOException fault) {
            Logger.error("dispatch ends: {}", fault.getMessage());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        desk.stop();
        try {
            thread.join(END_WAIT_MS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
