package io.pumpwatch.duty;

import io.pumpwatch.duty.HandoverEvent.OrderReceived;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.List;
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
 * @param orders from above since the last cut-off, oldest first
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
        long draftFloodMs,
        List<Order> orders) {
    /** So many orders stand on a sheet; the journal has all. */
    private static final int ORDERS_MAX = 100;

    static final HandoverState EMPTY = new HandoverState(
            null, null, 0, Set.of(), Set.of(), null, new TreeMap<>(), 0, new TreeMap<>(), 0, List.of());

    /**
     * An order from above.
     *
     * @param at when it was taken down
     * @param told whether it stands on the sheet that was drawn up last
     */
    public record Order(String giver, String words, String by, Stamp at, boolean told) {}

    HandoverState ordered(OrderReceived event, Stamp at) {
        List<Order> next = new ArrayList<>(orders);
        next.add(new Order(event.giver(), event.words(), event.by(), at, false));
        List<Order> kept = List.copyOf(next.subList(Math.max(0, next.size() - ORDERS_MAX), next.size()));
        return new HandoverState(
                open, last, ever, crew, mayLeave, loadFrom, raises, floodMs, draftRaises, draftFloodMs, kept);
    }

    HandoverState withOpen(Handover next) {
        return new HandoverState(
                next, last, ever, crew, mayLeave, loadFrom, raises, floodMs, draftRaises, draftFloodMs, orders);
    }

    HandoverState withLast(Handover next) {
        return new HandoverState(
                open, next, ever, crew, mayLeave, loadFrom, raises, floodMs, draftRaises, draftFloodMs, orders);
    }

    HandoverState drafted(Handover next, SortedMap<AlarmId, Integer> nowRaises, long nowFloodMs) {
        List<Order> told = orders.stream()
                .map(order -> new Order(order.giver(), order.words(), order.by(), order.at(), true))
                .toList();
        return new HandoverState(
                next, last, next.number(), crew, mayLeave, loadFrom, raises, floodMs, nowRaises, nowFloodMs, told);
    }

    /** What came behind the cut-off belongs to the next shift. */
    HandoverState accepted(Handover done, Set<String> nextCrew) {
        List<Order> later = orders.stream().filter(order -> !order.told()).toList();
        return new HandoverState(
                null,
                done,
                ever,
                nextCrew,
                Set.of(),
                done.cutOff(),
                draftRaises,
                draftFloodMs,
                new TreeMap<>(),
                0,
                later);
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
                draftFloodMs,
                orders);
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
                        draftFloodMs,
                        orders)
                : this;
    }
}
