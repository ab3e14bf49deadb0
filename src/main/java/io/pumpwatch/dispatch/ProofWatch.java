package io.pumpwatch.dispatch;

import java.util.EnumMap;
import java.util.Map;

/** For each topic family: since when something is out without proof that it arrived. */
final class ProofWatch {
    private final long proofMs;
    private final Map<Family, Long> unprovenSince = new EnumMap<>(Family.class);

    ProofWatch(long proofMs) {
        this.proofMs = proofMs;
    }

    /** Something of this family went out. */
    void sent(Family family, long uptimeMs) {
        unprovenSince.putIfAbsent(family, uptimeMs);
    }

    /** All of it arrived. */
    void proven(Family family) {
        unprovenSince.remove(family);
    }

    /** Some of it arrived: the family passes, the rest has its time anew. */
    void partly(Family family, long uptimeMs) {
        unprovenSince.computeIfPresent(family, (same, since) -> uptimeMs);
    }

    /** The connection is gone, which is a fault of its own. */
    void clear() {
        unprovenSince.clear();
    }

    /** Whether the time of this family is over. */
    boolean overdue(Family family, long uptimeMs) {
        Long since = unprovenSince.get(family);
        return since != null && uptimeMs - since >= proofMs;
    }
}
