package io.pumpwatch.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Bodies as they travel: squeezed where that is worth it and the caller reads it. */
final class Squeezed {
    private static final int WORTH_IT = 1_400;

    private Squeezed() {}

    static byte[] body(HttpServerExchange exchange, String type, byte[] body) {
        boolean text = type.startsWith("text/") || type.contains("json") || type.contains("svg");
        if (body.length < WORTH_IT || !text || !wanted(exchange)) {
            return body;
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, "gzip");
        return gzip(body);
    }

    /** Whether the caller reads it squeezed; a weight of 0 says that they don't. */
    static boolean wanted(HttpServerExchange exchange) {
        String reads = exchange.getRequestHeaders().getFirst(Headers.ACCEPT_ENCODING);
        return reads != null
                && Arrays.stream(reads.split(",", -1))
                        .map(each -> each.replace(" ", ""))
                        .anyMatch(each -> each.startsWith("gzip") && !each.matches("gzip;q=0(\\.0*)?"));
    }

    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
