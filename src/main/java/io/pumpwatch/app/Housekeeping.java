package io.pumpwatch.app;

import io.pumpwatch.duty.Handover;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.journal.StationKey;
import io.pumpwatch.journal.Verify;
import io.pumpwatch.journal.VerifyResult;
import io.pumpwatch.scan.AgentEvent;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.view.StationView;
import java.time.LocalDate;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * What takes long and hurries nobody, on a thread of its own: the whole chain is verified after a start, and the head
 * of the journal is signed once in each local day and at each handover.
 */
final class Housekeeping implements AutoCloseable {
    private static final long STOP_WAIT_MS = 5_000;

    private final Journal journal;
    private final StationKey key;
    private final Inbox inbox;
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "housekeeping");
    private volatile boolean stopped;
    private @Nullable LocalDate signed;
    /** Number of the last accepted handover seen; -1 before the first scan. */
    private long handover = -1;

    Housekeeping(Journal journal, StationKey key, Inbox inbox) {
        this.journal = journal;
        this.key = key;
        this.inbox = inbox;
        thread.setDaemon(true);
    }

    void start() {
        work.add(this::verify);
        thread.start();
    }

    /** On the scan's thread: looks at the date and at the last handover, nothing more. */
    void watch(StationView view) {
        LocalDate today = view.now().utc().atZone(view.plan().zone()).toLocalDate();
        if (view.now().trust() != ClockTrust.UNSET && !today.equals(signed)) {
            signed = today;
            work.add(this::sign);
        }
        Handover last = view.state().duty().handovers().last();
        long number = last == null ? 0 : last.number();
        if (handover >= 0 && number != handover) {
            work.add(this::sign);
        }
        handover = number;
    }

    /** Does something that takes long, after what waits already. */
    void later(Runnable task) {
        work.add(task);
    }

    private void verify() {
        VerifyResult result = Verify.folder(journal.folder(), () -> stopped);
        VerifyResult.Fault fault = result.firstFault();
        if (!result.cancelled()) {
            String words = fault == null
                    ? ""
                    : fault.file() + " " + fault.at() + ": " + fault.trouble().words(Lang.EN);
            note(new AgentEvent.ChainVerified(result.ok(), result.entries(), words));
        }
    }

    private void sign() {
        EntryId head = journal.last();
        String hash = journal.lastHash();
        if (head.seq() > 0) {
            note(new AgentEvent.HeadSigned(head.epoch(), head.seq(), hash, key.sign(head, hash), key.publicKey()));
        }
    }

    private void note(AgentEvent event) {
        var unused = inbox.post(new Command.Note(event), null);
    }

    private void run() {
        try {
            while (!stopped) {
                work.take().run();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join(STOP_WAIT_MS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
