package io.pumpwatch.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.station.Words;
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
import org.jspecify.annotations.Nullable;

/** Asks a running agent over its HTTP API. */
final class AgentClient {
    static final String DEFAULT_URL = "http://127.0.0.1:8460";

    private static final int CONNECT_MS = 3_000;
    /** Longer than the agent's own limit for an answer. */
    private static final int READ_MS = 20_000;

    private static final int ANSWER_MAX = 32 * 1024 * 1024;
    private static final String API = "/api/v1/";

    private final Shell shell;
    private final URI base;

    /** An answer: status, and the JSON document as it came. */
    record Answer(int status, String text) {
        /** The document as a record of the API. */
        <T> T as(Class<T> type) {
            try {
                return JSON.std.beanFrom(type, text);
            } catch (IOException fault) {
                throw new IllegalStateException("the answer isn't a " + type.getSimpleName(), fault);
            }
        }

        /** A member of the document, as text. */
        String member(String name) {
            try {
                return String.valueOf(JSON.std.mapFrom(text).getOrDefault(name, ""));
            } catch (IOException fault) {
                throw new IllegalStateException(fault);
            }
        }
    }

    /** @param url as given; null for the environment's or the default one */
    AgentClient(Shell shell, @Nullable String url) throws CliFault {
        this.shell = shell;
        String given = url != null ? url : shell.env().getOrDefault("PUMPWATCH_URL", DEFAULT_URL);
        URI uri = null;
        try {
            uri = new URI(given.endsWith("/") ? given.substring(0, given.length() - 1) : given);
        } catch (URISyntaxException fault) {
            // Refused below, with all others that aren't addresses of an agent.
        }
        if (uri == null
                || uri.getHost() == null
                || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new CliFault(Exit.USAGE, shell.say("cli.fault.url", "url", given));
        }
        this.base = uri;
    }

    Answer get(String path) throws CliFault {
        return ask("GET", path, null);
    }

    /** Has an act done. */
    Answer act(String verb, Map<String, Object> fields) throws CliFault {
        String body;
        try {
            body = JSON.std.asString(fields);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return ask("POST", "acts/" + verb, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether what is sent can be read on a network. */
    boolean inTheClear() {
        if ("https".equals(base.getScheme())) {
            return false;
        }
        try {
            return !InetAddress.getByName(base.getHost()).isLoopbackAddress();
        } catch (IOException unknownHost) {
            return true;
        }
    }

    private Answer ask(String method, String path, byte @Nullable [] body) throws CliFault {
        HttpURLConnection connection = null;
        try {
            connection =
                    (HttpURLConnection) URI.create(base + API + path).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(CONNECT_MS);
            connection.setReadTimeout(READ_MS);
            connection.setRequestMethod(method);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Accept", "application/json");
            connection.setRequestProperty(
                    "Accept-Language", shell.lang().locale().getLanguage());
            if (body != null) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
            return answer(connection);
        } catch (IOException fault) {
            throw new CliFault(
                    Exit.UNREACHABLE,
                    shell.words().say("cli.fault.unreachable", Map.of("url", base.toString(), "fault", why(fault))));
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }

    private static String why(IOException fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : Plain.line(message);
    }

    private Answer answer(HttpURLConnection connection) throws IOException, CliFault {
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
            Words words = shell.words();
            throw new CliFault(Exit.UNREACHABLE, words.say("cli.fault.stranger", Map.of("url", base.toString())));
        }
        return new Answer(status, text);
    }
}
