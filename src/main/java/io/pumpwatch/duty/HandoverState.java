package io.pumpwatch.duty;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Stamp;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Handovers; a fold of {@link HandoverEvent}s.
 *
 * @param open drafted and not accepted
 * @param last accepted
 * @param ever how many were ever drafted
 * @param crew who answers for the station; empty before the first acceptance
 * @param mayLeave whom the leader let go
 * @param loadFrom cut-off of the last accepted one, or null
 * @param raises and
 * @param floodMs load figures then
 */
public record HandoverState(
        @Nullable Handover open,
        @Nullable Handover last,
        long ever,
        Set<String> crew,
        Set<String> mayLeave,
        @Nullable Stamp loadFrom,
        SortedMap<AlarmId, Integer> raises,
        long floodMs,
        SortedMap<AlarmId, Integer> draftRaises,
        long draftFloodMs) {
    static final HandoverState EMPTY =
            new HandoverState(null, null, 0, Set.of(), Set.of(), null, new TreeMap<>(), 0, new TreeMap<>(), 0);

    HandoverState withOpen(Handover next) {
        return new HandoverState(
                next, last, ever, crew, mayLeave, loadFrom, raises, floodMs, draftRaises, draftFloodMs);
    }

    HandoverState withLast(Handover next) {
        return new HandoverState(
                open, next, ever, crew, mayLeave, loadFrom, raises, floodMs, draftRaises, draftFloodMs);
    }

    HandoverState drafted(Handover next, SortedMap<AlarmId, Integer> nowRaises, long nowFloodMs) {
        return new HandoverState(
                next, last, next.number(), crew, mayLeave, loadFrom, raises, floodMs, nowRaises, nowFloodMs);
    }

    HandoverState accepted(Handover done, Set<String> nextCrew) {
        return new HandoverState(
                null, done, ever, nextCrew, Set.of(), done.cutOff(), draftRaises, draftFloodMs, new TreeMap<>(), 0);
    }

    /** Somebody may go: the leader answers in their place. */
    HandoverState letGo(String person, String leader) {
        Set<String> nextCrew = new TreeSet<>(crew);
        if (nextCrew.remove(person)) {
            nextCrew.add(leader);
        }
        Set<String> going = new TreeSet<>(mayLeave);
        going.add(person);
        return new HandoverState(
                open,
                last,
                ever,
                Set.copyOf(nextCrew),
                Set.copyOf(going),
                loadFrom,
                raises,
                floodMs,
                draftRaises,
                draftFloodMs);
    }

    /** Somebody isn't of the station any more. */
    HandoverState without(String person) {
        Set<String> nextCrew = new TreeSet<>(crew);
        return nextCrew.remove(person)
                ? new HandoverState(
                        open,
                        last,
                        ever,
                        Set.copyOf(nextCrew),
                        mayLeave,
                        loadFrom,
                        raises,
                        floodMs,
                        draftRaises,
                        draftFloodMs)
                : this;
    }
}
