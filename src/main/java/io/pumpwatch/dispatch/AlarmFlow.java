package io.pumpwatch.dispatch;

import io.pumpwatch.dispatch.payload.AlarmPayload;
import io.pumpwatch.dispatch.payload.Topics;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.station.AlarmId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Retained alarm states: what the broker holds, what it ought to hold, and the difference. A state may be told when its
 * entry is durable; after a stall of the disk it goes out marked as not kept.
 */
final class AlarmFlow {
    private static final byte[] EMPTY = new byte[0];
    /** Alarm topics remembered; a broker full of foreign ones under our name can't fill the memory. */
    private static final int TOPICS_MAX = 10_000;

    private final Topics topics;
    private final long stallMs;
    private final PoisonWatch poison;
    private final AlarmWatch watch;
    private final Map<String, byte[]> atBroker = new HashMap<>();
    private final Map<AlarmId, AlarmPayload> told = new HashMap<>();
    private final Map<AlarmId, Held> held = new HashMap<>();
    private final Set<AlarmId> present = new HashSet<>();
    private Station.@Nullable Alarms last;
    private boolean settled;
    private boolean stateWent;
    private long heldUntilMs = Long.MAX_VALUE;

    /** States that wait for their entry, as they will go: the disk takes longer than the writing of them. */
    private final Map<AlarmId, Ready> ready = new HashMap<>();

    /** A state that waits for its entry: since when, and for which. */
    private record Held(EntryId entry, long sinceMs) {}

    /** What is told of a state once it is kept. */
    private record Ready(AlarmPayload state, Message message) {
        @SuppressWarnings("ReferenceEquality") // of the very same picture; comparing by value costs as much as writing
        boolean holds(AlarmPayload now) {
            return state == now;
        }
    }

    AlarmFlow(Topics topics, long stallMs, PoisonWatch poison, AlarmWatch watch) {
        this.topics = topics;
        this.stallMs = stallMs;
        this.poison = poison;
        this.watch = watch;
    }

    /**
     * A new connection, or dispatch asks for everything: nothing is known of what the broker holds. What was told
     * before is remembered as a topic, so that its end is said even to a broker that has lost everything.
     */
    void again() {
        atBroker.replaceAll((topic, payload) -> EMPTY);
        told.clear();
        settled = false;
    }

    /** A retained state of ours was read back. */
    void readBack(String topic, byte[] payload) {
        if (payload.length > 0 && atBroker.size() < TOPICS_MAX) {
            atBroker.put(topic, payload);
            settled = false;
        } else if (payload.length == 0) {
            atBroker.remove(topic);
        }
    }

    /** Keeps the watch over confirmations going, connected or not. */
    void look(Station.Alarms now, long uptimeMs) {
        boolean same = now.equals(last);
        // Even if it says the same: comparing a picture with itself is quicker than with its twin.
        last = now;
        if (same) {
            return;
        }
        settled = false;
        Set<AlarmId> gone = new HashSet<>(present);
        for (AlarmPayload alarm : now.states()) {
            gone.remove(alarm.id());
            present.add(alarm.id());
            if (alarm.state().asks() && !alarm.masks().any()) {
                watch.asks(alarm.id(), alarm.entry(), uptimeMs);
            }
        }
        for (AlarmId id : gone) {
            present.remove(id);
            watch.normal(id, uptimeMs);
        }
    }

    /** Uptime at which a held state goes out as not kept; far away where none is held. */
    long heldUntilMs() {
        return heldUntilMs;
    }

    /**
     * Sends the differences.
     *
     * @param durable last durable entry
     * @param send hands a message over; false for "no room now"
     * @return whether at least one state went; emptied topics don't count, nobody confirms them
     */
    boolean pump(EntryId durable, long uptimeMs, Predicate<Message> send) {
        Station.Alarms now = last;
        if (now == null || (settled && held.isEmpty())) {
            return false;
        }
        heldUntilMs = Long.MAX_VALUE;
        Map<AlarmId, AlarmPayload> wanted = new LinkedHashMap<>();
        Set<AlarmId> stay = new HashSet<>();
        for (AlarmPayload alarm : now.states()) {
            AlarmPayload may = mayTell(alarm, alarm.entry(), durable, uptimeMs);
            stay.add(alarm.id());
            if (may != null) {
                wanted.put(alarm.id(), may);
            }
        }
        stateWent = false;
        boolean all = true;
        for (AlarmPayload state : byPriority(wanted)) {
            if (state.equals(told.get(state.id()))) {
                continue;
            }
            all &= tell(state, send);
        }
        for (String topic : List.copyOf(atBroker.keySet())) {
            AlarmId id = topics.alarmOf(topic);
            if (id == null || !stay.contains(id)) {
                Boolean went = empty(topic, id, now.asOf(), durable, uptimeMs, send);
                all &= went != null && went;
            }
        }
        held.keySet().removeIf(id -> !stay.contains(id) && !told.containsKey(id));
        ready.keySet().retainAll(stay);
        settled = all;
        return stateWent;
    }

    private static List<AlarmPayload> byPriority(Map<AlarmId, AlarmPayload> wanted) {
        return wanted.values().stream()
                .sorted(Comparator.comparing(AlarmPayload::priority)
                        .thenComparing(AlarmPayload::sinceUtcMs, Comparator.reverseOrder()))
                .toList();
    }

    private @Nullable AlarmPayload mayTell(AlarmPayload alarm, EntryId entry, EntryId durable, long uptimeMs) {
        if (entry.compareTo(durable) <= 0) {
            held.remove(alarm.id());
            return alarm.kept(true);
        }
        Held since = held.get(alarm.id());
        if (since == null) {
            since = new Held(entry, uptimeMs);
            held.put(alarm.id(), since);
        } else if (since.entry().compareTo(durable) <= 0) {
            // The one it waited for is durable: a newer one has its own time, the disk isn't stalled.
            since = new Held(entry, uptimeMs);
            held.put(alarm.id(), since);
        }
        if (uptimeMs - since.sinceMs() >= stallMs) {
            return alarm.kept(false);
        }
        heldUntilMs = Math.min(heldUntilMs, since.sinceMs() + stallMs);
        AlarmPayload kept = alarm.kept(true);
        Ready made = ready.get(alarm.id());
        if (made == null || !made.holds(kept)) {
            ready.put(alarm.id(), new Ready(kept, message(kept)));
        }
        return null;
    }

    private boolean tell(AlarmPayload state, Predicate<Message> send) {
        Ready made = ready.remove(state.id());
        Message message = made == null || !made.holds(state) || poison.isCulprit(made.message.key())
                ? message(state)
                : made.message;
        byte[] there = atBroker.get(message.topic());
        if (there == null || !Arrays.equals(there, message.payload())) {
            if (!send.test(message)) {
                return false;
            }
            atBroker.put(message.topic(), message.payload());
            stateWent = true;
        }
        told.put(state.id(), state);
        return true;
    }

    private Message message(AlarmPayload state) {
        String key = "alarm " + state.id() + " " + state.entry() + (state.kept() ? "" : " not kept");
        byte[] payload = (poison.isCulprit(key) ? state.bare() : state).encode();
        return new Message(Family.ALARM, key, topics.alarm(state.id()), payload, 1, true, null);
    }

    /** True: emptied; false: no room; null: its end isn't durable yet. */
    private @Nullable Boolean empty(
            String topic, @Nullable AlarmId id, EntryId asOf, EntryId durable, long uptimeMs, Predicate<Message> send) {
        AlarmPayload was = id == null ? null : told.get(id);
        if (id != null && asOf.compareTo(durable) > 0) {
            Held since = held.computeIfAbsent(id, same -> new Held(asOf, uptimeMs));
            if (since.entry().compareTo(durable) > 0) {
                if (uptimeMs - since.sinceMs() < stallMs || was == null) {
                    heldUntilMs = Math.min(heldUntilMs, since.sinceMs() + stallMs);
                    return null;
                }
                AlarmPayload normal = was.normalNotKept();
                return normal.equals(was) ? null : (tell(normal, send) ? null : Boolean.FALSE);
            }
        }
        if (!send.test(new Message(Family.ALARM, "alarm " + topic + " empty", topic, EMPTY, 1, true, null))) {
            return false;
        }
        atBroker.remove(topic);
        if (id != null) {
            told.remove(id);
            held.remove(id);
        }
        return true;
    }
}
