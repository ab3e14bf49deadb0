package io.pumpwatch.web;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.web.Sessions.Session;
import io.pumpwatch.web.StationPort.Outcome;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import org.xnio.IoUtils;

/** {@code POST /api/v1/acts/{verb}}: has it done, and answers once it is durable. */
final class ActRoute {
    /** An answer must be here in this time, ms; the act may still be carried out. */
    static final int ANSWER_MS = 15_000;

    private static final int FORBIDDEN = 403;
    private static final HttpString REPEAT = new HttpString("Idempotency-Key");

    private final StationPort port;
    private final Executor proofs;
    private final Sessions sessions;
    private final Repeats repeats = new Repeats();

    ActRoute(StationPort port, Sessions sessions, Executor proofs) {
        this.sessions = sessions;
        this.port = port;
        this.proofs = proofs;
    }

    /** On the IO thread. */
    void receive(HttpServerExchange exchange, Verb verb, Lang lang) {
        BodyReader.read(exchange, lang, body -> act(exchange, verb, lang, body));
    }

    private void act(HttpServerExchange exchange, Verb verb, Lang lang, byte[] body) {
        try {
            Session session = sessions.acting(exchange);
            if (session == null
                    && verb.proof() != Verb.Proof.NOBODY
                    && sessions.of(exchange) != null
                    && !proves(body)) {
                Replies.problem(exchange, lang, FORBIDDEN, Refusal.of("session.token"), null, null);
                return;
            }
            Act act = Act.of(verb, body, session == null ? null : session.person(), port, proofs);
            String key = key(exchange, verb, body, session);
            var unused = repeats.once(key, act::perform)
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
            Replies.fault(exchange, lang, fault.in(verb.name()));
        } catch (RuntimeException | Error fault) {
            // Not an outcome of the act: said to the caller, who would wait in vain, then left to the thread's owner.
            Replies.problem(exchange, lang, 500, Refusal.of("http.failed"), null, null);
            throw fault;
        }
    }

    /** Whether the body names who asks: then it needs no session. */
    private static boolean proves(byte[] body) throws RequestFault {
        return Fields.parse(body).has("pin");
    }

    /** What makes a repeated act the same one: key, verb, who asks, and every byte of the body. */
    private static @Nullable String key(
            HttpServerExchange exchange, Verb verb, byte[] body, @Nullable Session session) {
        String key = exchange.getRequestHeaders().getFirst(REPEAT);
        return key == null || !Repeats.isKey(key)
                ? null
                : key + "/" + verb.name() + "/" + (session == null ? "" : session.person()) + "/" + Wire.sha256(body);
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
            Replies.refuse(
                    exchange,
                    lang,
                    new Spoken(port.view(), lang, Reader.of(exchange)).refusal(refusal, act.sheet()),
                    act.nearest(refusal));
        } else {
            Replies.ok(exchange, act.done(lang, Reader.of(exchange), outcome.kept()));
        }
    }
}
