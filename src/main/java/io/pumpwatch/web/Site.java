package io.pumpwatch.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.Status;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.view.StationView;
import io.pumpwatch.web.Page.Asked;
import io.pumpwatch.web.Sessions.Session;
import io.pumpwatch.web.pages.Block;
import io.pumpwatch.web.pages.Frame;
import io.pumpwatch.web.pages.PageModel;
import io.pumpwatch.web.pages.Say;
import io.pumpwatch.web.pages.Surroundings;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.CookieImpl;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages: from the address to the written page, in the language that the reader chose. */
final class Site {
    private static final String LANG = "lang";
    private static final String SWITCH = "/lang/";
    private static final int YEAR_SECONDS = 31_536_000;
    private static final int PATH_MAX = 300;
    /** What everybody may see wherever they are: the live state, as the lamps on the wall. */
    private static final Set<String> OPEN = Set.of("/", "/alarms", "/sign-in");

    private final StationPort port;
    private final Sessions sessions;
    private final Heavy heavy;
    private final boolean loopback;
    private final String version;
    private final StaticFiles files = new StaticFiles();
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Map<String, SitePages.Maker> pages = SitePages.all();

    Site(StationPort port, Sessions sessions, Heavy heavy, boolean loopback, String version) {
        this.port = port;
        this.sessions = sessions;
        this.heavy = heavy;
        this.loopback = loopback;
        this.version = version;
    }

    /** On the IO thread; false where no page has this address. */
    boolean handle(HttpServerExchange exchange, Lang lang) {
        String path = exchange.getRequestPath();
        boolean read = exchange.getRequestMethod().equals(Methods.GET)
                || exchange.getRequestMethod().equals(Methods.HEAD);
        String page = SitePages.pattern(path);
        if (!path.startsWith(StaticFiles.BASE) && !path.startsWith(SWITCH) && !pages.containsKey(page)) {
            return false;
        }
        if (!read) {
            Replies.wrongMethod(exchange, lang, "GET, HEAD");
        } else if (path.startsWith(StaticFiles.BASE)) {
            files.answer(exchange, lang, path.substring(StaticFiles.BASE.length()));
        } else if (path.startsWith(SWITCH)) {
            switchTo(exchange, path.substring(SWITCH.length()));
        } else if (closed(page, path) && sessions.of(exchange) == null) {
            away(exchange, "/sign-in?to=" + URLEncoder.encode(here(exchange), StandardCharsets.UTF_8));
        } else if (SitePages.HEAVY.contains(page)) {
            heavy.run(exchange, lang, () -> answer(exchange, lang, page));
        } else {
            exchange.dispatch(working -> answer(working, lang, page));
        }
        return true;
    }

    /** Whether a page is shown only to somebody who has signed in. */
    private boolean closed(String page, String path) {
        return SitePages.SCOPED.contains(page) || (!loopback && !OPEN.contains(path));
    }

    /** The language that was chosen on the pages; else the wanted one. */
    static Lang chosen(HttpServerExchange exchange, Lang wanted) {
        Cookie cookie = exchange.getRequestCookie(LANG);
        String value = cookie == null ? "" : cookie.getValue();
        return value.equals("zh") ? Lang.ZH : value.equals("en") ? Lang.EN : wanted;
    }

    /** The page's own address, without the machine's. */
    private static String here(HttpServerExchange exchange) {
        String query = exchange.getQueryString();
        String all = exchange.getRequestPath() + (query.isEmpty() ? "" : "?" + query);
        return all.length() > PATH_MAX ? exchange.getRequestPath() : all;
    }

    private static void away(HttpServerExchange exchange, String to) {
        Replies.guard(exchange.getResponseHeaders());
        exchange.setStatusCode(303);
        exchange.getResponseHeaders().put(Headers.LOCATION, to);
        exchange.endExchange();
    }

    private static void switchTo(HttpServerExchange exchange, String lang) {
        if (lang.equals("zh") || lang.equals("en")) {
            exchange.setResponseCookie(new CookieImpl(LANG, lang)
                    .setPath("/")
                    .setMaxAge(YEAR_SECONDS)
                    .setHttpOnly(true)
                    .setSameSite(true)
                    .setSameSiteMode("Lax"));
        }
        var to = exchange.getQueryParameters().get("to");
        String path = to == null ? "/" : to.peekFirst();
        // Only ever to a page of our own, and to none that would end the header.
        boolean own = path != null && path.matches("/(?![/\\\\])[\\x21-\\x7e]*") && path.length() <= PATH_MAX;
        away(exchange, own && path != null ? path : "/");
    }

    private void answer(HttpServerExchange exchange, Lang lang, String page) {
        Session session = sessions.of(exchange);
        Person person = Sessions.person(session, port.view());
        Asked asked = new Asked(
                port, port.view(), port.progress(), version, lang, Reader.PAGE, person, exchange.getQueryParameters());
        try {
            Say say = new Say(lang, asked.view().plan().zone());
            String id = person == null ? "" : person.id();
            String last = exchange.getRequestPath()
                    .substring(exchange.getRequestPath().lastIndexOf('/') + 1);
            SitePages.Maker maker = pages.get(page);
            PageModel model = maker == null ? null : maker.page(new SitePages.Visit(asked, say, id, last));
            if (model == null) {
                Refusal none = Refusal.of("http.path", "path", Routes.shown(exchange.getRequestPath()));
                Replies.problem(exchange, lang, 404, none, null, null);
                return;
            }
            String token = session == null ? "" : session.token();
            write(exchange, frame(asked, model, say, person, token, here(exchange)), model);
        } catch (RequestFault fault) {
            Replies.fault(exchange, lang, fault);
        }
    }

    private Frame frame(Asked asked, PageModel model, Say say, @Nullable Person person, String token, String here) {
        StationView view = asked.view();
        Status status = new StatusAnswer(view, asked.progress(), version, asked.lang()).status();
        AlarmList alarms = new AlarmAnswer(view, asked.progress(), asked.lang()).list(false);
        boolean zh = asked.lang() == Lang.ZH;
        return new Frame(
                zh ? "zh" : "en",
                zh ? "English" : "中文",
                zh ? "en" : "zh",
                here,
                status.name(),
                say.t("title." + model.title()),
                person == null ? null : person.name(),
                person == null ? "" : person.id(),
                token,
                files.href("app.css"),
                files.href("app.js"),
                files.href("chart.js"),
                files.href("chart.css"),
                status.alarmLoad().unacknowledged(),
                !status.horn().equals("silent"),
                Surroundings.warnings(status, alarms, say),
                Surroundings.links(here, SitePages.kinds(asked), say),
                people(view, loopback || person != null),
                say);
    }

    /** Nobody knows everybody's id: who may see the people is offered them where one is asked. */
    private static List<Block.Option> people(StationView view, boolean may) {
        return !may
                ? List.of()
                : view.state().duty().people().values().stream()
                        .filter(Person::active)
                        .map(each -> new Block.Option(each.id(), each.name()))
                        .toList();
    }

    private void write(HttpServerExchange exchange, Frame frame, PageModel model) {
        StringOutput out = new StringOutput(16_384);
        templates.render("page.jte", Map.of("frame", frame, "page", model), out);
        Replies.page(exchange, out.toString().getBytes(StandardCharsets.UTF_8));
    }
}
