package io.pumpwatch.web;

import io.pumpwatch.api.StreamEntry;
import io.pumpwatch.api.StreamReset;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.view.KeptEntry;
import io.pumpwatch.view.Position;
import io.pumpwatch.view.Progress;
import io.pumpwatch.view.StationView;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventHandler;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * {@code GET /api/v1/stream}: the live state as server-sent events. One thread looks several times a second and hands
 * each client what it lacks; a client that doesn't keep up skips states, and entries wait for it in the journal.
 */
final class LiveStream implements AutoCloseable {
    /** Its address. */
    static final String PAGE = "stream";
    /** Clients at a time. */
    static final int CLIENTS_MAX = 64;
    /** Entries that are replayed after a lost connection; beyond that the client is told to read everything again. */
    static final int REPLAY_MAX = 2_000;

    private static final int TICK_MS = 200;
    private static final int TICKS_A_STATUS = 5;
    private static final int ENTRIES_AT_ONCE = 100;

    private final StationPort port;
    private final String version;
    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor ticks;
    private final ServerSentEventHandler handler = new ServerSentEventHandler(this::connected);
    private long tick;
    /** Only while there is somebody to look for. */
    private @Nullable ScheduledFuture<?> ticking;

    LiveStream(StationPort port, String version) {
        this.port = port;
        this.version = version;
        this.ticks = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "stream");
            thread.setDaemon(true);
            return thread;
        });
    }

    private synchronized void look() {
        if (ticking == null) {
            ticking = ticks.scheduleWithFixedDelay(this::tickSafely, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void rest() {
        if (clients.isEmpty() && ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    /** On the IO thread. */
    void open(HttpServerExchange exchange, Lang lang) throws Exception {
        if (clients.size() >= CLIENTS_MAX) {
            Replies.problem(exchange, lang, 503, Refusal.of("http.streams"), null, null);
            return;
        }
        Replies.guard(exchange.getResponseHeaders());
        exchange.putAttachment(StreamClient.LANG, lang);
        handler.handleRequest(exchange);
    }

    private void connected(ServerSentEventConnection connection, @Nullable String lastId) {
        Lang lang = connection.getAttachment(StreamClient.LANG);
        Deque<String> first = connection.getQueryParameters().get("lastEventId");
        String asked = lastId != null && !lastId.isEmpty() ? lastId : first == null ? null : first.peekFirst();
        Position durable = port.progress().durableAt();
        Position from = StreamClient.position(asked);
        boolean known = from != null && from.epoch() == durable.epoch() && from.seq() <= durable.seq();
        boolean near = from != null && known && durable.seq() - from.seq() <= REPLAY_MAX;
        StreamClient client = new StreamClient(connection, lang, near && from != null ? from : durable);
        if (asked != null && !near) {
            client.send("reset", Wire.json(new StreamReset(durable.epoch(), durable.seq())), client.at());
        }
        connection.addCloseTask(closed -> clients.remove(client));
        client.greet();
        clients.add(client);
        look();
        if (!connection.isOpen()) {
            clients.remove(client);
        }
    }

    private void tickSafely() {
        try {
            tick();
        } catch (RuntimeException fault) {
            // The next look may go well again: clients see in the meantime that nothing comes.
            Logger.error(fault, "the stream of live states stumbled");
        }
    }

    private void tick() {
        tick++;
        if (clients.isEmpty()) {
            rest();
            return;
        }
        StationView view = port.view();
        Progress progress = port.progress();
        Map<Lang, String> status = new EnumMap<>(Lang.class);
        Map<Lang, String> list = new EnumMap<>(Lang.class);
        Map<Position, List<KeptEntry>> read = new HashMap<>();
        for (StreamClient client : clients) {
            if (tick % TICKS_A_STATUS == 0 || client.isNew()) {
                client.state(status.computeIfAbsent(
                        client.lang(), lang -> Wire.json(new StatusAnswer(view, progress, version, lang).status())));
            }
            entries(client, progress.durableAt(), read);
            String known = list.computeIfAbsent(client.lang(), lang -> alarms(view, progress, lang));
            client.alarms(known);
        }
    }

    /** The list without its own time: the same list is the same text. */
    private static String alarms(StationView view, Progress progress, Lang lang) {
        return Wire.json(new AlarmAnswer(view, progress, lang).list(false).alarms());
    }

    private void entries(StreamClient client, Position durable, Map<Position, List<KeptEntry>> read) {
        Position at = client.at();
        if (at.equals(durable) || !client.keepsUp()) {
            return;
        }
        List<KeptEntry> some = read.computeIfAbsent(at, from -> port.entries(from, ENTRIES_AT_ONCE));
        for (KeptEntry entry : some) {
            Position place = entry.at();
            boolean kept = place.epoch() < durable.epoch()
                    || (place.epoch() == durable.epoch() && place.seq() <= durable.seq());
            if (kept) {
                StreamEntry told = new StreamEntry(place.epoch(), place.seq(), Wire.utc(entry.utcMs()), entry.kind());
                client.send("entry", Wire.json(told), place);
            }
        }
    }

    /** Ends every stream. */
    @Override
    public void close() {
        ticks.shutdownNow();
        clients.forEach(StreamClient::end);
    }
}
