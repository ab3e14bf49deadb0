package io.pumpwatch.journal;

import io.pumpwatch.station.Stamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the scan hands over. The scan's thread only numbers and queues; one keeper thread hashes, writes, syncs
 * and then announces "durable up to n". What finds no room while the disk stalls becomes a numbered, declared gap.
 *
 * <p>{@link #offer} and {@link #snapshot} belong to one owner's thread; the rest may be called from any.
 */
public final class Keeper implements AutoCloseable {
    private final Journal journal;
    private final boolean lockStep;
    private final OwnWork own;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final KeeperQueue queue;
    private final Map<String, EntryId> cursors;
    private final KeeperLoop loop;
    private @Nullable Thread thread;

    private Keeper(Journal journal, boolean lockStep) {
        this.journal = journal;
        this.lockStep = lockStep;
        this.own = new OwnWork(journal);
        EntryId next = journal.view().next();
        this.queue = new KeeperQueue(journal.settings(), next, journal.unsnapped(next.epoch()));
        this.cursors = new TreeMap<>(journal.cursors());
        this.loop = new KeeperLoop(journal, own, lock, work, queue, cursors);
    }

    /** A keeper with a thread of its own, running. */
    public static Keeper start(Journal journal) {
        Keeper keeper = new Keeper(journal, false);
        Thread thread = new Thread(keeper.loop::run, "keeper");
        keeper.thread = thread;
        thread.start();
        return keeper;
    }

    /** A keeper for simulation: {@link #offer} returns when all is durable, and throws where the disk refuses. */
    public static Keeper lockStep(Journal journal) {
        return new Keeper(journal, true);
    }

    /** The journal that is kept, for reading. */
    public Journal journal() {
        return journal;
    }

    /**
     * Hands over what one scan decided, in order: kept together or not at all. Never waits for the disk. Call it with
     * an empty list at each scan without events, so that a gap is declared as soon as there is room again.
     *
     * @param now stamp of this scan, for an entry that the journal adds itself
     * @param drafts what was decided; each has its own stamp
     * @param stateBefore the state without these drafts: a function of an immutable value. It is asked only to close
     *     a gap, and on the keeper's thread
     * @return their numbers
     */
    public SeqRange offer(Stamp now, List<Draft> drafts, Supplier<StateText> stateBefore) {
        SeqRange range;
        lock.lock();
        try {
            if (queue.atStartOfEpoch()) {
                View view = journal.view();
                if (view.beginsEpoch()) {
                    queue.add(now, () -> OwnEntry.epoch(now, view, List.of()));
                }
            }
            range = queue.offer(now, drafts, (gap, at) -> own.gap(gap, at, stateBefore));
            if (queue.entries() > 0) {
                // Not at each scan without events: cursors are written when nothing has come for a while.
                work.signal();
            }
        } finally {
            lock.unlock();
        }
        if (lockStep) {
            loop.drain();
        }
        return range;
    }

    /**
     * Whether enough entries have come since the last snapshot, an earlier agent's too, or this start had many to go
     * through: however often an agent is killed, its next start has few.
     */
    public boolean snapshotDue() {
        lock.lock();
        try {
            return queue.snapshotDue();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Has the state written as a snapshot; it stands for everything handed over until now. The state is asked on the
     * keeper's thread: a function of an immutable value. Does nothing while entries are being lost.
     */
    public void snapshot(Stamp now, Supplier<StateText> state) {
        lock.lock();
        try {
            EntryId at = queue.lastOffered();
            if (!queue.losing() && at.seq() > 0) {
                queue.snapshotTaken();
                queue.add(now, () -> own.snapshot(now, at, state));
                work.signal();
            }
        } finally {
            lock.unlock();
        }
        if (lockStep) {
            loop.drain();
        }
    }

    /**
     * Removes whole old segments, as far as a policy lets them go; nothing without a snapshot behind them. An entry
     * of kind {@code trim} says so, and the files go when it is durable.
     *
     * @return what goes, or empty; where it passes the confirmed cursor the owner raises an alarm
     */
    public Optional<Retention.Plan> trim(Stamp now, Retention policy) {
        Optional<Retention.Plan> plan = own.plan(now, policy);
        plan.ifPresent(what -> {
            lock.lock();
            try {
                if (!queue.losing()) {
                    Draft draft = own.trimDraft(now, what);
                    own.leaves(queue.add(now, () -> draft), what);
                    work.signal();
                }
            } finally {
                lock.unlock();
            }
        });
        if (lockStep) {
            loop.drain();
        }
        return plan;
    }

    /** The last entry that is on the disk. */
    public EntryId durable() {
        return journal.last();
    }

    /** Entries handed over that aren't durable yet; those lost in an open gap not counted. */
    public int pending() {
        lock.lock();
        try {
            return queue.entries();
        } finally {
            lock.unlock();
        }
    }

    /** Entries that found no room since the start and are part of a declared gap. */
    public long unkept() {
        lock.lock();
        try {
            return queue.unkept();
        } finally {
            lock.unlock();
        }
    }

    /**
     * How long the oldest entry that isn't kept has been waiting, 0 if none is; uptime of this boot as in its stamp.
     */
    public long stalledForMs(long uptimeMs) {
        lock.lock();
        try {
            return Math.max(0, uptimeMs - queue.waitingSinceMs(uptimeMs));
        } finally {
            lock.unlock();
        }
    }

    /** Why the disk doesn't take entries just now, if it doesn't. The keeper goes on trying. */
    public Optional<JournalException> trouble() {
        return Optional.ofNullable(loop.trouble());
    }

    /**
     * Tells a listener, on the keeper's thread, each time that more is durable. It must return at once and not throw:
     * hand over, and do the work elsewhere.
     */
    public void onDurable(Consumer<EntryId> listener) {
        loop.tell(listener);
    }

    /** Where a cursor stands, kept or not yet; NONE if it was never moved. */
    public EntryId cursor(String name) {
        lock.lock();
        try {
            return cursors.getOrDefault(name, EntryId.NONE);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Moves a cursor. It is written with the next group, or by itself after {@link JournalSettings#cursorLateMs}:
     * after a crash it may stand where it stood before.
     *
     * @param name such as {@code sent}: small letters, digits and hyphens, at most 32
     * @throws IllegalArgumentException if the name has another form or the entry isn't durable
     */
    public void moveCursor(String name, EntryId at) {
        if (!Mark.isCursorName(name) || at.compareTo(journal.last()) > 0) {
            throw new IllegalArgumentException("cursor " + name + " can't stand at " + at);
        }
        lock.lock();
        try {
            cursors.put(name, at);
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #close(long)} with 10 s. */
    @Override
    public void close() {
        close(10_000);
    }

    /**
     * Keeps what waits and the cursors, then ends the thread and closes the journal. The owner has stopped offering.
     *
     * @param waitMs how long the disk may take
     * @return false if something could not be kept: {@link #pending} tells how much
     */
    public boolean close(long waitMs) {
        loop.stop();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(waitMs);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            if (running.isAlive()) {
                running.interrupt();
                return false;
            }
        } else {
            loop.flush();
        }
        boolean all = loop.trouble() == null && pending() == 0;
        journal.close();
        return all;
    }
}
