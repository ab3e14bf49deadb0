package io.pumpwatch.web;

import io.pumpwatch.station.Lang;
import io.pumpwatch.view.Position;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/** One reader of the stream: what it has, and how much is still on its way to it. Used by one thread at a time. */
final class StreamClient implements ServerSentEventConnection.EventCallback {
    /** Language that it asked for. */
    static final AttachmentKey<Lang> LANG = AttachmentKey.create(Lang.class);

    private static final int RETRY_MS = 1_000;
    /** With so much on its way nothing more is added. */
    private static final int PENDING_MAX = 4;

    private final ServerSentEventConnection connection;
    private final Lang lang;
    private final AtomicInteger pending = new AtomicInteger();
    private volatile Position at;
    private String alarms = "";
    private boolean fresh = true;

    StreamClient(ServerSentEventConnection connection, Lang lang, Position at) {
        this.connection = connection;
        this.lang = lang;
        this.at = at;
    }

    /** The entry that an id such as {@code 1-17} names; null for anything else. */
    static @Nullable Position position(@Nullable String id) {
        if (id == null || !id.matches("[0-9]{1,9}-[0-9]{1,15}")) {
            return null;
        }
        int dash = id.indexOf('-');
        return new Position(Long.parseLong(id.substring(0, dash)), Long.parseLong(id.substring(dash + 1)));
    }

    Lang lang() {
        return lang;
    }

    /** The last entry that it was told of. */
    Position at() {
        return at;
    }

    /** Whether it hasn't been given a state yet. */
    boolean isNew() {
        return fresh;
    }

    boolean keepsUp() {
        return pending.get() < PENDING_MAX;
    }

    /** The first words: how soon to come again. */
    void greet() {
        connection.sendRetry(RETRY_MS);
    }

    /** A state; skipped while older ones are on their way. */
    void state(String status) {
        if (pending.get() == 0) {
            fresh = false;
            send("status", status, at);
        }
    }

    /** The list of alarms, if it is another than the last one it was given. */
    void alarms(String list) {
        if (keepsUp() && !list.equals(alarms)) {
            alarms = list;
            send("alarms", list, at);
        }
    }

    /** Sends an event under the number of the last entry that the client has then. */
    void send(String event, String data, Position id) {
        pending.incrementAndGet();
        at = id;
        connection.send(data.stripTrailing(), event, id.epoch() + "-" + id.seq(), this);
    }

    void end() {
        IoUtils.safeClose(connection);
    }

    @Override
    public void done(ServerSentEventConnection same, String data, String event, String id) {
        pending.decrementAndGet();
    }

    @Override
    public void failed(ServerSentEventConnection same, String data, String event, String id, IOException fault) {
        // It has gone; its close task takes it off the list.
        IoUtils.safeClose(same);
    }
}
