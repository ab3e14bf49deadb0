package io.pumpwatch.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.app.SystemClock;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import io.pumpwatch.web.Served;
import io.pumpwatch.web.TestStation;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console's way to the agent, over a real server: sessions, and the stream with what was missed. */
@Timeout(60)
class AgentClientTest {
    private static final Tag PRESSURE = new Tag("PT-101");

    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

    private AgentHttp http(int readMs) {
        return new AgentHttp(URI.create("http://127.0.0.1:" + served.port()), Lang.EN, "console", 2_000, readMs, null);
    }

    @Test
    void aSessionStandsForThePinUntilItIsEnded() throws IOException {
        AgentHttp http = http(20_000);
        station.run(PRESSURE, 36.0, 2);
        assertFalse(http.signIn("op-1", "0000").ok());
        assertNull(http.person());
        assertTrue(http.signIn("op-1", TestStation.PIN).ok());
        assertEquals("op-1", http.person());
        assertTrue(http.act("acknowledge", Map.of("all", true)).ok());
        // What is dangerous asks the PIN again, session or not.
        Map<String, Object> reset = Map.of("point", "PT-101.HH");
        assertEquals("pin", http.act("reset", reset).member("field"));
        http.signOut();
        assertNull(http.person());
        assertEquals(
                "field.missing", http.act("acknowledge", Map.of("all", true)).member("code"));
    }

    private Message next(Predicate<Message> wanted) throws InterruptedException {
        while (true) {
            Message message = Objects.requireNonNull(messages.poll(20, TimeUnit.SECONDS), "nothing came");
            if (wanted.test(message)) {
                return message;
            }
        }
    }

    private static boolean isStatus(Message message) {
        return message instanceof Message.Live live && live.state() instanceof io.pumpwatch.api.Status;
    }

    @Test
    void theStreamGoesOnAfterALostConnectionWithWhatWasMissed() throws Exception {
        AgentStream stream = new AgentStream(http(2_500), new SystemClock(), messages);
        Thread reader = new Thread(stream);
        reader.start();
        next(AgentClientTest::isStatus);
        int port = served.port();
        served.stop();
        next(Message.Gone.class::isInstance);
        station.run(PRESSURE, 36.0, 2);
        messages.clear();
        served.start(port);
        next(AgentClientTest::isStatus);
        next(Message.Kept.class::isInstance);
        Message alarms = next(message -> message instanceof Message.Live live
                && live.state() instanceof Data.Asking asking
                && !asking.list().isEmpty());
        List<io.pumpwatch.api.AlarmList.Alarm> list = ((Data.Asking) ((Message.Live) alarms).state()).list();
        assertTrue(list.stream().anyMatch(alarm -> alarm.point().equals("PT-101.HH")), list::toString);
        stream.end();
        reader.join(10_000);
        assertFalse(reader.isAlive());
    }

    @Test
    void theStreamSaysWhyThereIsNone() throws Exception {
        AgentStream stream = new AgentStream(http(2_500), new SystemClock(), messages);
        served.stop();
        Thread reader = new Thread(stream);
        reader.start();
        Message.Gone gone = (Message.Gone) next(Message.Gone.class::isInstance);
        assertFalse(gone.why().isBlank());
        stream.end();
        reader.join(10_000);
        assertFalse(reader.isAlive());
    }
}
