package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.web.Http.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may read records and reports (domain.md, "Who may do what"), on the station's own machine too. */
@Timeout(60)
class ReadingTest {
    @RegisterExtension
    final Served served = new Served();

    private Http http;

    @BeforeEach
    void start() {
        http = served.http();
    }

    private int status(String path, String cookie) throws IOException {
        return http.send(http.request("/api/v1/" + path, "Cookie", cookie).method("HEAD", BodyPublishers.noBody()))
                .status();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            records?kind=shift      |     | 401
            attendance              |     | 401
            journal.jsonl           |     | 401
            records?kind=shift      | op  | 200
            records?kind=attendance | op  | 200
            attendance              | op  | 200
            records?kind=rules      | op  | 403
            records?kind=day        | op  | 403
            records?kind=jobs       | op  | 403
            records?kind=none       | op  | 400
            journal.jsonl           | op  | 403
            records?kind=jobs       | fit | 200
            records?kind=shift      | fit | 403
            attendance              | fit | 200
            records?kind=rules      | tech| 200
            records?kind=summary    | lead| 200
            journal.jsonl           | lead| 200
            records?kind=jobs       | chief| 200
            """)
    void whatIsReadDependsOnWhoReads(String path, String who, int status) throws IOException {
        assertEquals(status, status(path, who == null ? "" : http.cookie(who + "-1")));
    }

    @Test
    void aRefusalSaysWhatMayBeRead() throws IOException {
        String operator = http.cookie("op-1");
        Answer answer = http.get("/api/v1/records?kind=summary", "Cookie", operator, "Accept-Language", "en");
        assertEquals("records.scope", answer.text("code"));
        assertTrue(answer.text("detail").contains("Shift record, Handovers, Trip reports, Events"), answer::toString);
        String page = http.page("/records/summary", "Cookie", operator, "Accept-Language", "zh");
        assertTrue(page.contains("您无权查阅此报表") && page.contains("值班记录"), page);
    }

    @Test
    void onlyWhatMayBeReadIsOffered() throws IOException {
        String fitter = http.page("/records", "Cookie", http.cookie("fit-1"));
        assertTrue(fitter.contains("href=\"/records/jobs\"") && !fitter.contains("href=\"/records/rules\""), fitter);
        String chief = http.page("/records", "Cookie", http.cookie("chief-1"));
        assertTrue(chief.contains("href=\"/records/rules\""), chief);
        for (String page : List.of("/log", "/records/shift")) {
            assertTrue(http.page(page, "Cookie", http.cookie("chief-1")).contains("journal.jsonl"), page);
            assertFalse(http.page(page, "Cookie", http.cookie("op-1")).contains("journal.jsonl"), page);
        }
    }

    /** Who comes to a report without having signed in signs in and then reads it. */
    @Test
    void aReportWaitsForSomebodyToSignIn() throws IOException {
        for (String page : List.of("/records/shift?from=2026-11", "/attendance")) {
            assertEquals("/sign-in?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8), http.location(page), page);
        }
        assertEquals("", http.location("/records"));
    }

    @Test
    void attendanceIsOnesOwn() throws IOException {
        String roster = "{'person':'chief-1','pin':'1234','shift':'day','from':'2026-11-23','days':1,"
                + "'people':['op-1','lead-1']}";
        assertEquals(200, http.act("roster-set", roster).status());
        assertEquals(List.of("op-1"), people(http.cookie("op-1")));
        assertEquals(List.of(), people(http.cookie("fit-1")));
        assertEquals(List.of("lead-1", "op-1"), people(http.cookie("chief-1")));
    }

    private List<String> people(String cookie) throws IOException {
        return http.get("/api/v1/attendance?from=2026-11-23&days=1", "Cookie", cookie).list("rows").stream()
                .map(row -> row.toString().replaceFirst(".*person=([^,]+),.*", "$1"))
                .distinct()
                .sorted()
                .toList();
    }
}
