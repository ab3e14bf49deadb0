package io.pumpwatch.duty;

import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The muster; a fold of {@link MusterEvent}s.
 *
 * @param season whether the calendar says flood season
 * @param open the one that isn't over, if any
 * @param ever how many there were
 * @param spell what the water has called for in this spell of wet weather: rain or rise; null in a calm
 */
public record MusterState(
        boolean season,
        @Nullable Muster open,
        long ever,
        @Nullable String spell) {
    static final MusterState EMPTY = new MusterState(false, null, 0, null);

    /**
     * A muster.
     *
     * @param arrived when, by person
     * @param excused why, by person
     * @param told those last named as missing after the deadline
     */
    public record Muster(
            long number,
            String why,
            List<String> called,
            long arriveMs,
            Stamp at,
            SortedMap<String, Stamp> arrived,
            SortedMap<String, String> excused,
            List<String> told) {
        /** Those who neither came nor are excused. */
        public List<String> missing() {
            List<String> missing = new ArrayList<>(called);
            missing.removeAll(arrived.keySet());
            missing.removeAll(excused.keySet());
            return missing;
        }

        Muster came(String person, Stamp when) {
            SortedMap<String, Stamp> next = new TreeMap<>(arrived);
            next.putIfAbsent(person, when);
            return new Muster(number, why, called, arriveMs, at, next, excused, told);
        }

        Muster excuse(String person, String reason) {
            SortedMap<String, String> next = new TreeMap<>(excused);
            next.put(person, reason);
            return new Muster(number, why, called, arriveMs, at, arrived, next, told);
        }

        Muster without(String person) {
            List<String> next = new ArrayList<>(called);
            next.remove(person);
            return new Muster(number, why, List.copyOf(next), arriveMs, at, arrived, excused, told);
        }

        Muster tell(List<String> missing) {
            return new Muster(number, why, called, arriveMs, at, arrived, excused, missing);
        }
    }

    MusterState with(@Nullable Muster next) {
        return new MusterState(season, next, next == null ? ever : next.number(), spell);
    }

    /** Somebody isn't of the station any more, and isn't waited for. */
    MusterState without(String person) {
        return open == null ? this : with(open.without(person));
    }

    MusterState season(boolean next) {
        return new MusterState(next, open, ever, spell);
    }

    MusterState spell(@Nullable String next) {
        return new MusterState(season, open, ever, next);
    }
}
