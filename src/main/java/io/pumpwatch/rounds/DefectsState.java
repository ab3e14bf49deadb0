package io.pumpwatch.rounds;

import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Defects; a fold of {@link DefectEvent}s. The journal keeps every one for ever; the state keeps those that are open
 * and the last that were closed.
 *
 * @param open by number
 * @param closed the last {@link #CLOSED_MAX}
 * @param ever how many were ever found
 */
public record DefectsState(SortedMap<Long, Defect> open, SortedMap<Long, Defect> closed, long ever) {
    /** So many closed ones are shown. */
    public static final int CLOSED_MAX = 50;

    static final DefectsState EMPTY = new DefectsState(new TreeMap<>(), new TreeMap<>(), 0);

    /** Where it stands. */
    public enum Status {
        FOUND,
        ASSIGNED,
        HANDLED,
        CLOSED
    }

    /**
     * Something that is wrong.
     *
     * @param sheet where it was found; empty where alone
     * @param assigned to whom; empty while to nobody
     * @param handledBy empty while it isn't handled
     * @param handled how
     * @param level to whom it went
     */
    public record Defect(
            String equipment,
            String words,
            String by,
            Stamp at,
            String sheet,
            Status status,
            String assigned,
            String handledBy,
            String handled,
            Role level) {
        /** Whether it is open for too long. */
        public boolean overdue() {
            return level != Role.OPERATOR && status != Status.CLOSED;
        }
    }

    DefectsState with(long number, Defect defect) {
        SortedMap<Long, Defect> next = new TreeMap<>(open);
        next.put(number, defect);
        return new DefectsState(next, closed, Math.max(ever, number));
    }

    DefectsState closed(long number, Defect defect) {
        SortedMap<Long, Defect> still = new TreeMap<>(open);
        still.remove(number);
        SortedMap<Long, Defect> gone = new TreeMap<>(closed);
        gone.put(number, defect);
        while (gone.size() > CLOSED_MAX) {
            gone.remove(gone.firstKey());
        }
        return new DefectsState(still, gone, ever);
    }
}
