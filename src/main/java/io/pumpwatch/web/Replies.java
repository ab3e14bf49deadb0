package io.pumpwatch.web;

import io.pumpwatch.api.Problem;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Words;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes answers: JSON with the headers that keep browsers from doing harm with it. */
final class Replies {
    private static final HttpString NO_SNIFF = new HttpString("X-Content-Type-Options");
    private static final HttpString POLICY = new HttpString("Content-Security-Policy");
    private static final HttpString FRAMES = new HttpString("X-Frame-Options");
    private static final HttpString WORKER_SCOPE = new HttpString("Service-Worker-Allowed");
    private static final HttpString OWN = new HttpString("Cross-Origin-Resource-Policy");
    private static final HttpString REFERRER = new HttpString("Referrer-Policy");

    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final int TAG_LENGTH = 24;
    private static final int NOT_MODIFIED = 304;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    /** Refusals by status; any other is a conflict with the state of the station. */
    private static final Set<String> NOT_ALLOWED =
            Set.of("person.needed", "authority.role", "shelve.priority", "trial.second");

    private static final Set<String> NOT_NOW = Set.of("store.stalled", "inbox.full", "pin.busy");

    private Replies() {}

    /** The caller's language: Chinese or English, whichever they want more; else the station's. */
    static Lang lang(HttpServerExchange exchange, Lang station) {
        String wanted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT_LANGUAGE);
        if (wanted == null) {
            return station;
        }
        Lang best = station;
        double bestWeight = 0;
        for (String range : wanted.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.strip().split(";", -1);
            Lang lang = parts[0].startsWith("zh") ? Lang.ZH : parts[0].startsWith("en") ? Lang.EN : null;
            double weight = parts.length > 1 ? weight(parts[1].strip()) : 1;
            if (lang != null && weight > bestWeight) {
                best = lang;
                bestWeight = weight;
            }
        }
        return best;
    }

    private static double weight(String parameter) {
        return parameter.matches("q=[01](\\.[0-9]{0,3})?") ? Double.parseDouble(parameter.substring(2)) : 0;
    }

    /** Answers with a record. */
    static void ok(HttpServerExchange exchange, Object answer) {
        send(exchange, 200, "application/json", Wire.json(answer));
    }

    /** Answers with a record that may be the same as last time: then only that is said. */
    static void repeatable(HttpServerExchange exchange, Object answer) {
        send(
                exchange,
                200,
                "application/json; charset=utf-8",
                Wire.json(answer).getBytes(StandardCharsets.UTF_8),
                true);
    }

    /** Answers with a page: it may use what this station serves, nothing else, and no script of its own. */
    static void page(HttpServerExchange exchange, byte[] html) {
        send(exchange, 200, "text/html; charset=utf-8", html, true);
    }

    /** Answers with a file. */
    static void file(HttpServerExchange exchange, FileAnswer file) {
        if (file.name != null) {
            exchange.getResponseHeaders()
                    .put(Headers.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name + "\"");
        }
        send(exchange, 200, file.type, file.bytes(), true);
    }

    /** Answers a judged command that wasn't carried out. */
    static void refuse(HttpServerExchange exchange, Lang lang, Refusal refusal, @Nullable String nearest) {
        int status = NOT_ALLOWED.contains(refusal.code())
                ? FORBIDDEN
                : NOT_NOW.contains(refusal.code()) ? UNAVAILABLE : CONFLICT;
        problem(exchange, lang, status, refusal, null, nearest);
    }

    /** Answers somebody who didn't prove who they are. */
    static void unproven(HttpServerExchange exchange, Lang lang, Refusal refusal) {
        String waitSeconds = refusal.args().get("seconds");
        int status = NOT_NOW.contains(refusal.code()) ? UNAVAILABLE : waitSeconds == null ? UNAUTHORIZED : TOO_MANY;
        if (status == UNAUTHORIZED) {
            exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "PumpwatchPin realm=\"station\"");
        } else if (waitSeconds != null) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, waitSeconds);
        }
        problem(exchange, lang, status, refusal, null, null);
    }

    /** Answers a method that the address doesn't know. */
    static void wrongMethod(HttpServerExchange exchange, Lang lang, String allowed) {
        exchange.getResponseHeaders().put(Headers.ALLOW, allowed);
        problem(exchange, lang, 405, Refusal.of("http.method", "allowed", allowed), null, null);
    }

    /** Answers a request that can't be understood. */
    static void fault(HttpServerExchange exchange, Lang lang, RequestFault fault) {
        problem(exchange, lang, fault.status, fault.refusal, fault.field, fault.nearest);
    }

    static void problem(
            HttpServerExchange exchange,
            Lang lang,
            int status,
            Refusal refusal,
            @Nullable String field,
            @Nullable String nearest) {
        Words words = Words.of(lang);
        Map<String, String> args = new HashMap<>(refusal.args());
        args.computeIfPresent("roles", (name, roles) -> roles(lang, roles));
        args.computeIfPresent("form", (name, form) -> words.say(form));
        String detail = Reader.of(exchange).say(words, refusal.code(), args);
        if (nearest != null) {
            detail = detail + " " + words.say("http.nearest", Map.of("nearest", nearest));
        }
        Problem problem = new Problem(
                "urn:pumpwatch:problem:" + refusal.code(),
                words.say("http." + status),
                status,
                detail,
                refusal.code(),
                field,
                nearest,
                false);
        exchange.getResponseHeaders().put(Headers.CONTENT_LANGUAGE, lang == Lang.ZH ? "zh-CN" : "en");
        if (Faults.wanted(exchange)) {
            byte[] html = Faults.page(lang, problem).getBytes(StandardCharsets.UTF_8);
            send(exchange, status, "text/html; charset=utf-8", html, false);
            return;
        }
        send(exchange, status, Problem.TYPE, Wire.json(problem));
    }

    private static String roles(Lang lang, String names) {
        List<String> said = new ArrayList<>();
        for (String name : names.split(", ", -1)) {
            Arrays.stream(Role.values())
                    .filter(role -> role.name().equals(name))
                    .forEach(role -> said.add(Wire.said(lang, "role", role)));
        }
        return String.join(lang == Lang.ZH ? "、" : ", ", said);
    }

    private static void send(HttpServerExchange exchange, int status, String type, String body) {
        send(exchange, status, type + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), false);
    }

    /** @param tagged whether the same answer is worth a name, so that it needn't be sent twice */
    private static void send(HttpServerExchange exchange, int status, String type, byte[] body, boolean tagged) {
        HeaderMap headers = exchange.getResponseHeaders();
        guard(headers);
        headers.put(Headers.VARY, "Accept, Accept-Encoding, Accept-Language, Cookie, Pumpwatch-Reader");
        if (type.startsWith("text/html")) {
            headers.put(POLICY, PAGE_POLICY);
        }
        if (tagged) {
            String tag = "\"" + Wire.sha256(body).substring(0, TAG_LENGTH) + "\"";
            // Weak: the same answer may come squeezed or not, which is the same to people and not to the last bit.
            headers.put(Headers.ETAG, "W/" + tag);
            headers.put(Headers.CACHE_CONTROL, "no-cache, private");
            if (knows(exchange, tag)) {
                exchange.setStatusCode(NOT_MODIFIED);
                exchange.endExchange();
                return;
            }
        }
        exchange.setStatusCode(status);
        headers.put(Headers.CONTENT_TYPE, type);
        exchange.getResponseSender().send(ByteBuffer.wrap(Squeezed.body(exchange, type, body)));
    }

    /** Whether the caller has that answer already; a star stands for any. */
    private static boolean knows(HttpServerExchange exchange, String tag) {
        HeaderValues known = exchange.getRequestHeaders().get(Headers.IF_NONE_MATCH);
        return known != null
                && known.stream()
                        .anyMatch(each -> each.contains(tag) || each.strip().equals("*"));
    }

    /** What a worker of ours may do: ask this station, and nothing else. */
    static void worker(HeaderMap headers) {
        headers.put(POLICY, "default-src 'none'; connect-src 'self'");
        headers.put(WORKER_SCOPE, "/");
        headers.put(Headers.CACHE_CONTROL, "no-cache");
    }

    /** What keeps browsers from keeping, guessing, framing and running what they are given. */
    static void guard(HeaderMap headers) {
        headers.put(Headers.CACHE_CONTROL, "no-store");
        headers.put(NO_SNIFF, "nosniff");
        headers.put(POLICY, "default-src 'none'; frame-ancestors 'none'");
        headers.put(FRAMES, "DENY");
        headers.put(REFERRER, "no-referrer");
        headers.put(OWN, "same-origin");
    }
}
