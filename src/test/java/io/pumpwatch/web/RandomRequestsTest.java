package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is asked, the agent answers in order and never stumbles. */
@Timeout(180)
class RandomRequestsTest {
    private static final int REQUESTS = 10_000;
    private static final long SEED = 20_261_125;
    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH");
    private static final List<String> BITS = List.of(
            "/",
            "..",
            "%2e%2e",
            "%00",
            "?",
            "&",
            "=",
            "tag",
            "PT-101",
            "from",
            "to",
            "points",
            "id",
            "all",
            "kind",
            "rules",
            "shift",
            "2026",
            "-1",
            "9999999999999",
            "%ff",
            "<script>",
            "'",
            ";",
            "x",
            "zh",
            "round",
            "*");
    private static final List<String> JSON = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"person\"",
            "\"op-1\"",
            "\"pin\"",
            "\"1234\"",
            "\"point\"",
            "\"PT-101.HH\"",
            "1",
            "-1e999",
            "null",
            "true",
            "\"\\u0000\"",
            "\"minutes\"",
            "\"text\"",
            "\"x\"",
            "\"item\"");

    private static final int ONE_ADDRESS = 500;

    @Test
    void tenThousandRequestsWithoutAFault() throws IOException {
        Random dice = new Random(SEED);
        TestStation station = new TestStation(true);
        List<String> faults = new ArrayList<>();
        try (WebServer server = WebServer.start(new WebSettings("127.0.0.1", 0), station, "1")) {
            Connection connection = new Connection(server.port(), 1);
            for (int i = 0; i < REQUESTS; i++) {
                String request = request(dice);
                int status = connection.ask(request);
                if (status < 0 || (i + 1) % ONE_ADDRESS == 0) {
                    connection.close();
                    // From another address now and then: one alone would be told to wait.
                    connection = new Connection(server.port(), 1 + i / ONE_ADDRESS);
                    status = connection.ask(request);
                }
                if (status >= 500 && status != 503) {
                    faults.add(status + " to " + request);
                }
            }
            connection.close();
            assertEquals(List.of(), faults);
            assertEquals(200, new Http(server.port()).get("/api/v1/status").status());
        }
        assertTrue(station.view().scans() > 0);
    }

    private static String pick(Random dice, List<String> some) {
        return some.get(dice.nextInt(some.size()));
    }

    private static String request(Random dice) {
        List<String> known = new ArrayList<>(SiteTest.PAGES);
        Routes.pages().forEach(page -> known.add(Routes.BASE + page));
        Verbs.all().keySet().forEach(verb -> known.add(Routes.ACTS + verb));
        known.add(Routes.BASE + SessionRoute.PAGE);
        StringBuilder path = new StringBuilder(dice.nextInt(4) == 0 ? "/" : pick(dice, known));
        for (int i = dice.nextInt(4); i > 0; i--) {
            path.append(i == 2 && path.indexOf("?") < 0 ? "?" : "").append(pick(dice, BITS));
        }
        StringBuilder body = new StringBuilder();
        for (int i = dice.nextInt(12); i > 0; i--) {
            body.append(pick(dice, JSON));
        }
        String method = pick(dice, METHODS);
        boolean carries = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
        String sent = carries ? body.toString() : "";
        String type = dice.nextInt(8) == 0 ? "text/plain" : "application/json";
        String cookie = dice.nextInt(6) == 0 ? "Cookie: pumpwatch=forged; lang=" + pick(dice, BITS) + "\r\n" : "";
        return method + " " + path.toString().replace(" ", "") + " HTTP/1.1\r\nHost: localhost\r\n" + cookie
                + "X-Csrf-Token: forged\r\n"
                + (carries ? "Content-Type: " + type + "\r\nContent-Length: " + sent.length() + "\r\n" : "")
                + "\r\n" + sent;
    }

    /** A connection that is used again and again. */
    private static final class Connection {
        private final Socket socket;
        private final InputStream in;

        Connection(int port, int from) throws IOException {
            InetAddress own = InetAddress.getByName("127.0.0." + from);
            socket = new Socket(InetAddress.getLoopbackAddress(), port, own, 0);
            socket.setSoTimeout(20_000);
            in = new BufferedInputStream(socket.getInputStream());
        }

        /** The status; negative where the other side has ended the connection. */
        int ask(String request) throws IOException {
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                String first = line();
                if (first.isEmpty()) {
                    return -1;
                }
                long length = 0;
                boolean chunked = false;
                for (String line = line(); !line.isEmpty(); line = line()) {
                    String lower = line.toLowerCase(Locale.ROOT);
                    length = lower.startsWith("content-length:")
                            ? Long.parseLong(lower.substring(15).strip())
                            : length;
                    chunked |= lower.startsWith("transfer-encoding: chunked");
                }
                int status = Integer.parseInt(first.split(" ", -1)[1]);
                boolean bodiless = request.startsWith("HEAD") || status == 304 || status == 204;
                if (chunked && !bodiless) {
                    for (int size = size(); size > 0; size = size()) {
                        in.readNBytes(size);
                        line();
                    }
                    line();
                } else if (!bodiless) {
                    in.readNBytes((int) length);
                }
                return status;
            } catch (SocketException ended) {
                return -1;
            }
        }

        private int size() throws IOException {
            return Integer.parseInt(line().split(";", -1)[0].strip(), 16);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        void close() throws IOException {
            socket.close();
        }
    }
}
