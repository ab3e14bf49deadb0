package io.pumpwatch.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The live stream: what comes, in what order, and what a client gets after a lost connection. */
@Timeout(60)
class StreamTest {
    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;

    /** One event of the stream. */
    private record Event(String name, String id, String data) {}

    /** A reader of the stream over a plain socket. */
    private final class Client implements AutoCloseable {
        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port());
        private final BufferedReader in;
        final List<String> head = new ArrayList<>();

        Client(String query, String... headers) throws IOException {
            socket.setSoTimeout(20_000);
            String asked = "GET /api/v1/stream" + query + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("", headers)
                    + "\r\n";
            socket.getOutputStream().write(asked.getBytes(StandardCharsets.UTF_8));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.add(line);
            }
        }

        Event next(String name) throws IOException {
            String event = "";
            String id = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:") && event.equals(name)) {
                    return new Event(event, id, line.substring(5).strip());
                }
            }
            throw new IOException("the stream ended before " + name);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private String last() {
        return "1-" + station.view().offered().seq();
    }

    @Test
    void aClientGetsTheStateAtOnceAndAgainEachSecond() throws IOException {
        try (Client client = new Client("", "Accept-Language: en\r\n")) {
            assertTrue(client.head.get(0).contains("200"), client.head::toString);
            assertTrue(client.head.stream()
                    .anyMatch(h -> h.toLowerCase(Locale.ROOT).startsWith("content-type: text/event-stream")));
            assertTrue(client.head.stream()
                    .anyMatch(h -> h.toLowerCase(Locale.ROOT).startsWith("content-security-policy:")));
            Event first = client.next("status");
            assertEquals(last(), first.id());
            assertTrue(first.data().contains("\"station\""), first::data);
            client.next("status");
        }
    }

    @Test
    void nobodyLooksWhileNobodyReadsAndTheNextReaderIsServed() throws IOException {
        try (Client first = new Client("")) {
            first.next("status");
        }
        // Without a next look to come its thread waits without an end.
        await("nobody looks any more")
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("stream"))
                        .allMatch(thread -> thread.getState() == Thread.State.WAITING));
        try (Client second = new Client("")) {
            second.next("status");
            second.next("status");
        }
    }

    @Test
    void anAlarmComesAsListAndAsEntry() throws IOException {
        try (Client client = new Client("", "Accept-Language: en\r\n")) {
            assertEquals("[]", client.next("alarms").data());
            station.run(SmallPlan.PRESSURE, 36.0, 2);
            Event entry = client.next("entry");
            assertTrue(entry.data().contains("\"kind\":\"alarm.moved\""), entry::data);
            assertTrue(client.next("alarms").data().contains("PT-101.HH"));
        }
    }

    @Test
    void whatWasMissedIsReplayedInOrder() throws IOException {
        long from = station.view().offered().seq();
        station.run(SmallPlan.PRESSURE, 36.0, 2);
        long to = station.view().offered().seq();
        assertTrue(to > from, "nothing happened");
        for (String asked : List.of("Last-Event-ID: 1-" + from + "\r\n", "")) {
            String query = asked.isEmpty() ? "?lastEventId=1-" + from : "";
            try (Client client = new Client(query, asked)) {
                for (long seq = from + 1; seq <= to; seq++) {
                    assertEquals("1-" + seq, client.next("entry").id());
                }
            }
        }
    }

    @Test
    void whoCannotBeCaughtUpIsToldToReadAgain() throws IOException {
        for (String id : List.of("7-1", "1-999999", "nonsense", "1-1-1")) {
            try (Client client = new Client("", "Last-Event-ID: " + id + "\r\n")) {
                assertEquals(last(), client.next("reset").id(), id);
                assertEquals(last(), client.next("status").id(), id);
            }
        }
    }

    @Test
    void noMoreClientsThanThereIsRoomFor() throws IOException {
        List<Client> all = new ArrayList<>();
        try {
            for (int i = 0; i < LiveStream.CLIENTS_MAX; i++) {
                Client client = new Client("");
                all.add(client);
                client.next("status");
            }
            try (Client tooMany = new Client("")) {
                assertTrue(tooMany.head.get(0).contains("503"), tooMany.head::toString);
            }
        } finally {
            for (Client client : all) {
                client.close();
            }
        }
    }
}
