package io.pumpwatch.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** What the keeper's thread does: takes groups from the queue, keeps them, tells the listeners. */
final class KeeperLoop {
    private final Journal journal;
    private final JournalSettings settings;
    private final OwnWork own;
    private final ReentrantLock lock;
    private final Condition work;
    private final KeeperQueue queue;
    private final Map<String, EntryId> cursors;
    private final List<Consumer<EntryId>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable JournalException trouble;
    private volatile boolean closing;

    /** The lock guards the queue and the cursors; the condition is signalled when there is work. */
    KeeperLoop(
            Journal journal,
            OwnWork own,
            ReentrantLock lock,
            Condition work,
            KeeperQueue queue,
            Map<String, EntryId> cursors) {
        this.journal = journal;
        this.settings = journal.settings();
        this.own = own;
        this.lock = lock;
        this.work = work;
        this.queue = queue;
        this.cursors = cursors;
    }

    @Nullable
    JournalException trouble() {
        return trouble;
    }

    void tell(Consumer<EntryId> listener) {
        listeners.add(listener);
    }

    /** Lets {@link #run} end when all that waits is kept, or the disk refuses. */
    void stop() {
        lock.lock();
        try {
            closing = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the cursors, on the caller's thread. */
    void flush() {
        if (!keep(List.of(), positions())) {
            Logger.warn("the cursors of {} were not written at the end", journal.folder());
        }
    }

    private Map<String, EntryId> positions() {
        lock.lock();
        try {
            return Map.copyOf(cursors);
        } finally {
            lock.unlock();
        }
    }

    /** Until {@link #stop}: waits for work and keeps it. */
    void run() {
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
                positions = positions();
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
            List<List<EntryLine>> lines = new ArrayList<>();
            for (KeeperQueue.Group group : groups) {
                lines.add(group.lines());
            }
            boolean onlyCursors = groups.isEmpty();
            if (!onlyCursors || (before.seq() > 0 && !positions.equals(journal.cursors()))) {
                journal.append(lines, positions);
            }
            own.remove(journal.last());
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

    /** Keeps all that waits, on the caller's thread; throws where the disk refuses. */
    void drain() {
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
            boolean kept = keep(groups, positions());
            JournalException refused = kept ? null : trouble;
            if (refused != null) {
                throw refused;
            }
        }
    }
}
