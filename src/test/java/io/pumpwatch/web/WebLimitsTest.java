package io.pumpwatch.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.web.Http.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that are too large, too slow, too many or no requests at all: the agent goes on. */
@Timeout(60)
class WebLimitsTest {
    private static final String ACKNOWLEDGE = "{'person':'op-1','pin':'1234','all':true}";

    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;
    private Http http;

    @BeforeEach
    void start() {
        http = served.http();
    }

    private void goesOn() throws IOException {
        assertEquals(200, http.act("acknowledge", ACKNOWLEDGE).status());
    }

    @Test
    void aMegabyteOfTextIsRefusedInWords() throws IOException {
        String text = "{'person':'op-1','pin':'1234','text':'" + "x".repeat(1_000_000) + "'}";
        Answer answer = http.act("accident", text);
        assertEquals(413, answer.status());
        assertEquals("http.long", answer.text("code"));
        // Often: an answer that doesn't wait for the body is lost now and then, as the connection ends under the
        // sender.
        for (String chunks : List.of("{}", "{}", "{}", text, text, text)) {
            Answer inChunks = http.send(http.request("/api/v1/acts/accident")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(chunks))));
            assertEquals(411, inChunks.status(), "a body that doesn't say how long it is");
        }
        assertEquals(null, station.view().state().duty().accident());
        goesOn();
    }

    @Test
    void aTextThatNoEntryCouldHoldNamesItsField() throws IOException {
        Answer answer = http.act("accident", "{'text':'" + "水".repeat(4_001) + "'}");
        assertEquals(400, answer.status());
        assertEquals("field.long", answer.text("code"));
        assertEquals("text", answer.text("field"));
        assertEquals(
                200,
                http.act("accident", "{'text':'" + "水".repeat(4_000) + "'}").status());
    }

    @Test
    void aHundredMegabytesAreCut() throws IOException {
        try (Socket socket = connect()) {
            say(socket, "accident", 100_000_000);
            String answer = new String(socket.getInputStream().readNBytes(12), UTF_8);
            assertEquals("HTTP/1.1 413", answer);
        }
        goesOn();
    }

    /** A whole head, and the first byte of a body. */
    private static void say(Socket socket, String verb, int length) throws IOException {
        String head = "POST /api/v1/acts/" + verb + " HTTP/1.1\r\nHost: localhost\r\n";
        String rest = "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n{";
        socket.getOutputStream().write((head + rest).getBytes(UTF_8));
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    @Test
    void threeHundredSlowClientsDoNotStopAnAcknowledge() throws IOException {
        station.run(SmallPlan.PRESSURE, 36, 1);
        AlarmId high = SmallPlan.PRESSURE.alarm("HH");
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket socket = connect();
                slow.add(socket);
                // A third says nothing, a third half a head, a third half a body.
                String said = i % 3 == 0
                        ? ""
                        : "POST /api/v1/acts/acknowledge HTTP/1.1\r\nHost: localhost\r\n"
                                + (i % 3 == 1
                                        ? "X-Slow: "
                                        : "Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{");
                socket.getOutputStream().write(said.getBytes(UTF_8));
            }
            assertTrue(station.view().state().alarms().life(high).asks());
            Answer answer = CompletableFuture.supplyAsync(() -> {
                        try {
                            return http.act("acknowledge", ACKNOWLEDGE);
                        } catch (IOException fault) {
                            throw new IllegalStateException(fault);
                        }
                    })
                    .orTimeout(5, TimeUnit.SECONDS)
                    .join();
            assertEquals(200, answer.status());
            assertEquals(false, station.view().state().alarms().life(high).asks());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void whatNeverComesIsNotWaitedForForever() throws IOException {
        try (Socket socket = connect()) {
            say(socket, "acknowledge", 500);
            station.fallSilent(true);
            Answer unanswered = http.act("acknowledge", ACKNOWLEDGE);
            assertEquals(504, unanswered.status(), "a station that doesn't answer");
            station.fallSilent(false);
            assertEquals(-1, endOf(socket), "a body that never ends");
        }
        goesOn();
    }

    /** -1 once the other side has ended the connection, in good order or not. */
    private static int endOf(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (SocketException reset) {
            return -1;
        }
    }

    @Test
    void wrongPinsDoNotHoldUpAccidentAndSilence() throws Exception {
        CountDownLatch proofs = new CountDownLatch(1);
        station.holdProofs(proofs);
        List<CompletableFuture<Integer>> guesses = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            guesses.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return http.act("acknowledge", ACKNOWLEDGE).status();
                } catch (IOException fault) {
                    throw new IllegalStateException(fault);
                }
            }));
        }
        assertEquals(200, http.act("silence", "").status());
        assertEquals(
                200,
                http.act("accident", "{'person':'op-1','pin':'1234','text':'fire'}")
                        .status());
        assertEquals(200, http.get("/api/v1/status").status());
        proofs.countDown();
        await().atMost(Duration.ofSeconds(20)).until(() -> guesses.stream().allMatch(CompletableFuture::isDone));
        assertTrue(guesses.stream().map(CompletableFuture::join).allMatch(status -> status == 200 || status == 503));
    }

    /** What can't be read isn't taken for something else, and what is wrong is said with its name. */
    @Test
    void aParameterThatCannotBeReadIsNamed() throws IOException {
        for (String wrong :
                List.of("roster?from=soon", "roster?days=-5", "attendance?days=63", "attendance?from=2026-13-01")) {
            Answer answer = http.get("/api/v1/" + wrong);
            assertEquals(400, answer.status(), wrong);
            assertEquals(wrong.replaceFirst(".*\\?", "").replaceFirst("=.*", ""), answer.text("field"));
        }
        assertEquals(
                "The field \"limit\" must be a whole number from 1 to 200.",
                http.get("/api/v1/events?limit=0").text("detail"));
        assertTrue(http.get("/rounds/nope").text("detail").contains("/rounds/nope"));
        assertTrue(http.get("/s/nope.js").text("detail").contains("/s/nope.js"));
        String unread = http.act("silence", "[").text("detail");
        assertFalse(unread.contains("Source"), unread);
    }

    @Test
    void whatIsNoRequestOfOursIsSaidToBe() throws IOException {
        Answer json = http.act("acknowledge", "{'person':");
        assertEquals(400, json.status());
        assertEquals("body.json", json.text("code"));
        assertEquals("body.object", http.act("acknowledge", "[1]").text("code"));
        assertEquals("body.json", http.act("acknowledge", "{'a':1,'a':2}").text("code"));
        assertEquals("body.json", http.act("acknowledge", "[".repeat(5_000)).text("code"));
        Answer unknown = http.act("acknowledge", "{'person':'op-1','pin':'1234','point':['PT-101.HH']}");
        assertEquals(400, unknown.status());
        assertEquals("point", unknown.text("field"));
        assertEquals("points", unknown.text("nearest"));
        assertEquals(
                "pin", http.act("acknowledge", "{'person':'op-1','all':true}").text("field"));
        Answer type = http.send(http.request("/api/v1/acts/silence")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));
        assertEquals(415, type.status());
        Answer verb = http.act("aknowledge", ACKNOWLEDGE);
        assertEquals(404, verb.status());
        assertEquals("acknowledge", verb.text("nearest"));
        assertEquals("/api/v1/alarms", http.get("/api/v1/alarm").text("nearest"));
        assertEquals(405, http.get("/api/v1/acts/silence").status());
        Answer method = http.send(http.request("/api/v1/status").DELETE());
        assertEquals(405, method.status());
        assertEquals("GET, HEAD", method.raw().headers().firstValue("Allow").orElse(""));
        goesOn();
    }

    @Test
    void aPageThatCallsThisMachineByAnotherNameReadsNothing() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write("GET /api/v1/status HTTP/1.1\r\nHost: evil.example\r\n\r\n".getBytes(UTF_8));
            assertEquals("HTTP/1.1 421", new String(socket.getInputStream().readNBytes(12), UTF_8));
        }
        for (String name : List.of("localhost", "127.0.0.1:8460", "[::1]:8460")) {
            try (Socket socket = connect()) {
                socket.getOutputStream()
                        .write(("GET /api/v1/status HTTP/1.1\r\nHost: " + name + "\r\n\r\n").getBytes(UTF_8));
                assertEquals("HTTP/1.1 200", new String(socket.getInputStream().readNBytes(12), UTF_8), name);
            }
        }
    }

    @Test
    void aPortInUseSaysWhich() {
        IOException fault = assertThrows(
                IOException.class,
                () -> WebServer.start(new WebSettings("127.0.0.1", served.port()), station, "test")
                        .close());
        assertTrue(fault.toString().contains("127.0.0.1:" + served.port()), fault::toString);
    }
}
