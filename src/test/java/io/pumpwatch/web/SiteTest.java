package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages without a browser: each is there in both languages, whole, safe and small. */
@Timeout(60)
class SiteTest {
    /** First paint of the live board, squeezed, with all that it loads. */
    private static final int BOARD_BYTES_MAX = 100 * 1024;

    /** Every page, by addresses that the menu and the pages lead to. */
    static final List<String> PAGES = List.of(
            "/",
            "/alarms",
            "/rounds",
            "/rounds/round",
            "/shift",
            "/handover",
            "/defects",
            "/jobs",
            "/attendance",
            "/records",
            "/records/shift",
            "/records/day",
            "/records/handover",
            "/records/summary",
            "/records/rules",
            "/records/attendance",
            "/records/capacity",
            "/records/trip",
            "/records/events",
            "/records/day?from=2026-11-22&to=2026-11-23",
            "/forms/round",
            "/trends",
            "/trends?tag=PT-101",
            "/people",
            "/evidence",
            "/field",
            "/health",
            "/log",
            "/log?kind=alarm.",
            "/sign-in");

    private static final Pattern REF = Pattern.compile(" (?:href|src)=\"([^\"]+)\"");

    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        station.run(SmallPlan.PRESSURE, 36.0, 2);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.port() + path));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    @Test
    void everyPageIsThereInBothLanguages() throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        String chief = served.http().cookie("chief-1");
        for (String lang : List.of("en", "zh")) {
            for (String page : PAGES) {
                HttpResponse<String> answer = get(page, "Accept-Language", lang, "Cookie", chief);
                String html = answer.body();
                if (answer.statusCode() != 200 || !html.contains("<html lang=\"" + lang + "\"")) {
                    faults.add(page + " in " + lang + ": " + answer.statusCode() + " " + html);
                }
                Matcher key = Pattern.compile("\\bpage\\.[a-zA-Z.-]+|\\{[a-z]+}|\\brole\\.[a-z]")
                        .matcher(html);
                while (key.find()) {
                    faults.add(page + " in " + lang + " shows " + key.group());
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void noPageRunsOrShowsWhatIsNotOurs() throws IOException, InterruptedException {
        String chief = served.http().cookie("chief-1");
        for (String page : PAGES) {
            HttpResponse<String> answer = get(page, "Cookie", chief);
            String policy =
                    answer.headers().firstValue("content-security-policy").orElse("");
            assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe"), policy);
            String html = answer.body();
            assertFalse(html.contains("<style") || html.contains(" style=") || html.contains(" onclick="), page);
            assertFalse(Pattern.compile("<script(?![^>]*src=)").matcher(html).find(), page);
            assertFalse(
                    Pattern.compile("(?:src|href)=\"(?:https?:)?//")
                            .matcher(html)
                            .find(),
                    page);
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException, InterruptedException {
        Set<String> links = new TreeSet<>();
        String chief = served.http().cookie("chief-1");
        for (String page : PAGES) {
            Matcher ref = REF.matcher(get(page, "Cookie", chief).body());
            while (ref.find()) {
                links.add(ref.group(1).replace("&amp;", "&"));
            }
        }
        assertTrue(links.size() > 30, links::toString);
        for (String link : links) {
            if (link.startsWith("/")) {
                int status = get(link.replaceFirst("#.*", ""), "Cookie", chief).statusCode();
                assertTrue(status == 200 || status == 303, link + " answers " + status);
            }
        }
    }

    @Test
    void whatPeopleWriteIsTextAndNeverMarkup() throws IOException, InterruptedException {
        String evil = "<script>alert(1)</script>\"'><img src=x>";
        served.http()
                .act(
                        "defect",
                        "{'person':'op-1','pin':'1234','equipment':'P-101','text':'"
                                + evil.replace("\"", "\\\"").replace("'", "’") + "'}");
        String html = get("/defects").body();
        assertTrue(html.contains("&lt;script>") || html.contains("&lt;script&gt;"), html);
        assertFalse(html.contains("<script>alert"), html);
        assertFalse(get("/trends?tag=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
                .body()
                .contains("<script>alert"));
        assertFalse(
                get("/records/rules?from=%22%3E%3Cb%3E", "Cookie", served.http().cookie("chief-1"))
                        .body()
                        .contains("\"><b>"));
    }

    @Test
    void theLanguageIsKeptAndTheWayBackIsOurs() throws IOException, InterruptedException {
        HttpResponse<String> zh = get("/lang/zh?to=/alarms");
        assertEquals(303, zh.statusCode());
        assertEquals("/alarms", zh.headers().firstValue("location").orElse(""));
        String cookie = zh.headers().firstValue("set-cookie").orElse("").split(";", -1)[0];
        assertTrue(get("/", "Cookie", cookie, "Accept-Language", "en").body().contains("lang=\"zh\""));
        for (String away : List.of("//elsewhere.example", "https://elsewhere.example", "/%5Celsewhere", "x")) {
            assertEquals(
                    "/",
                    get("/lang/en?to=" + away).headers().firstValue("location").orElse(""),
                    away);
        }
    }

    /** The page that is read stays the page that is read, whatever it was asked with. */
    @Test
    void theOtherLanguageKeepsThePlace() throws IOException, InterruptedException {
        String here = "/log?kind=alarm.&limit=5";
        String html = get(here, "Accept-Language", "en").body();
        for (String way : List.of("/lang/zh\\?to=", "/sign-in\\?to=")) {
            Matcher link = Pattern.compile("href=\"(" + way + "[^\"]+)\"").matcher(html);
            assertTrue(link.find(), way);
            String to = link.group(1).replace("&amp;", "&");
            assertEquals(here, URLDecoder.decode(to.substring(to.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        HttpResponse<String> chosen = get("/lang/zh?to=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
        assertEquals(here, chosen.headers().firstValue("location").orElse(""));
    }

    /** Nobody who types an address by hand should read JSON. */
    @Test
    void whoAsksWithABrowserForWhatIsNotThereReadsWords() throws IOException, InterruptedException {
        for (String path : List.of("/nowhere/%3Cscript%3E", "/rounds/none", "/log?before=x")) {
            HttpResponse<String> answer = get(path, "Accept", "text/html,*/*", "Accept-Language", "zh");
            assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path);
            assertTrue(answer.headers().firstValue("content-type").orElse("").startsWith("text/html"), path);
            String html = answer.body();
            assertTrue(html.contains("<html lang=\"zh\">") && html.contains("href=\"/\""), html);
            assertFalse(html.contains("<script>"), html);
        }
        String api = get("/api/v1/none", "Accept", "text/html")
                .headers()
                .firstValue("content-type")
                .orElse("");
        assertTrue(api.startsWith("application/problem+json"), api);
    }

    @Test
    void peopleAreOfferedWhereOneIsAskedFor() throws IOException, InterruptedException {
        String html = get("/handover").body();
        assertTrue(html.contains("<option value=\"op-1\">王伟</option>"), html);
        assertTrue(html.contains("list=\"people\""), html);
    }

    @Test
    void whoSignsOnTicksEachPieceOfGear() throws IOException, InterruptedException {
        String page = get("/shift", "Accept-Language", "zh").body();
        for (String item : List.of("helmet", "gloves")) {
            assertTrue(page.contains("name=\"gear\" value=\"" + item + "\" data-type=\"list\""), page);
        }
        assertTrue(page.contains("安全帽") && !page.contains("value=\"all\""), page);
    }

    @Test
    void theBoardIsSmall() throws IOException, InterruptedException {
        int bytes = 0;
        for (String path : List.of("/", "/s/app.js", "/s/app.css", "/s/icon.svg")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.port() + path))
                    .header("Accept-Encoding", "gzip")
                    .build();
            bytes += client.send(request, BodyHandlers.ofByteArray()).body().length;
        }
        assertTrue(bytes < BOARD_BYTES_MAX, "the board takes " + bytes + " bytes");
    }

    @Test
    void whatIsNoPageIsSaidSo() throws IOException, InterruptedException {
        String chief = served.http().cookie("chief-1");
        for (String path : List.of("/rounds/none", "/records/none", "/s/none.js", "/s/../openapi.json", "/nowhere")) {
            assertEquals(404, get(path, "Cookie", chief).statusCode(), path);
        }
        assertEquals(200, get("/records/rules?from=2026-13", "Cookie", chief).statusCode());
    }

    @Test
    void aTripIsSaidOnceForEachPumpThatItStops() throws IOException, InterruptedException {
        station.run(SmallPlan.PRESSURE, 41, 1);
        String board = get("/").body();
        String pumps = board.substring(board.indexOf("id=\"b-pumps\""));
        String row = pumps.substring(pumps.indexOf("P-101"), pumps.indexOf("</tr>", pumps.indexOf("P-101")));
        assertEquals(2, row.split("PT-101\\.TRIP", -1).length, row);
    }
}
