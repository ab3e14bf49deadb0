package io.pumpwatch.dispatch;

import io.pumpwatch.dispatch.payload.Topics;
import java.security.PublicKey;
import java.util.Map;

/**
 * What a link needs to know.
 *
 * @param topics site and station
 * @param broker where it is
 * @param receipts how delivery is proven
 * @param seat name of the key whose receipts count; one of {@code keys} where receipts are required
 * @param keys public keys of dispatch's seats, by name
 * @param times all times
 * @param window messages in flight at most, 1 to 2000
 * @param version of the agent, for the status
 */
public record LinkConfig(
        Topics topics,
        Broker broker,
        Receipts receipts,
        String seat,
        Map<String, PublicKey> keys,
        LinkTimes times,
        int window,
        String version) {

    /** Window that drained fastest without starving other topics. */
    public static final int WINDOW = 500;

    /** How delivery is proven. */
    public enum Receipts {
        /** Dispatch's signed receipts move the confirmed cursor. */
        REQUIRED,
        /** The broker's word is taken; the agent listens to its own topics for proof that they pass. */
        NONE
    }

    /**
     * Checks that fit together.
     *
     * @throws IllegalArgumentException where receipts are required from a seat without a key, or the window is out of
     *     range
     */
    public LinkConfig {
        keys = Map.copyOf(keys);
        if (receipts == Receipts.REQUIRED && !keys.containsKey(seat)) {
            throw new IllegalArgumentException(
                    "receipts are required from seat '" + seat + "', which has no key; known seats: " + keys.keySet());
        }
        if (window < 1 || window > 2000) {
            throw new IllegalArgumentException("window must be 1 to 2000 messages, not " + window);
        }
    }
}
