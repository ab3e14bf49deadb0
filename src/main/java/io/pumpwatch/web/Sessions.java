package io.pumpwatch.web;

import io.pumpwatch.station.Person;
import io.pumpwatch.view.StationView;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.server.handlers.CookieImpl;
import io.undertow.util.HttpString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who has signed in on a page. A session is a random word in a cookie that only this site sees; it ends when it isn't
 * used for an hour, after half a day in any case, and with the agent. It proves who clicks, never who signs.
 */
final class Sessions {
    /** Name of the cookie. */
    static final String COOKIE = "pumpwatch";
    /** Header in which a page proves that it was made by this station. */
    static final HttpString TOKEN = new HttpString("X-Csrf-Token");

    static final long IDLE_MS = 3_600_000;
    static final long LIFE_MS = 12 * 3_600_000L;
    private static final int SESSIONS_MAX = 256;
    private static final int SECRET_BYTES = 24;

    private final LongSupplier uptimeMs;
    private final boolean encrypted;
    private final SecureRandom random = new SecureRandom();
    /** The least recently used one first: it goes when there are too many. */
    private final Map<String, Session> byId = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A session.
     *
     * @param id what the cookie holds
     * @param token what acts from pages carry
     */
    record Session(String id, String person, String token, long openedMs, long usedMs) {
        long untilMs() {
            return Math.min(openedMs + LIFE_MS, usedMs + IDLE_MS);
        }
    }

    /** @param encrypted whether the cookie may only travel encrypted */
    Sessions(LongSupplier uptimeMs, boolean encrypted) {
        this.uptimeMs = uptimeMs;
        this.encrypted = encrypted;
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Opens one for a proven person, in place of the one that the caller may have. */
    synchronized Session open(HttpServerExchange exchange, String person) {
        close(exchange);
        long now = uptimeMs.getAsLong();
        Session opened = new Session(secret(), person, secret(), now, now);
        byId.put(opened.id(), opened);
        if (byId.size() > SESSIONS_MAX) {
            byId.remove(byId.keySet().iterator().next());
        }
        exchange.setResponseCookie(cookie(opened.id()));
        return opened;
    }

    private Cookie cookie(String value) {
        return new CookieImpl(COOKIE, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(encrypted)
                .setSameSite(true)
                .setSameSiteMode("Strict");
    }

    /** Whose session it is; null for none, or where the station doesn't know them. */
    static @Nullable Person person(@Nullable Session session, StationView view) {
        return session == null ? null : view.state().duty().people().get(session.person());
    }

    /** The caller's session, or null; using it keeps it alive. */
    synchronized @Nullable Session of(HttpServerExchange exchange) {
        Cookie cookie = exchange.getRequestCookie(COOKIE);
        Session known = cookie == null ? null : byId.get(cookie.getValue());
        if (known == null) {
            return null;
        }
        long now = uptimeMs.getAsLong();
        if (now > known.untilMs()) {
            byId.remove(known.id());
            return null;
        }
        Session used = new Session(known.id(), known.person(), known.token(), known.openedMs(), now);
        byId.put(used.id(), used);
        return used;
    }

    /** The caller's session if the request proves that a page of this station made it. */
    @Nullable
    Session acting(HttpServerExchange exchange) {
        Session session = of(exchange);
        String token = exchange.getRequestHeaders().getFirst(TOKEN);
        boolean same = session != null
                && token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), session.token().getBytes(StandardCharsets.UTF_8));
        return same ? session : null;
    }

    /** Ends the caller's session. */
    synchronized void close(HttpServerExchange exchange) {
        Cookie cookie = exchange.getRequestCookie(COOKIE);
        if (cookie != null && byId.remove(cookie.getValue()) != null) {
            exchange.setResponseCookie(cookie("").setMaxAge(0));
        }
    }
}
