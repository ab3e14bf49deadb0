package io.pumpwatch.web;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.web.StationPort.Outcome;
import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** {@code POST /api/v1/acts/{verb}}: reads the body without a thread, has it done, and answers once it is durable. */
final class ActRoute {
    /** A body must be here in this time, ms. */
    static final int BODY_MS = 10_000;
    /** An answer must be here in this time, ms; the act may still be carried out. */
    static final int ANSWER_MS = 15_000;
    /** A body that is too large is read up to here and thrown away, so that its sender can read why. */
    private static final long DISCARD_MAX = 8L * 1024 * 1024;

    private final StationPort port;
    private final Executor proofs;

    ActRoute(StationPort port, Executor proofs) {
        this.port = port;
        this.proofs = proofs;
    }

    /** On the IO thread. */
    void receive(HttpServerExchange exchange, Verb verb, Lang lang) {
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            // Also keeps pages from elsewhere out: a browser asks before it sends this type, and isn't allowed.
            Replies.problem(exchange, lang, 415, Refusal.of("http.type"), null, null);
            return;
        }
        long length = exchange.getRequestContentLength();
        if (length < 0 && exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING)) {
            // Undertow ends the connection in the middle of a body that grows too long, before anybody could read why.
            exchange.setPersistent(false);
            Replies.problem(exchange, lang, 411, Refusal.of("http.length"), null, null);
            return;
        }
        if (length > DISCARD_MAX) {
            exchange.setPersistent(false);
            tooLong(exchange, lang);
            return;
        }
        exchange.setMaxEntitySize(DISCARD_MAX);
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
                        received(same, verb, lang, count[0] > WebServer.BODY_MAX ? null : body.toByteArray());
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

    private void received(HttpServerExchange exchange, Verb verb, Lang lang, byte @Nullable [] body) {
        if (body == null) {
            tooLong(exchange, lang);
        } else {
            exchange.dispatch(exchange.getConnection().getWorker(), () -> act(exchange, verb, lang, body));
        }
    }

    private void act(HttpServerExchange exchange, Verb verb, Lang lang, byte[] body) {
        try {
            Act act = Act.of(verb, body, port, proofs);
            var unused = act.perform()
                    .orTimeout(ANSWER_MS, TimeUnit.MILLISECONDS)
                    .whenComplete((outcome, fault) -> answer(exchange, act, lang, outcome, fault))
                    .exceptionally(answered -> {
                        // Where even the answer failed the caller must not wait for it; all else was answered above.
                        if (!exchange.isResponseStarted()) {
                            Logger.error(answered, "no answer to act {}", act.verb());
                            IoUtils.safeClose(exchange.getConnection());
                        }
                        return null;
                    });
        } catch (RequestFault fault) {
            Replies.fault(exchange, lang, fault);
        } catch (RuntimeException | Error fault) {
            // Not an outcome of the act: said to the caller, who would wait in vain, then left to the thread's owner.
            Replies.problem(exchange, lang, 500, Refusal.of("http.failed"), null, null);
            throw fault;
        }
    }

    private void answer(
            HttpServerExchange exchange, Act act, Lang lang, @Nullable Outcome outcome, @Nullable Throwable fault) {
        Throwable why = fault instanceof CompletionException wrapped ? wrapped.getCause() : fault;
        if (why instanceof Act.Unproven unproven) {
            Replies.unproven(exchange, lang, unproven.refusal);
        } else if (why instanceof TimeoutException) {
            Replies.problem(exchange, lang, 504, Refusal.of("http.unanswered"), null, null);
        } else if (outcome == null) {
            Logger.error(why, "act {} failed", act.verb());
            Replies.problem(exchange, lang, 500, Refusal.of("http.failed"), null, null);
        } else if (outcome.refusal().isPresent()) {
            Refusal refusal = outcome.refusal().get();
            Replies.refuse(exchange, lang, refusal, act.nearest(refusal));
        } else {
            Replies.ok(exchange, act.done(lang, outcome.kept()));
        }
    }
}
