package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One address can't keep the station from answering the others, and nobody is kept from an alarm. */
class RatesTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final String STATUS = "/api/v1/status";

    private final Rates rates = new Rates();

    private int allowed(String address, int asked, long nowNs) {
        int allowed = 0;
        for (int i = 0; i < asked; i++) {
            allowed += rates.allows(address, STATUS, nowNs) ? 1 : 0;
        }
        return allowed;
    }

    @Test
    void aBurstAndThenSoManyASecond() {
        assertEquals(Rates.BURST, allowed("a", Rates.BURST + 500, 0));
        assertEquals(Rates.PER_SECOND, allowed("a", 1_000, SECOND_NS));
        assertEquals(Rates.PER_SECOND / 2, allowed("a", 1_000, SECOND_NS + SECOND_NS / 2));
        assertEquals(Rates.BURST, allowed("a", 5_000, 3_600 * SECOND_NS), "no more than a burst is saved up");
        assertEquals(Rates.BURST, allowed("b", 5_000, 3_600 * SECOND_NS), "others have their own");
    }

    @Test
    void anAlarmNeverWaits() {
        allowed("a", Rates.BURST + 1, 0);
        assertFalse(rates.allows("a", STATUS, 0));
        for (String verb : new String[] {"accident", "silence", "acknowledge"}) {
            assertTrue(rates.allows("a", Routes.ACTS + verb, 0), verb);
        }
        assertFalse(rates.allows("a", Routes.ACTS + "shelve", 0));
    }

    @Test
    @Timeout(60)
    void whoAsksInALoopIsToldToWaitAndAnAlarmIsStillAcknowledged() throws IOException {
        TestStation station = new TestStation(true);
        try (WebServer server = WebServer.start(new WebSettings("127.0.0.1", 0), station, "1")) {
            Http http = new Http(server.port());
            Http.Answer answer = http.get("/api/v1/openapi.json");
            for (int i = 0; i < 20 * Rates.BURST && answer.status() == 200; i++) {
                answer = http.get("/api/v1/session", "Accept-Language", "en");
            }
            assertEquals(429, answer.status());
            assertEquals("http.rate", answer.text("code"));
            assertEquals("1", answer.raw().headers().firstValue("retry-after").orElse(""));
            station.run(SmallPlan.PRESSURE, 36.0, 2);
            assertEquals(
                    200,
                    http.act("acknowledge", "{'person':'op-1','pin':'1234','all':true}")
                            .status());
        }
    }
}
