package io.pumpwatch.duty;

import io.pumpwatch.station.Stamp;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The door, and who is inside; a fold of {@link DoorEvent}s.
 *
 * @param announced the last announcement, or null
 * @param forced when somebody unknown opened, until it is explained
 * @param approved the authorised list, by name
 * @param inside visitors by number
 * @param ever how many came
 */
public record DoorState(
        @Nullable Announced announced,
        @Nullable Stamp forced,
        SortedMap<String, Approved> approved,
        SortedMap<Long, Visit> inside,
        long ever) {
    static final DoorState EMPTY = new DoorState(null, null, new TreeMap<>(), new TreeMap<>(), 0);

    /** An announced entry. */
    public record Announced(String by, String reason, Stamp at, long forMs) {}

    /** Somebody on the authorised list. */
    public record Approved(LocalDate until, String reason, String by) {}

    /**
     * Somebody inside.
     *
     * @param told whether it is on record already that they are inside as an outsider, or alone, with pumps running
     */
    public record Visit(String name, boolean listed, String escort, String reason, Stamp at, String by, boolean told) {
        Visit toldOf() {
            return new Visit(name, listed, escort, reason, at, by, true);
        }

        Visit escortedBy(String next) {
            return new Visit(name, listed, next, reason, at, by, false);
        }
    }

    DoorState with(@Nullable Announced next) {
        return new DoorState(next, forced, approved, inside, ever);
    }

    DoorState forced(@Nullable Stamp next) {
        return new DoorState(announced, next, approved, inside, ever);
    }

    DoorState with(String name, @Nullable Approved entry) {
        SortedMap<String, Approved> next = new TreeMap<>(approved);
        if (entry == null) {
            next.remove(name);
        } else {
            next.put(name, entry);
        }
        return new DoorState(announced, forced, next, inside, ever);
    }

    DoorState with(long number, @Nullable Visit visit) {
        SortedMap<Long, Visit> next = new TreeMap<>(inside);
        if (visit == null) {
            next.remove(number);
        } else {
            next.put(number, visit);
        }
        return new DoorState(announced, forced, approved, next, Math.max(ever, number));
    }
}
