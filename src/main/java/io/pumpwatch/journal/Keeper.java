package io.pumpwatch.journal;

import io.pumpwatch.station.Stamp;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * Keeps what the scan hands over. The scan's thread only numbers and queues; one keeper thread hashes, writes, syncs and
 * then announces "durable up to n". What finds no room while the disk stalls becomes a numbered, declared gap.
 *
 * <p>{@link #offer} and {@link #snapshot} belong to one owner's thread; the rest may be called from any.
 */
public final class Keeper implements AutoCloseable {
    private final Journal journal;
    private final JournalSettings settings;
    private final boolean lockStep;
    private final Snapshots snapshots;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final KeeperQueue queue;
    private final Map<String, EntryId> cursors;
    private final List<Consumer<EntryId>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private volatile @Nullable JournalException trouble;
    private volatile boolean closing;

    private Keeper(Journal journal, boolean lockStep) {
        this.journal = journal;
        this.settings = journal.settings();
        this.lockStep = lockStep;
        this.snapshots = new Snapshots(journal.folder(), journal.disk());
        this.queue = new KeeperQueue(settings, journal.view().next());
        this.cursors = new TreeMap<>(journal.cursors());
    }

    /** A keeper with a thread of its own, running. */
    public static Keeper start(Journal journal) {
        Keeper keeper = new Keeper(journal, false);
        Thread thread = new Thread(keeper::run, "keeper");
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
     * Hands over what one scan decided, in order: kept together or not at all. Never waits for the disk. Call it with an
     * empty list at each scan without events, so that a gap is declared as soon as there is room again.
     *
     * @param now stamp of this scan, for an entry that the journal adds itself
     * @param drafts what was decided; each has its own stamp
     * @param stateBefore the state without these drafts: a function of an immutable value. It is asked only to close a gap,
     *     and on the keeper's thread
     * @return their numbers
     */
    public SeqRange offer(Stamp now, List<Draft> drafts, Supplier<StateText> stateBefore) {
        SeqRange range;
        lock.lock();
        try {
            if (queue.atStartOfEpoch()) {
                View view = journal.view();
                if (!view.segments().isEmpty()) {
                    queue.add(now, () -> OwnEntry.epoch(now, view));
                }
            }
            range = queue.offer(now, drafts, (gap, at) -> gapDraft(gap, at, stateBefore));
            work.signal();
        } finally {
            lock.unlock();
        }
        if (lockStep) {
            drain();
        }
        return range;
    }

    private Draft gapDraft(KeeperQueue.Gap gap, EntryId at, Supplier<StateText> state) throws IOException {
        StateText text = state.get();
        String body = OwnEntry.gapBody(gap.from(), gap.to(), text);
        if (JsonText.utf8Length(body) > Draft.BODY_BYTES_MAX) {
            String file = snapshots.write(new EntryId(at.epoch(), gap.to()), text);
            body = OwnEntry.gapHead(gap.from(), gap.to()) + "," + file + "}";
        }
        return new Draft(OwnEntry.GAP, 1, body, gap.end());
    }

    /** Whether enough entries were handed over since the last snapshot. */
    public boolean snapshotDue() {
        lock.lock();
        try {
            return queue.sinceSnapshot() >= settings.snapshotEvery();
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
                queue.add(now, () -> snapshotDraft(now, at, state));
                work.signal();
            }
        } finally {
            lock.unlock();
        }
        if (lockStep) {
            drain();
        }
    }

    private Draft snapshotDraft(Stamp now, EntryId at, Supplier<StateText> state) throws IOException {
        String fields = snapshots.write(at, state.get());
        snapshots.prune();
        return OwnEntry.snapshot(now, fields);
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

    /** How long the oldest entry that isn't kept has been waiting, 0 if none is; uptime of this boot as in its stamp. */
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
        return Optional.ofNullable(trouble);
    }

    /**
     * Tells a listener, on the keeper's thread, each time that more is durable. It must return at once and not throw: hand
     * over, and do the work elsewhere.
     */
    public void onDurable(Consumer<EntryId> listener) {
        listeners.add(listener);
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
     * Moves a cursor. It is written with the next group, or by itself after {@link JournalSettings#cursorLateMs}: after a
     * crash it may stand where it stood before.
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

    // ---- the keeper's thread

    private void run() {
        boolean idle = false;
        while (true) {
            List<KeeperQueue.Group> groups;
            Map<String, EntryId> positions;
            lock.lock();
            try {
                groups = queue.front();
                if (groups.isEmpty() && !idle && !closing) {
                    // Without work, each wait that runs its whole time lets cursors be written by themselves.
                    idle = !work.await(settings.cursorLateMs(), TimeUnit.MILLISECONDS);
                    continue;
                }
                positions = Map.copyOf(cursors);
            } catch (InterruptedException stop) {
                return;
            } finally {
                lock.unlock();
            }
            idle = false;
            boolean kept = keep(groups, positions);
            if (closing && (!kept || groups.isEmpty())) {
                return;
            }
            if (!kept && !pause()) {
                return;
            }
        }
    }

    private boolean pause() {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(settings.retryMs());
            while (nanos > 0 && !closing) {
                nanos = work.awaitNanos(nanos); // new entries signal too; only closing ends the pause early
            }
            return true;
        } catch (InterruptedException stop) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Keeps groups from the front of the queue; false if the disk refused. */
    private boolean keep(List<KeeperQueue.Group> groups, Map<String, EntryId> positions) {
        EntryId before = journal.last();
        try {
            List<List<EntryLine>> lines = new java.util.ArrayList<>();
            for (KeeperQueue.Group group : groups) {
                lines.add(group.lines());
            }
            boolean onlyCursors = groups.isEmpty();
            if (!onlyCursors || (before.seq() > 0 && !positions.equals(journal.cursors()))) {
                journal.append(lines, positions);
            }
            if (trouble != null) {
                Logger.info("the disk of {} takes entries again", journal.folder());
                trouble = null;
            }
            return true;
        } catch (IOException fault) {
            JournalException typed = JournalException.of(journal.folder(), fault);
            if (trouble == null) {
                Logger.error("{}", typed.getMessage());
            }
            trouble = typed;
            return false;
        } finally {
            announce(before);
        }
    }

    private void announce(EntryId before) {
        EntryId durable = journal.last();
        if (durable.compareTo(before) > 0) {
            lock.lock();
            try {
                queue.removeUpTo(durable);
            } finally {
                lock.unlock();
            }
            for (Consumer<EntryId> listener : listeners) {
                listener.accept(durable);
            }
        }
    }

    private void drain() {
        while (true) {
            List<KeeperQueue.Group> groups;
            lock.lock();
            try {
                groups = queue.front();
            } finally {
                lock.unlock();
            }
            if (groups.isEmpty()) {
                return;
            }
            keep(groups, Map.copyOf(cursors));
            JournalException refused = trouble;
            if (refused != null) {
                throw refused;
            }
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
        closing = true;
        Thread running = thread;
        if (running != null) {
            lock.lock();
            try {
                work.signalAll();
            } finally {
                lock.unlock();
            }
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
            keep(List.of(), Map.copyOf(cursors));
        }
        boolean all = trouble == null && pending() == 0;
        journal.close();
        return all;
    }
}
