package io.pumpwatch.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages handed to the transport and not yet acknowledged, in the order they went; bounded in number and bytes. */
final class InFlight {
    private static final long BYTES_MAX = 4 * 1024 * 1024;
    /** Alarm states, status and replies pass a window that entries have filled. */
    private static final int URGENT_EXTRA = 200;

    private final Transport transport;
    private final int window;
    private final Map<Long, Message> messages = new LinkedHashMap<>();
    private long bytes;
    private long lastToken;

    InFlight(Transport transport, int window) {
        this.transport = transport;
        this.window = window;
    }

    /**
     * Hands a message to the transport.
     *
     * @param careful one at a time
     * @return false where there is no room now
     */
    boolean send(Message message, boolean careful) {
        int limit = careful ? 1 : message.entry() == null ? window + URGENT_EXTRA : window;
        boolean first = messages.isEmpty();
        if (messages.size() >= limit || (!first && bytes + message.payload().length > BYTES_MAX)) {
            return false;
        }
        long token = lastToken + 1;
        // Registered before it goes: the acknowledgement may be here first.
        if (message.qos() > 0) {
            messages.put(token, message);
        }
        if (!transport.publish(token, message.topic(), message.payload(), message.qos(), message.retained())) {
            messages.remove(token);
            return false;
        }
        lastToken = token;
        if (message.qos() > 0) {
            bytes += message.payload().length;
        }
        return true;
    }

    /** The message that was acknowledged; null for a token that isn't waited for. */
    @Nullable
    Message acked(long token) {
        Message message = messages.remove(token);
        if (message != null) {
            bytes -= message.payload().length;
        }
        return message;
    }

    /** Empties it; the oldest message that was in it, null for none. */
    @Nullable
    Message lost() {
        Message oldest =
                messages.isEmpty() ? null : messages.values().iterator().next();
        messages.clear();
        bytes = 0;
        return oldest;
    }
}
