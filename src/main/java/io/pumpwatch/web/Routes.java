package io.pumpwatch.web;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Nearest;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Refusal;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which address is answered by what, and who may read it. */
final class Routes implements HttpHandler {
    static final String BASE = "/api/v1/";
    static final String ACTS = BASE + "acts/";
    private static final String EVIDENCE = BASE + "evidence/";
    private static final Map<String, Page> PAGES = Pages.all();
    /** What everybody may read wherever they are: the live state, as the lamps on the wall. */
    private static final Set<String> OPEN = Set.of("status", "alarms", "health", "openapi.json");
    /** What takes long: answered by threads of their own, so that nobody's acknowledge waits behind it. */
    private static final Set<String> HEAVY = Set.of("records", "history", "events", "evidence", ExportPage.PAGE);

    /** What shows each reader what they may see. Nothing else keeps a session alive by being read. */
    private static final Set<String> SCOPED = Set.of(RecordPages.PAGE, "attendance");

    private static final int TOO_MANY = 429;

    private final StationPort port;
    private final String version;
    private final Insides insides;
    private final boolean loopback;
    private final Rates rates = new Rates();

    /** What the server is made of. */
    record Insides(ActRoute acts, SessionRoute session, Sessions sessions, LiveStream stream, Heavy heavy, Site site) {}

    Routes(WebSettings settings, StationPort port, String version, Insides insides) {
        this.port = port;
        this.version = version;
        this.insides = insides;
        this.loopback = isLoopback(settings.address());
    }

    /** Addresses that are read, by their last part. */
    static Set<String> pages() {
        return PAGES.keySet();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        // A link to a file is followed by the browser itself, which knows nothing of the language chosen on the pages.
        Lang lang =
                Site.chosen(exchange, Replies.lang(exchange, port.view().plan().lang()));
        String path = exchange.getRequestPath();
        if (loopback && !isLoopback(host(exchange))) {
            // A page from elsewhere may have its own name resolved to this machine and so read what only this machine
            // should.
            Replies.problem(exchange, lang, 421, Refusal.of("http.host"), null, null);
        } else if (!rates.allows(source(exchange), path, exchange.getRequestStartTime())) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
            Replies.problem(exchange, lang, TOO_MANY, Refusal.of("http.rate"), null, null);
        } else if (path.startsWith(BASE)) {
            api(exchange, lang, path.substring(BASE.length()));
        } else if (!insides.site().handle(exchange, lang)) {
            nothing(exchange, lang, path);
        }
    }

    private static String source(HttpServerExchange exchange) {
        InetSocketAddress peer = exchange.getSourceAddress();
        return peer == null || peer.getAddress() == null
                ? ""
                : peer.getAddress().getHostAddress();
    }

    private void api(HttpServerExchange exchange, Lang lang, String page) throws Exception {
        String path = BASE + page;
        if (path.startsWith(ACTS)) {
            act(exchange, lang, path.substring(ACTS.length()));
        } else if (page.equals(SessionRoute.PAGE)) {
            insides.session().handle(exchange, lang);
        } else if (page.equals(LiveStream.PAGE)) {
            stream(exchange, lang);
        } else if (!PAGES.containsKey(page) && !path.startsWith(EVIDENCE) && !page.equals(ChainExport.PAGE)) {
            nothing(exchange, lang, path);
        } else if (!get(exchange)) {
            Replies.wrongMethod(exchange, lang, "GET, HEAD");
        } else if (!loopback && !OPEN.contains(page) && insides.sessions().of(exchange) == null) {
            Replies.problem(exchange, lang, 401, Refusal.of("session.needed"), null, null);
        } else if (page.equals(ChainExport.PAGE)) {
            journal(exchange, lang);
        } else if (path.startsWith(EVIDENCE)) {
            insides.heavy().run(exchange, lang, () -> EvidenceFiles.answer(exchange, port, lang, path));
        } else if (HEAVY.contains(page)) {
            insides.heavy().run(exchange, lang, () -> answer(exchange, lang, page));
        } else {
            // Writing a whole station takes a while: not on the thread that reads for everybody.
            exchange.dispatch(working -> answer(working, lang, page));
        }
    }

    /** The whole journal, for whoever may read everything. */
    private void journal(HttpServerExchange exchange, Lang lang) {
        try {
            if (!RecordPages.scope(person(exchange)).all()) {
                throw new RequestFault(403, Refusal.of("records.whole"), null, null);
            }
            insides.heavy().run(exchange, lang, () -> ChainExport.write(exchange, port));
        } catch (RequestFault fault) {
            Replies.fault(exchange, lang, fault);
        }
    }

    /** Who has signed in, or null. */
    private @Nullable Person person(HttpServerExchange exchange) {
        return Sessions.person(insides.sessions().of(exchange), port.view());
    }

    private static boolean get(HttpServerExchange exchange) {
        return exchange.getRequestMethod().equals(Methods.GET)
                || exchange.getRequestMethod().equals(Methods.HEAD);
    }

    private static void nothing(HttpServerExchange exchange, Lang lang, String path) {
        String nearest = Nearest.of(
                path, PAGES.keySet().stream().map(page -> BASE + page).toList());
        Replies.problem(exchange, lang, 404, Refusal.of("http.path", "path", shown(path)), null, nearest);
    }

    private void stream(HttpServerExchange exchange, Lang lang) throws Exception {
        if (exchange.getRequestMethod().equals(Methods.GET)) {
            insides.stream().open(exchange, lang);
        } else {
            Replies.wrongMethod(exchange, lang, "GET");
        }
    }

    private static String host(HttpServerExchange exchange) {
        String host = exchange.getHostName();
        return host == null || host.isEmpty() ? "localhost" : host;
    }

    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.matches("127(\\.[0-9]{1,3}){3}")
                || name.equals("::1")
                || name.equals("[::1]");
    }

    static String shown(String path) {
        return path.length() > 100 ? path.substring(0, 100) + "…" : path;
    }

    private void act(HttpServerExchange exchange, Lang lang, String name) {
        Verb verb = Verbs.all().get(name);
        if (verb == null) {
            String nearest = Nearest.of(name, Verbs.all().keySet());
            Replies.problem(exchange, lang, 404, Refusal.of("http.verb", "verb", shown(name)), null, nearest);
        } else if (!exchange.getRequestMethod().equals(Methods.POST)) {
            Replies.wrongMethod(exchange, lang, "POST");
        } else {
            insides.acts().receive(exchange, verb, lang);
        }
    }

    private void answer(HttpServerExchange exchange, Lang lang, String page) {
        Page found = Objects.requireNonNull(PAGES.get(page));
        try {
            Object answer = found.answer(new Page.Asked(
                    port,
                    port.view(),
                    port.progress(),
                    version,
                    lang,
                    Reader.of(exchange),
                    SCOPED.contains(page) ? person(exchange) : null,
                    exchange.getQueryParameters()));
            if (answer instanceof FileAnswer file) {
                Replies.file(exchange, file);
            } else {
                Replies.repeatable(exchange, answer);
            }
        } catch (RequestFault fault) {
            Replies.fault(exchange, lang, fault);
        }
    }
}
