package io.pumpwatch.web;

import io.pumpwatch.view.KeptEntry;
import io.pumpwatch.view.Position;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;

/** {@code GET /api/v1/journal.jsonl?after=}: entries with the chain, as {@code pumpwatch verify} reads them. */
final class ChainExport {
    /** Its address. */
    static final String PAGE = "journal.jsonl";

    /** JSON Lines. */
    static final String TYPE = "application/x-ndjson; charset=utf-8";

    private static final int CHUNK = 500;

    private ChainExport() {}

    static void write(HttpServerExchange exchange, StationPort port) throws IOException {
        Replies.guard(exchange.getResponseHeaders());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, TYPE);
        exchange.getResponseHeaders().put(Headers.CONTENT_DISPOSITION, "attachment; filename=\"journal.jsonl\"");
        Deque<String> given = exchange.getQueryParameters().get("after");
        Position after = given == null ? null : StreamClient.position(given.peekFirst());
        Position end = port.progress().durableAt();
        exchange.startBlocking();
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(exchange.getOutputStream(), StandardCharsets.UTF_8))) {
            Position at = after == null ? new Position(0, 0) : after;
            for (List<KeptEntry> part = port.entries(at, CHUNK); !part.isEmpty(); part = port.entries(at, CHUNK)) {
                for (KeptEntry entry : part) {
                    out.write(Wire.json(new Exported(entry.line(), entry.hash())));
                }
                at = part.get(part.size() - 1).at();
                if (at.equals(end)) {
                    break;
                }
            }
        }
        exchange.endExchange();
    }

    /** One line, as dispatch gets it too. */
    record Exported(String line, String hash) {}
}
