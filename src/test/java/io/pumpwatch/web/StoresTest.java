package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.web.Http.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is read of the stores: trends, log, evidence, exports, health; and what needn't be sent twice. */
@Timeout(60)
class StoresTest {
    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;
    private final HttpClient client = HttpClient.newHttpClient();
    private Http http;

    @BeforeEach
    void start() {
        http = served.http();
    }

    private HttpResponse<byte[]> raw(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.port() + path));
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void aTrendShowsGapsAsGapsAndSaysTheQuality() throws IOException {
        Answer answer = http.get("/api/v1/history?tag=PT-101&points=100");
        List<?> last = answer.list("last");
        List<?> quality = answer.list("quality");
        int gap = quality.indexOf(null);
        assertTrue(gap > 0 && last.get(gap) == null, answer.body()::toString);
        assertEquals(gap, quality.lastIndexOf(null), "one gap is one row");
        assertEquals(2, quality.get(quality.size() - 1));
        assertTrue(answer.text("limits").contains("PT-101.HH"));
        assertEquals(400, http.get("/api/v1/history?tag=PT-10").status());
        assertEquals("PT-101", http.get("/api/v1/history?tag=PT-10").text("nearest"));
        for (String bad : List.of("&points=0", "&points=99999999", "&from=x", "&from=2030-01-01T00:00:00Z", "&to=-1")) {
            assertEquals(400, http.get("/api/v1/history?tag=PT-101" + bad).status(), bad);
        }
    }

    @Test
    void theLogTurnsItsPagesBackToTheFirstEntry() throws IOException {
        long left = station.view().offered().seq();
        String before = "";
        while (before != null) {
            Answer page = http.get("/api/v1/events?limit=3" + before, "Accept-Language", "en");
            for (Object event : page.list("events")) {
                assertTrue(event.toString().contains("id=1-" + left + ","), event::toString);
                left--;
            }
            Object next = page.body().get("next");
            before = next == null ? null : "&before=" + next;
        }
        assertEquals(0, left);
        assertEquals(400, http.get("/api/v1/events?before=x").status());
        assertEquals(0, http.get("/api/v1/events?kind=none.such").list("events").size());
    }

    @Test
    void evidenceIsWhatTheJournalNamesAndNothingElse() throws IOException, InterruptedException {
        assertTrue(http.get("/api/v1/evidence").text("parts").contains("ring-1.pwh"));
        HttpResponse<byte[]> file = raw("/api/v1/evidence/1/before/ring-1.pwh");
        assertEquals("ring\n", new String(file.body(), StandardCharsets.UTF_8));
        for (String other : List.of("1/before/other", "2/before/ring-1.pwh", "1/before/..%2F..%2Fx", "1/before/a/b")) {
            assertEquals(404, raw("/api/v1/evidence/" + other).statusCode(), other);
        }
    }

    @Test
    void reportsComeAsSpreadsheetsAndTheJournalWithItsChain() throws IOException, InterruptedException {
        String[] chief = {"Cookie", http.cookie("chief-1")};
        HttpResponse<byte[]> month = raw("/api/v1/records?kind=shift&from=2026-10&format=xlsx", chief);
        assertEquals(
                "attachment; filename=\"pumpwatch-shift-2026-10.xlsx\"",
                month.headers().firstValue("content-disposition").orElse(""),
                "two months in one folder are told apart");
        byte[] csv = raw("/api/v1/records?kind=rules&format=csv", chief).body();
        assertEquals((byte) 0xEF, csv[0], "the mark by which spreadsheets know UTF-8");
        byte[] xlsx = raw("/api/v1/records?kind=rules&format=xlsx", chief).body();
        assertEquals("PK", new String(xlsx, 0, 2, StandardCharsets.US_ASCII));
        assertEquals(400, raw("/api/v1/records?kind=rules&format=doc", chief).statusCode());
        String lines = new String(raw("/api/v1/journal.jsonl", chief).body(), StandardCharsets.UTF_8);
        assertEquals(station.view().offered().seq(), lines.lines().count());
        assertTrue(lines.startsWith("{\"line\":\"{"), lines);
    }

    @Test
    void whatIsTheSameIsNotSentTwice() throws IOException, InterruptedException {
        HttpResponse<byte[]> first = raw("/api/v1/people");
        String tag = first.headers().firstValue("etag").orElse("");
        assertEquals(304, raw("/api/v1/people", "If-None-Match", tag).statusCode());
        assertEquals(200, raw("/api/v1/people", "If-None-Match", "\"other\"").statusCode());
        assertEquals(
                304, raw("/api/v1/people", "If-None-Match", "\"other\", " + tag).statusCode());
        HttpResponse<byte[]> any = raw("/api/v1/people", "If-None-Match", "*");
        assertEquals(304, any.statusCode());
        // What was kept on the way stands for this caller's language, and for no other.
        assertEquals(first.headers().firstValue("vary"), any.headers().firstValue("vary"));
        assertTrue(any.headers().firstValue("vary").orElse("").contains("Accept-Language"));
        assertEquals(
                "gzip",
                raw("/api/v1/status", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("content-encoding")
                        .orElse(""));
        assertEquals(
                "",
                raw("/api/v1/status", "Accept-Encoding", "gzip;q=0, identity")
                        .headers()
                        .firstValue("content-encoding")
                        .orElse(""),
                "who can't read it squeezed gets it plain");
    }

    @Test
    void healthSaysWhetherAPersonIsNeeded() throws IOException {
        assertEquals("true", http.get("/api/v1/health").text("ok"));
    }
}
