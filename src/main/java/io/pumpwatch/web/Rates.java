package io.pumpwatch.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How many requests one address may make: as many as a room full of open pages does, then so many a second as trickle
 * in again. A program that asks in a loop is told to wait; accident, silence and acknowledge never are. Used by the
 * one thread that reads for everybody.
 */
final class Rates {
    /** Requests at once. */
    static final int BURST = 2_000;
    /** Requests a second from then on. */
    static final int PER_SECOND = 200;

    private static final int ADDRESSES_MAX = 1_000;
    private static final double SECOND_NS = 1e9;
    private static final Set<String> URGENT =
            Set.of(Routes.ACTS + "accident", Routes.ACTS + "silence", Routes.ACTS + "acknowledge");

    /** The one that asked least recently first: it goes when there are too many. */
    private final Map<String, Bucket> byAddress = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Bucket {
        double left = BURST;
        long filledNs;

        Bucket(long nowNs) {
            this.filledNs = nowNs;
        }
    }

    /**
     * Whether this request is answered.
     *
     * @param nowNs of a clock that never steps
     */
    boolean allows(String address, String path, long nowNs) {
        Bucket bucket = byAddress.computeIfAbsent(address, first -> new Bucket(nowNs));
        if (byAddress.size() > ADDRESSES_MAX) {
            byAddress.remove(byAddress.keySet().iterator().next());
        }
        bucket.left = Math.min(BURST, bucket.left + (nowNs - bucket.filledNs) / SECOND_NS * PER_SECOND);
        bucket.filledNs = nowNs;
        if (URGENT.contains(path)) {
            return true;
        }
        if (bucket.left < 1) {
            return false;
        }
        bucket.left--;
        return true;
    }
}
