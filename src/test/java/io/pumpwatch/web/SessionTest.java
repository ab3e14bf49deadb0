package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.web.Http.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Signing in, what a session may do, and what it may not. */
@Timeout(60)
class SessionTest {
    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;
    private Http http;

    @BeforeEach
    void start() {
        http = served.http();
    }

    private Answer signIn(String person, String pin) throws IOException {
        return http.send(http.request("/api/v1/session", "Content-Type", "application/json", "Accept-Language", "en")
                .POST(BodyPublishers.ofString("{\"person\":\"" + person + "\",\"pin\":\"" + pin + "\"}")));
    }

    private static String cookie(Answer answer) {
        return answer.raw().headers().firstValue("set-cookie").orElse("").split(";", -1)[0];
    }

    @Test
    void theCookieIsForThisSiteAndNoScript() throws IOException {
        Answer in = signIn("op-1", TestStation.PIN);
        assertEquals(200, in.status());
        assertEquals("王伟", in.text("name"));
        String header = in.raw().headers().firstValue("set-cookie").orElse("");
        assertTrue(header.contains("HttpOnly") && header.contains("SameSite=Strict"), header);
        assertFalse(in.text("token").isEmpty());
        assertFalse(header.contains(in.text("token")));
    }

    @Test
    void aWrongPinOpensNothing() throws IOException {
        for (String person : new String[] {"op-1", "nobody"}) {
            Answer in = signIn(person, "9999");
            assertEquals(401, in.status());
            assertEquals("", cookie(in));
        }
        assertEquals("false", http.get("/api/v1/session").text("signedIn"));
    }

    @Test
    void whoSignedInAcknowledgesWithAClick() throws IOException {
        station.run(SmallPlan.PRESSURE, 36.0, 2);
        Answer in = signIn("op-1", TestStation.PIN);
        Answer done = http.act("acknowledge", "{'all':true}", "Cookie", cookie(in), "X-Csrf-Token", in.text("token"));
        assertEquals(200, done.status(), done.body()::toString);
    }

    @Test
    void aPageFromElsewhereCanNot() throws IOException {
        Answer in = signIn("op-1", TestStation.PIN);
        for (String token : new String[] {"", "x", in.text("token") + "x"}) {
            Answer forged =
                    http.act("defect", "{'equipment':'P-101','text':'x'}", "Cookie", cookie(in), "X-Csrf-Token", token);
            assertEquals(403, forged.status());
            assertEquals("session.token", forged.text("code"));
        }
        Answer none = http.act("defect", "{'equipment':'P-101','text':'x'}", "X-Csrf-Token", in.text("token"));
        assertEquals(400, none.status());
    }

    @Test
    void aSignatureAsksThePinAgain() throws IOException {
        Answer in = signIn("op-1", TestStation.PIN);
        String[] headers = {"Cookie", cookie(in), "X-Csrf-Token", in.text("token"), "Accept-Language", "en"};
        Answer without = http.act("sign-off", "{}", headers);
        assertEquals(400, without.status());
        assertEquals("pin", without.text("field"));
        assertEquals(401, http.act("sign-off", "{'pin':'0000'}", headers).status());
        assertEquals(200, http.act("sign-off", "{'pin':'1234'}", headers).status());
        assertNull(station.view().state().duty().onDuty().get("op-1"));
    }

    @Test
    void aSessionNeverSpeaksForSomebodyElse() throws IOException {
        Answer in = signIn("op-1", TestStation.PIN);
        Answer other = http.act(
                "defect",
                "{'person':'lead-1','equipment':'P-101','text':'x'}",
                "Cookie",
                cookie(in),
                "X-Csrf-Token",
                in.text("token"));
        assertEquals(400, other.status());
        assertEquals("pin", other.text("field"));
    }

    @Test
    void signingOutEndsIt() throws IOException {
        Answer in = signIn("op-1", TestStation.PIN);
        String[] headers = {"Cookie", cookie(in), "X-Csrf-Token", in.text("token")};
        assertEquals("true", http.get("/api/v1/session", headers).text("signedIn"));
        assertEquals(
                403,
                http.send(http.request("/api/v1/session", "Cookie", cookie(in)).DELETE())
                        .status());
        assertEquals(
                200,
                http.send(http.request("/api/v1/session", headers).DELETE()).status());
        assertEquals("false", http.get("/api/v1/session", headers).text("signedIn"));
        assertEquals(
                400,
                http.act("defect", "{'equipment':'P-101','text':'x'}", headers).status());
    }

    @Test
    void aSecondSignInIsAnotherSession() throws IOException {
        Answer one = signIn("op-1", TestStation.PIN);
        Answer two = signIn("op-1", TestStation.PIN);
        assertNotEquals(cookie(one), cookie(two));
    }

    @Test
    void aRepeatedActIsDoneOnce() throws IOException {
        Answer in = signIn("op-1", TestStation.PIN);
        String[] headers = {"Cookie", cookie(in), "X-Csrf-Token", in.text("token"), "Idempotency-Key", "k-1"};
        String body = "{'equipment':'P-101','text':'leak'}";
        assertEquals(200, http.act("defect", body, headers).status());
        assertEquals(200, http.act("defect", body, headers).status());
        assertEquals(1, station.view().state().rounds().defects().open().size());
        // The key is taken for another act of the same words: its first answer stands.
        String other = "{'equipment':'P-101','text':'noise'}";
        headers[5] = "k-2";
        assertEquals(200, http.act("defect", other, headers).status());
        assertEquals(2, station.view().state().rounds().defects().open().size());
    }

    @Test
    void accidentAndSilenceNeedNoSessionAndNoToken() throws IOException {
        Answer in = signIn("op-1", TestStation.PIN);
        assertEquals(200, http.act("silence", "{}", "Cookie", cookie(in)).status());
        assertEquals(200, http.act("accident", "{'text':'x'}").status());
    }
}
