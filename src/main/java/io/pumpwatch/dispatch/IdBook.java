package io.pumpwatch.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;

/** Ids of accepted commands, kept as long as the same command could be accepted again. */
final class IdBook {
    /** Ids kept at most; the oldest goes. */
    static final int IDS_MAX = 10_000;

    private final long keepMs;
    private final IdStore store;
    private final Map<String, Long> utcMsById;

    /** Keeps an id until its command is twice {@code windowMs} old. */
    IdBook(long windowMs, IdStore store) {
        this.keepMs = 2 * windowMs;
        this.store = store;
        this.utcMsById = new LinkedHashMap<>(store.load());
    }

    boolean knows(String id) {
        return utcMsById.containsKey(id);
    }

    /**
     * Takes an id in; durable when it returns.
     *
     * @param nowUtcMs wall time where it can be believed, else the command's own: then nothing is forgotten
     */
    void take(String id, long utcMs, long nowUtcMs) {
        utcMsById.values().removeIf(old -> nowUtcMs - old > keepMs);
        if (utcMsById.size() >= IDS_MAX) {
            utcMsById.remove(utcMsById.keySet().iterator().next());
        }
        utcMsById.put(id, utcMs);
        store.save(Map.copyOf(utcMsById));
    }
}
