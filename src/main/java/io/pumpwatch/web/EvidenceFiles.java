package io.pumpwatch.web;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code GET /api/v1/evidence/{accident}/{part}/{file}}: frozen readings, only what the journal names. */
final class EvidenceFiles {
    private static final int PARTS = 7;

    private EvidenceFiles() {}

    static void answer(HttpServerExchange exchange, StationPort port, Lang lang, String path) throws IOException {
        String[] part = path.split("/", -1);
        String folder = part.length == PARTS ? DataPages.evidenceFolder(port, part[4], part[5], part[PARTS - 1]) : null;
        Path file = folder == null ? null : port.data(folder).resolve(part[PARTS - 1]);
        if (file == null || !Files.isRegularFile(file)) {
            Replies.problem(exchange, lang, 404, Refusal.of("evidence.file"), null, null);
            return;
        }
        Replies.guard(exchange.getResponseHeaders());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/octet-stream");
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_DISPOSITION, "attachment; filename=\"" + file.getFileName() + "\"");
        exchange.setResponseContentLength(Files.size(file));
        exchange.startBlocking();
        Files.copy(file, exchange.getOutputStream());
        exchange.endExchange();
    }
}
