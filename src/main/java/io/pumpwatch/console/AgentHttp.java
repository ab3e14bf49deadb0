package io.pumpwatch.console;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.station.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/** Asks a running agent over its HTTP API. Blocks; any thread. */
public final class AgentHttp {
    /** Where an agent listens unless its station file says otherwise. */
    public static final String DEFAULT_URL = "http://127.0.0.1:8460";

    private static final int ANSWER_MAX = 32 * 1024 * 1024;
    private static final String API = "/api/v1/";
    private static final String SESSION = "session";
    private static final String COOKIE = "pumpwatch=";

    private final URI base;
    private final Lang lang;
    private final int connectMs;
    private final int readMs;
    private final @Nullable AgentTrust trust;
    private final String reader;
    private volatile @Nullable Session session;

    /** Who has signed in: what the cookie holds, and what acts carry beside it. */
    private record Session(String person, String cookie, String token) {}

    /** An answer: status, and the JSON document as it came. */
    public record Answer(int status, String text) {
        /** The document as a record of the API. */
        public <T> T as(Class<T> type) {
            try {
                return JSON.std.beanFrom(type, text);
            } catch (IOException fault) {
                throw new IllegalStateException("the answer isn't a " + type.getSimpleName(), fault);
            }
        }

        /** A member of the document, as text. */
        public String member(String name) {
            try {
                return String.valueOf(JSON.std.mapFrom(text).getOrDefault(name, ""));
            } catch (IOException fault) {
                throw new IllegalStateException(fault);
            }
        }

        /** Whether what was asked is there or was done. */
        public boolean ok() {
            return status < 400;
        }
    }

    /** What answers isn't an agent. */
    public static final class Stranger extends IOException {
        private static final long serialVersionUID = 1;

        Stranger(String what) {
            super(what);
        }
    }

    /**
     * A client.
     *
     * @param lang of the words in answers
     * @param connectMs and
     * @param readMs how long is waited
     * @param reader what the person has in front of them, where it isn't the command line: {@code console}; else empty
     * @param trust whose certificates are believed; null for those that this machine believes
     */
    public AgentHttp(URI base, Lang lang, String reader, int connectMs, int readMs, @Nullable AgentTrust trust) {
        this.reader = reader;
        this.trust = trust;
        this.base = base;
        this.lang = lang;
        this.connectMs = connectMs;
        this.readMs = readMs;
    }

    /** The address of an agent, or null where the text is none. */
    public static @Nullable URI address(String text) {
        try {
            URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return uri.getHost() != null && web ? uri : null;
        } catch (URISyntaxException none) {
            return null;
        }
    }

    /** Whom it asks. */
    public URI base() {
        return base;
    }

    /**
     * A document.
     *
     * @throws Stranger where something else than an agent answers
     * @throws IOException where nothing answers
     */
    public Answer get(String path) throws IOException {
        return ask("GET", path, null);
    }

    /**
     * A document as a file; throws as {@link #get}.
     *
     * @param out takes all of it, unless the agent refuses
     */
    Answer file(String path, OutputStream out) throws IOException {
        HttpURLConnection connection = open("GET", path);
        try {
            connection.setRequestProperty("Accept", "*/*");
            int status = connection.getResponseCode();
            if (status >= 400) {
                return answer(connection);
            }
            try (InputStream in = connection.getInputStream()) {
                in.transferTo(out);
            }
            return new Answer(status, "{}");
        } finally {
            connection.disconnect();
        }
    }

    /** Has an act done, in the session where the fields hold no PIN; throws as {@link #get}. */
    public Answer act(String verb, Map<String, Object> fields) throws IOException {
        return ask("POST", "acts/" + verb, bytes(fields));
    }

    /** Opens a session with a PIN in place of the one before, if it is right; throws as {@link #get}. */
    public Answer signIn(String person, String pin) throws IOException {
        return ask("POST", SESSION, bytes(Map.of("person", person, "pin", pin)));
    }

    /** Ends the session. Where the agent doesn't answer it forgets by itself one that isn't used. */
    public void signOut() {
        if (session != null) {
            try {
                ask("DELETE", SESSION, null);
            } catch (IOException gone) {
                // Said above.
            } finally {
                session = null;
            }
        }
    }

    /** Who has signed in, or null. */
    public @Nullable String person() {
        Session now = session;
        return now == null ? null : now.person();
    }

    private static byte[] bytes(Map<String, Object> fields) throws IOException {
        return JSON.std.asString(fields).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The stream of live states, connected.
     *
     * @param lastId of the last event that was read, or null
     */
    HttpURLConnection stream(@Nullable String lastId) throws IOException {
        HttpURLConnection connection = open("GET", "stream");
        connection.setRequestProperty("Accept", "text/event-stream");
        if (lastId != null) {
            connection.setRequestProperty("Last-Event-ID", lastId);
        }
        int status = connection.getResponseCode();
        String type = String.valueOf(connection.getContentType());
        if (status < 400 && type.startsWith("text/event-stream")) {
            return connection;
        }
        try {
            throw new IOException(answer(connection).member("detail"));
        } finally {
            connection.disconnect();
        }
    }

    /** Whether what is sent can be read on a network. */
    public boolean inTheClear() {
        if ("https".equals(base.getScheme())) {
            return false;
        }
        try {
            return !InetAddress.getByName(base.getHost()).isLoopbackAddress();
        } catch (IOException unknownHost) {
            return true;
        }
    }

    private HttpURLConnection open(String method, String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + API + path).toURL().openConnection(Proxy.NO_PROXY);
        if (trust != null && connection instanceof HttpsURLConnection encrypted) {
            trust.onto(encrypted);
        }
        connection.setConnectTimeout(connectMs);
        connection.setReadTimeout(readMs);
        connection.setRequestMethod(method);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("Accept-Language", lang.locale().getLanguage());
        if (!reader.isEmpty()) {
            connection.setRequestProperty("Pumpwatch-Reader", reader);
        }
        Session now = session;
        if (now != null) {
            connection.setRequestProperty("Cookie", COOKIE + now.cookie());
            connection.setRequestProperty("X-Csrf-Token", now.token());
        }
        return connection;
    }

    private Answer ask(String method, String path, byte @Nullable [] body) throws IOException {
        HttpURLConnection connection = open(method, path);
        try {
            if (body != null) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
            Answer answer = answer(connection);
            if (path.equals(SESSION) && method.equals("POST") && answer.ok()) {
                remember(connection, answer);
            }
            return answer;
        } finally {
            connection.disconnect();
        }
    }

    private void remember(HttpURLConnection connection, Answer answer) {
        String cookie = String.valueOf(connection.getHeaderField("Set-Cookie"));
        if (cookie.startsWith(COOKIE)) {
            String value = cookie.substring(COOKIE.length()).split(";", 2)[0];
            session = new Session(answer.member("person"), value, answer.member("token"));
        }
    }

    private static Answer answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        String type = String.valueOf(connection.getContentType());
        String text = "";
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            if (in != null) {
                text = new String(in.readNBytes(ANSWER_MAX), StandardCharsets.UTF_8);
            }
        }
        boolean ours = type.startsWith("application/json") || type.startsWith("application/problem+json");
        if (!ours || !text.startsWith("{")) {
            throw new Stranger(type);
        }
        return new Answer(status, text);
    }
}
