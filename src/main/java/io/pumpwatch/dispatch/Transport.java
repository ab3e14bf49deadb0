package io.pumpwatch.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to a broker. All methods are called by the one thread that owns the link, and none waits for the network beyond
 * a bound of its own. Everything that happens comes as {@link Inbound}, from any thread, through a consumer that never
 * blocks.
 */
public interface Transport {
    /** Where reports go. Returns false where it had to be dropped. */
    @FunctionalInterface
    interface Inbox {
        /** Takes a report; never blocks. */
        boolean post(Inbound report);
    }

    /**
     * Begins to connect with a fresh client, letting go of the one before.
     *
     * @param session marks all reports of this attempt
     * @param will published retained by the broker, QoS 1, when this connection dies; null for none
     */
    void connect(long session, @Nullable Will will, Inbox inbox);

    /**
     * Hands a message over.
     *
     * @param token comes back in {@link Inbound.Acked}
     * @return false where the library has no room now: again later
     */
    boolean publish(long token, String topic, byte[] payload, int qos, boolean retained);

    /** Asks for these topics at QoS 1. */
    void subscribe(List<String> filters);

    /** Asks for these no longer. */
    void unsubscribe(List<String> filters);

    /** Ends the connection in order, so that no will is published; bounded. */
    void disconnect();

    /** Lets go at once, without a word to the broker; bounded. */
    void drop();

    /** What the broker says for us when we can't. */
    // Bytes as they go over the wire; these records are never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Will(String topic, byte[] payload) {}
}
