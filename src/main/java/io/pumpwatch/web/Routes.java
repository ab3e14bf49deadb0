package io.pumpwatch.web;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Nearest;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.web.Page.Asked;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Which address is answered by what. */
final class Routes implements HttpHandler {
    private static final String BASE = "/api/v1/";
    private static final String ACTS = BASE + "acts/";
    private static final Map<String, Page> PAGES = Pages.all();

    private final StationPort port;
    private final String version;
    private final ActRoute acts;
    private final boolean loopback;
    private final LiveStream stream;

    Routes(WebSettings settings, StationPort port, String version, ActRoute acts, LiveStream stream) {
        this.stream = stream;
        this.port = port;
        this.version = version;
        this.acts = acts;
        this.loopback = isLoopback(settings.address());
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Lang lang = Replies.lang(exchange, port.view().plan().lang());
        String path = exchange.getRequestPath();
        if (loopback && !isLoopback(host(exchange))) {
            // A page from elsewhere may have its own name resolved to this machine and so read what only this machine
            // should.
            Replies.problem(exchange, lang, 421, Refusal.of("http.host"), null, null);
        } else if (path.startsWith(ACTS)) {
            act(exchange, lang, path.substring(ACTS.length()));
        } else if (path.equals(BASE + LiveStream.PAGE)) {
            stream(exchange, lang);
        } else if (path.equals(BASE + RecordPages.PAGE)) {
            records(exchange, lang);
        } else if (path.startsWith(BASE) && PAGES.containsKey(path.substring(BASE.length()))) {
            read(exchange, lang, path.substring(BASE.length()));
        } else {
            String nearest = Nearest.of(
                    path, PAGES.keySet().stream().map(page -> BASE + page).toList());
            Replies.problem(exchange, lang, 404, Refusal.of("http.path", "path", shown(path)), null, nearest);
        }
    }

    private void stream(HttpServerExchange exchange, Lang lang) throws Exception {
        if (exchange.getRequestMethod().equals(Methods.GET)) {
            stream.open(exchange, lang);
        } else {
            wrongMethod(exchange, lang, "GET");
        }
    }

    private static String host(HttpServerExchange exchange) {
        String host = exchange.getHostName();
        return host == null || host.isEmpty() ? "localhost" : host;
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.matches("127(\\.[0-9]{1,3}){3}")
                || name.equals("::1")
                || name.equals("[::1]");
    }

    private static String shown(String path) {
        return path.length() > 100 ? path.substring(0, 100) + "…" : path;
    }

    private void act(HttpServerExchange exchange, Lang lang, String name) {
        Verb verb = Verbs.all().get(name);
        if (verb == null) {
            String nearest = Nearest.of(name, Verbs.all().keySet());
            Replies.problem(exchange, lang, 404, Refusal.of("http.verb", "verb", shown(name)), null, nearest);
        } else if (!exchange.getRequestMethod().equals(Methods.POST)) {
            wrongMethod(exchange, lang, "POST");
        } else {
            acts.receive(exchange, verb, lang);
        }
    }

    private static void wrongMethod(HttpServerExchange exchange, Lang lang, String allowed) {
        exchange.getResponseHeaders().put(Headers.ALLOW, allowed);
        Replies.problem(exchange, lang, 405, Refusal.of("http.method", "allowed", allowed), null, null);
    }

    private void read(HttpServerExchange exchange, Lang lang, String page) {
        boolean get = exchange.getRequestMethod().equals(Methods.GET)
                || exchange.getRequestMethod().equals(Methods.HEAD);
        if (!get) {
            wrongMethod(exchange, lang, "GET, HEAD");
        } else {
            // Writing a whole station takes a while: not on the thread that reads for everybody.
            exchange.dispatch(working -> answer(working, lang, page));
        }
    }

    private void records(HttpServerExchange exchange, Lang lang) {
        if (!exchange.getRequestMethod().equals(Methods.GET)) {
            wrongMethod(exchange, lang, "GET");
            return;
        }
        exchange.dispatch(working -> {
            try {
                Replies.ok(working, RecordPages.answer(port, working.getQueryParameters(), lang));
            } catch (RequestFault fault) {
                Replies.fault(working, lang, fault);
            }
        });
    }

    private void answer(HttpServerExchange exchange, Lang lang, String page) {
        Page found = Objects.requireNonNull(PAGES.get(page));
        Object answer =
                found.answer(new Asked(port.view(), port.progress(), version, lang, exchange.getQueryParameters()));
        Replies.ok(exchange, answer);
    }
}
