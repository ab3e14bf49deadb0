package io.pumpwatch.web;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A caller of the API for tests. */
final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    Http(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** An answer with its body read. */
    record Answer(int status, Map<String, Object> body, HttpResponse<String> raw) {
        /** A member that is a list. */
        List<?> list(String name) {
            return body.get(name) instanceof List<?> list ? list : List.of();
        }

        String text(String name) {
            return String.valueOf(body.get(name));
        }
    }

    Answer get(String path, String... headers) throws IOException {
        return send(request(path, headers).GET());
    }

    /** JSON with quotes written as apostrophes. */
    Answer act(String verb, String json, String... headers) throws IOException {
        return send(request("/api/v1/acts/" + verb, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    /** Where an address sends its caller; empty for nowhere. */
    String location(String path) throws IOException {
        try {
            return CLIENT.send(request(path).build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("location")
                    .orElse("");
        } catch (InterruptedException end) {
            throw new IOException(end);
        }
    }

    /** A page as it is written. */
    String page(String path, String... headers) throws IOException {
        try {
            return CLIENT.send(request(path, headers).build(), BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException end) {
            throw new IOException(end);
        }
    }

    /** Signs somebody in; what a request must carry in its {@code Cookie} header from then on. */
    String cookie(String person) throws IOException {
        Answer in = send(request("/api/v1/session", "Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"person\":\"" + person + "\",\"pin\":\"" + TestStation.PIN + "\"}")));
        return in.raw().headers().firstValue("set-cookie").orElse("").split(";", -1)[0];
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? request : request.headers(headers);
    }

    Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> raw = CLIENT.send(request.build(), BodyHandlers.ofString());
            String text = raw.body();
            return new Answer(raw.statusCode(), text.isEmpty() ? Map.of() : JSON.std.mapFrom(text), raw);
        } catch (InterruptedException end) {
            throw new IOException(end);
        }
    }
}
