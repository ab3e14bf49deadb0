package io.pumpwatch.duty;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who is due when; a fold of {@link RotaEvent}s.
 *
 * @param due people by slot, such as 2026-11-23/day
 * @param excused reasons by slot and person
 */
public record RotaState(SortedMap<String, List<String>> due, SortedMap<String, SortedMap<String, String>> excused)
        implements Attendance.Roster {
    static final RotaState EMPTY = new RotaState(new TreeMap<>(), new TreeMap<>());

    /** A quarter of a year of three shifts; the oldest go first. */
    private static final int SLOTS_MAX = 300;

    @Override
    public List<String> due(String slot) {
        return due.getOrDefault(slot, List.of());
    }

    @Override
    public boolean excused(String slot, String person) {
        SortedMap<String, String> of = excused.get(slot);
        return of != null && of.containsKey(person);
    }

    /** Why not; empty for who must come. */
    public String reason(String slot, String person) {
        SortedMap<String, String> of = excused.get(slot);
        return of == null ? "" : of.getOrDefault(person, "");
    }

    RotaState with(String slot, List<String> people) {
        TreeMap<String, List<String>> next = new TreeMap<>(due);
        if (people.isEmpty()) {
            next.remove(slot);
        } else {
            next.put(slot, people);
        }
        while (next.size() > SLOTS_MAX) {
            next.pollFirstEntry();
        }
        return new RotaState(next, excused);
    }

    RotaState with(String slot, String person, String reason) {
        TreeMap<String, SortedMap<String, String>> next = new TreeMap<>(excused);
        SortedMap<String, String> of = new TreeMap<>(next.getOrDefault(slot, new TreeMap<>()));
        of.put(person, reason);
        next.put(slot, of);
        while (next.size() > SLOTS_MAX) {
            next.pollFirstEntry();
        }
        return new RotaState(due, next);
    }
}
