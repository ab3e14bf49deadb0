package io.pumpwatch.app;

import io.pumpwatch.duty.AccidentState;
import io.pumpwatch.duty.Handover;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.journal.Keeper;
import io.pumpwatch.journal.Retention;
import io.pumpwatch.journal.StationKey;
import io.pumpwatch.journal.Verify;
import io.pumpwatch.journal.VerifyResult;
import io.pumpwatch.scan.AgentEvent;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.view.StationView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * What takes long and hurries nobody, on a thread of its own: the whole chain is verified after a start, and the head
 * of the journal is signed at each handover and once in each local day, when old months are trimmed too. Between its
 * works it looks at the disk, and when nothing is left to do, memory that only the start needed is given back.
 */
final class Housekeeping implements AutoCloseable {
    private static final long STOP_WAIT_MS = 5_000;
    private static final long SETTLE_NS = 100_000;
    private static final long BYTES_A_MB = 1L << 20;
    /** Without work for so long, the start is over. */
    private static final long IDLE_S = 60;
    /** So many idle looks later what was touched meanwhile is given back: a page that somebody looked at. */
    private static final int IDLE_AGAIN = 10;

    private final Journal journal;
    /** Before the thread starts. */
    private @Nullable StationKey key;

    private final Inbox inbox;
    private final Keeper keeper;
    private final io.pumpwatch.config.JournalSettings limits;
    private final boolean linked;
    private final DiskRoom room;
    private final SystemClock clock;
    private volatile boolean cut;
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "housekeeping");
    private volatile boolean stopped;
    /** The local day whose head is signed. */
    private Day signed = Day.NONE;
    /** Number of the last accepted handover seen; -1 before the first scan. */
    private long handover = -1;

    /** A local day, from its first millisecond to the one behind its last. */
    private record Day(ZoneId zone, long fromMs, long toMs) {
        static final Day NONE = new Day(ZoneOffset.UTC, 0, 0);

        static Day of(StationView view) {
            ZoneId zone = view.plan().zone();
            LocalDate date = view.now().utc().atZone(zone).toLocalDate();
            return new Day(zone, startMs(date, zone), startMs(date.plusDays(1), zone));
        }

        private static long startMs(LocalDate date, ZoneId zone) {
            return date.atStartOfDay(zone).toInstant().toEpochMilli();
        }

        boolean holds(StationView view) {
            long utcMs = view.now().utcMs();
            return utcMs >= fromMs && utcMs < toMs && zone.equals(view.plan().zone());
        }
    }

    /**
     * Housekeeping of a journal.
     *
     * @param limits how long and how much is kept
     * @param linked whether dispatch confirms entries; without a link none waits for it
     * @param room looked at on this thread
     * @param clock that may have to ask another program, on this thread
     */
    Housekeeping(
            Keeper keeper,
            Inbox inbox,
            io.pumpwatch.config.JournalSettings limits,
            boolean linked,
            DiskRoom room,
            SystemClock clock) {
        this.room = room;
        this.clock = clock;
        this.keeper = keeper;
        this.journal = keeper.journal();
        this.limits = limits;
        this.linked = linked;
        this.inbox = inbox;
        thread.setDaemon(true);
    }

    /** @param key with which heads are signed */
    void start(StationKey key) {
        this.key = key;
        add(this::verify);
        thread.start();
    }

    /** On the scan's thread: looks at the date and at the last handover, nothing more. */
    void watch(StationView view) {
        if (view.now().trust() != ClockTrust.UNSET && !signed.holds(view)) {
            signed = Day.of(view);
            add(this::sign);
            add(() -> trim(view));
        }
        Handover last = view.state().duty().handovers().last();
        long number = last == null ? 0 : last.number();
        if (handover >= 0 && number != handover) {
            add(this::sign);
        }
        handover = number;
    }

    /** Whether records went for lack of room before dispatch had confirmed them, since the agent started. */
    boolean cut() {
        return cut;
    }

    /** Whether the disk has little room left. */
    boolean lowRoom() {
        return room.low();
    }

    /** Old months go, as the station file says; never what something open needs. */
    private void trim(StationView view) {
        Stamp at = Stamp.of(view.boot(), view.now());
        StationState state = view.state();
        Stamp stepped = state.agent().stepped();
        long sinceStepMs = stepped == null ? Long.MAX_VALUE : stepped.elapsedMs(view.boot(), view.now());
        EntryId confirmed = linked ? keeper.cursor(KeptEntries.CONFIRMED) : keeper.durable();
        long bytesMax = limits.sizeMbMax() * BYTES_A_MB;
        Retention policy = new Retention(limits.retentionDays(), bytesMax, confirmed, openSinceMs(state), sinceStepMs);
        keeper.trim(at, policy).ifPresent(gone -> {
            Logger.info("{} old segments go, up to entry {}", gone.segments(), gone.upTo());
            cut |= gone.pastConfirmed();
        });
    }

    /** Since when what is open needs its records; {@link Long#MAX_VALUE} if nothing is. */
    private static long openSinceMs(StationState state) {
        long sinceMs = Long.MAX_VALUE;
        for (Stamp on : state.duty().onDuty().values()) {
            sinceMs = Math.min(sinceMs, on.utcMs());
        }
        AccidentState.Accident accident = state.duty().accident();
        return accident == null ? sinceMs : Math.min(sinceMs, accident.at().utcMs());
    }

    /** Does something that takes long, after what waits already. */
    void later(Runnable task) {
        add(task);
    }

    private void add(Runnable task) {
        waiting.incrementAndGet();
        work.add(task);
    }

    /** Waits until nothing is left to do: in lock-step time stands still for it. */
    void settle() {
        while (waiting.get() > 0 && thread.isAlive()) {
            LockSupport.parkNanos(this, SETTLE_NS);
        }
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
        StationKey signer = Objects.requireNonNull(key);
        EntryId head = journal.last();
        String hash = journal.lastHash();
        if (head.seq() > 0) {
            note(new AgentEvent.HeadSigned(
                    head.epoch(), head.seq(), hash, signer.sign(head, hash), signer.publicKey()));
        }
    }

    private void note(AgentEvent event) {
        var unused = inbox.post(new Command.Note(event), null);
    }

    private void run() {
        try {
            int idle = 0;
            while (!stopped) {
                room.look();
                clock.askTimedated();
                Runnable task = work.poll(IDLE_S, TimeUnit.SECONDS);
                if (task == null) {
                    if (idle++ % IDLE_AGAIN == 0 || ColdPages.stayCached()) {
                        ColdPages.giveBack();
                    }
                    continue;
                }
                try {
                    task.run();
                } finally {
                    waiting.decrementAndGet();
                }
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
