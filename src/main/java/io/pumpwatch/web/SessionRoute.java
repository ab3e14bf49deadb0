package io.pumpwatch.web;

import io.pumpwatch.api.SessionInfo;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.web.Sessions.Session;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** {@code /api/v1/session}: signing in with a PIN, asking who has, and signing out. */
final class SessionRoute {
    /** Its address. */
    static final String PAGE = "session";

    private static final Set<String> BOTH = Set.of("person", "pin");

    private final StationPort port;
    private final Sessions sessions;
    private final Executor proofs;

    SessionRoute(StationPort port, Sessions sessions, Executor proofs) {
        this.port = port;
        this.sessions = sessions;
        this.proofs = proofs;
    }

    /** On the IO thread. */
    void handle(HttpServerExchange exchange, Lang lang) {
        if (exchange.getRequestMethod().equals(Methods.POST)) {
            BodyReader.read(exchange, lang, body -> signIn(exchange, lang, body));
        } else if (exchange.getRequestMethod().equals(Methods.DELETE)) {
            if (sessions.of(exchange) != null && sessions.acting(exchange) == null) {
                Replies.problem(exchange, lang, 403, Refusal.of("session.token"), null, null);
            } else {
                sessions.close(exchange);
                Replies.ok(exchange, info(null));
            }
        } else if (exchange.getRequestMethod().equals(Methods.GET)) {
            Replies.ok(exchange, info(sessions.of(exchange)));
        } else {
            Replies.wrongMethod(exchange, lang, "GET, POST, DELETE");
        }
    }

    private void signIn(HttpServerExchange exchange, Lang lang, byte[] body) {
        try {
            Fields fields = Fields.parse(body);
            fields.check(BOTH, BOTH);
            String id = fields.text("person");
            String pin = fields.text("pin");
            proofs.execute(() -> prove(exchange, lang, id, pin));
        } catch (RequestFault fault) {
            Replies.fault(exchange, lang, fault);
        } catch (RejectedExecutionException full) {
            Replies.unproven(exchange, lang, Refusal.of("pin.busy"));
        }
    }

    private void prove(HttpServerExchange exchange, Lang lang, String id, String pin) {
        try {
            Person person = port.view().state().duty().people().get(id);
            // Made-up names must cost nothing; those who have left have no business here.
            Optional<Refusal> refusal = person == null || !person.active()
                    ? Optional.of(Refusal.of("pin.wrong", "person", id))
                    : port.prove(id, pin);
            if (refusal.isPresent()) {
                Replies.unproven(exchange, lang, refusal.get());
            } else {
                Replies.ok(exchange, info(sessions.open(exchange, id)));
            }
        } catch (RuntimeException fault) {
            Logger.error(fault, "signing in failed");
            Replies.problem(exchange, lang, 500, Refusal.of("http.failed"), null, null);
        }
    }

    private SessionInfo info(@Nullable Session session) {
        Person person = Sessions.person(session, port.view());
        if (session == null || person == null) {
            return new SessionInfo(false, null, null, List.of(), null, Sessions.IDLE_MS);
        }
        List<String> roles = person.roles().stream().sorted().map(Wire::word).toList();
        return new SessionInfo(true, session.person(), person.name(), roles, session.token(), Sessions.IDLE_MS);
    }
}
