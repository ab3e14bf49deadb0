package io.pumpwatch.web;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import io.pumpwatch.api.Problem;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;

/** What a person sees in a browser where there is no page: the words of the problem, and the way back. */
final class Faults {
    private Faults() {}

    /** Whether a person asks with a browser, for a page and not for the API. */
    static boolean wanted(HttpServerExchange exchange) {
        String accepted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT);
        return exchange.getRequestMethod().equals(Methods.GET)
                && !exchange.getRequestPath().startsWith(Routes.BASE)
                && accepted != null
                && accepted.contains("text/html");
    }

    /** The page; nothing in it is markup but our own. */
    static String page(Lang lang, Problem problem) {
        Words words = Words.of(lang);
        String zh = lang == Lang.ZH ? "zh" : "en";
        return "<!doctype html>\n<html lang=\"" + zh + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
                + text(problem.title()) + "</title><link rel=\"stylesheet\" href=\"/s/app.css\"></head><body><main><h1>"
                + text(problem.title()) + "</h1><p>" + text(problem.detail()) + "</p><p><a class=\"button\" href=\"/\">"
                + text(words.say("page.title.board")) + "</a></p></main></body></html>\n";
    }

    private static String text(String any) {
        StringOutput out = new StringOutput();
        Escape.htmlContent(any, out);
        return out.toString();
    }
}
