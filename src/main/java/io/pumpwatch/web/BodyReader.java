package io.pumpwatch.web;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Reads the JSON body of a request without a thread; what is too large, too slow or of another type is refused. */
final class BodyReader {
    /** A body must be here in this time, ms. */
    static final int BODY_MS = 10_000;
    /** A body that is too large is read up to here and thrown away, so that its sender can read why. */
    static final long DISCARD_MAX = 8L * 1024 * 1024;

    private BodyReader() {}

    /** On the IO thread; the body is used on a worker's. */
    static void read(HttpServerExchange exchange, Lang lang, Consumer<byte[]> use) {
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            // Also keeps pages from elsewhere out: a browser asks before it sends this type, and isn't allowed.
            Replies.problem(exchange, lang, 415, Refusal.of("http.type"), null, null);
            return;
        }
        long length = exchange.getRequestContentLength();
        // Undertow ends the connection in the middle of a body that grows too long, before anybody could read why. It
        // is
        // read all the same: an answer before its end may be lost with the connection.
        boolean unsaid = length < 0 && exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING);
        if (length > DISCARD_MAX) {
            exchange.setPersistent(false);
            tooLong(exchange, lang);
            return;
        }
        XnioExecutor.Key late = exchange.getIoThread()
                .executeAfter(() -> IoUtils.safeClose(exchange.getConnection()), BODY_MS, TimeUnit.MILLISECONDS);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        long[] count = new long[1];
        Receiver receiver = exchange.getRequestReceiver();
        receiver.receivePartialBytes(
                (same, part, last) -> {
                    count[0] += part.length;
                    if (count[0] <= WebServer.BODY_MAX) {
                        body.write(part, 0, part.length);
                    }
                    if (last) {
                        late.remove();
                        if (unsaid) {
                            Replies.problem(same, lang, 411, Refusal.of("http.length"), null, null);
                        } else {
                            received(same, lang, count[0] > WebServer.BODY_MAX, body, use);
                        }
                    }
                },
                (same, fault) -> {
                    late.remove();
                    // The caller has gone: there is nobody to answer.
                    IoUtils.safeClose(same.getConnection());
                });
    }

    private static void tooLong(HttpServerExchange exchange, Lang lang) {
        String max = Integer.toString(WebServer.BODY_MAX / 1024);
        Replies.problem(exchange, lang, 413, Refusal.of("http.long", "max", max), null, null);
    }

    private static void received(
            HttpServerExchange exchange, Lang lang, boolean large, ByteArrayOutputStream body, Consumer<byte[]> use) {
        if (large) {
            tooLong(exchange, lang);
        } else {
            exchange.dispatch(exchange.getConnection().getWorker(), () -> use.accept(body.toByteArray()));
        }
    }
}
