package io.pumpwatch.web;

import io.pumpwatch.view.KeptEntry;
import io.pumpwatch.view.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks the journal backwards, page by page, over segments and epochs to its first entry that is here. Blocks. */
final class LogWalk {
    private static final int CHUNK = 200;
    /** So many entries are looked through for one page of a kind that is rare. */
    private static final int LOOKED_AT_MAX = 20_000;

    private final KeptLog log;
    /** What comes next stands before it. */
    private Position at;

    private boolean ended;

    /** @param from the entry before which the walk begins; it needn't be there */
    LogWalk(KeptLog log, Position from) {
        this.log = log;
        this.at = from;
    }

    /** The next entries that are wanted, the newest first; fewer than asked for at the end, or where few are wanted. */
    List<KeptEntry> page(int limit, Predicate<KeptEntry> wanted) {
        List<KeptEntry> found = new ArrayList<>();
        long left = LOOKED_AT_MAX;
        while (found.size() < limit && left > 0 && !ended) {
            Optional<Position> begin = log.beginOf(at.epoch());
            if (begin.isEmpty()) {
                ended = true;
                break;
            }
            long floor = begin.get().epoch() == at.epoch() ? begin.get().seq() : 0;
            long start = Math.max(floor, at.seq() - 1 - Math.min(CHUNK, left));
            left -= Math.max(1, at.seq() - 1 - start);
            List<KeptEntry> part = part(start);
            for (int i = part.size() - 1; i >= 0 && found.size() < limit; i--) {
                at = part.get(i).at();
                if (wanted.test(part.get(i))) {
                    found.add(part.get(i));
                }
            }
            if (found.size() < limit) {
                at = new Position(at.epoch(), start + 1);
            }
            if (at.seq() <= floor + 1) {
                turn(begin.get());
            }
        }
        return found;
    }

    /** From the beginning of an epoch to the end of the one before. */
    private void turn(Position begin) {
        boolean earlier = begin.epoch() < at.epoch() && begin.seq() > 0;
        if (earlier && log.beginOf(begin.epoch()).isPresent()) {
            at = new Position(begin.epoch(), begin.seq() + 1);
        } else {
            ended = true;
        }
    }

    /** Entries between the two; an answer of the store may hold fewer than it was asked for. */
    private List<KeptEntry> part(long start) {
        List<KeptEntry> part = new ArrayList<>();
        Position from = new Position(at.epoch(), start);
        while (from.seq() < at.seq() - 1) {
            List<KeptEntry> some = log.entries(from, (int) (at.seq() - 1 - from.seq()));
            boolean beyond = false;
            for (KeptEntry entry : some) {
                beyond |= entry.at().epoch() != at.epoch() || entry.at().seq() >= at.seq();
                if (!beyond) {
                    part.add(entry);
                    from = entry.at();
                }
            }
            if (some.isEmpty() || beyond) {
                break;
            }
        }
        return part;
    }

    /** Before which the next page begins; null where there is none. */
    @Nullable
    Position next() {
        return ended ? null : at;
    }
}
