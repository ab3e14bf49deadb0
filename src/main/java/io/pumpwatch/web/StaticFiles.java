package io.pumpwatch.web;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Style and scripts of the pages, all out of our own jar: squeezed once, and kept by browsers until they change. */
final class StaticFiles {
    /** Where they are. */
    static final String BASE = "/s/";

    private static final String CHART = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    /** Opens rounds without a connection; has one address only, so browsers ask for it anew. */
    private static final String WORKER = "sw.js";

    private static final int HASH = 12;

    private final Map<String, File> files = new HashMap<>();

    /** One of them, as it is and squeezed. */
    private static final class File {
        final String type;
        final String hash;
        final byte[] plain;
        final byte[] squeezed;

        File(String type, byte[] plain) {
            this.type = type;
            this.plain = plain;
            this.squeezed = Squeezed.gzip(plain);
            this.hash = Wire.sha256(plain).substring(0, HASH);
        }
    }

    StaticFiles() {
        add("app.js", "text/javascript", "static/app.js");
        add(WORKER, "text/javascript", "static/sw.js");
        add("app.css", "text/css", "static/app.css");
        add("icon.svg", "image/svg+xml", "static/icon.svg");
        add("chart.js", "text/javascript", CHART + "uPlot.iife.min.js");
        add("chart.css", "text/css", CHART + "uPlot.min.css");
    }

    private void add(String name, String type, String resource) {
        try (InputStream in = StaticFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            files.put(name, new File(type + "; charset=utf-8", in.readAllBytes()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Its address, which is another one when it changes. */
    String href(String name) {
        return BASE + name + "?v=" + Objects.requireNonNull(files.get(name)).hash;
    }

    void answer(HttpServerExchange exchange, Lang lang, String name) {
        File file = files.get(name);
        if (file == null) {
            Replies.problem(
                    exchange, lang, 404, Refusal.of("http.path", "path", Routes.shown(BASE + name)), null, null);
            return;
        }
        Replies.guard(exchange.getResponseHeaders());
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "public, max-age=31536000, immutable");
        if (name.equals(WORKER)) {
            Replies.worker(exchange.getResponseHeaders());
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, file.type);
        exchange.getResponseHeaders().put(Headers.VARY, "Accept-Encoding");
        boolean squeezed = Squeezed.wanted(exchange);
        if (squeezed) {
            exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, "gzip");
        }
        exchange.getResponseSender().send(ByteBuffer.wrap(squeezed ? file.squeezed : file.plain));
    }
}
