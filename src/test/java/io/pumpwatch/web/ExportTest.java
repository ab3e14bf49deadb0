package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the tables of a page show, as files. */
@Timeout(60)
class ExportTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    @TempDir
    Path folder;

    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;
    private final HttpClient client = HttpClient.newHttpClient();
    private Http http;

    @BeforeEach
    void start() throws IOException {
        http = served.http();
        station.run(SmallPlan.PRESSURE, 36.0, 2);
        http.act("defect", "{'person':'op-1','pin':'1234','equipment':'P-101','text':'=HYPERLINK(1)'}");
    }

    private HttpResponse<byte[]> get(String query, String... headers) throws IOException, InterruptedException {
        return client.send(http.request("/api/v1/export?" + query, headers).build(), BodyHandlers.ofByteArray());
    }

    private String text(String query, String... headers) throws IOException, InterruptedException {
        return new String(get(query, headers).body(), StandardCharsets.UTF_8);
    }

    private String unzipped(byte[] xlsx) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipFile zip =
                new ZipFile(Files.write(folder.resolve("file.xlsx"), xlsx).toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    /** The file of the API names these types, and no page has another. */
    @Test
    void eachPageComesInEachFormatOfTheOpenApiFile() throws IOException, InterruptedException {
        JsonNode types = JACKSON.readTree(Files.readString(Path.of("src/main/resources/io/pumpwatch/web/openapi.json")))
                .path("paths")
                .path("/api/v1/export")
                .path("get")
                .path("responses")
                .path("200")
                .path("content");
        for (String page : List.of(
                "alarms",
                "rounds",
                "shift",
                "handover",
                "defects",
                "jobs",
                "people",
                "evidence",
                "field",
                "health",
                "trends&tag=PT-101",
                "log",
                "log&kind=duty.")) {
            for (String format : List.of("csv", "xlsx", "jsonl")) {
                HttpResponse<byte[]> answer = get("page=" + page + "&format=" + format);
                assertEquals(200, answer.statusCode(), page);
                String type = answer.headers().firstValue("content-type").orElse("");
                assertTrue(types.has(type.replaceFirst(";.*", "")), type);
                String name = answer.headers().firstValue("content-disposition").orElse("");
                assertTrue(name.endsWith("pumpwatch-" + page.replaceFirst("&.*", "") + "." + format + "\""), name);
            }
        }
        for (String wrong : List.of("page=defects", "page=defects&format=doc", "page=none&format=csv", "format=csv")) {
            assertEquals(400, get(wrong).statusCode(), wrong);
        }
    }

    @Test
    void aFormulaIsATextInEverySpreadsheet() throws IOException, InterruptedException {
        String csv = text("page=defects&format=csv");
        assertTrue(csv.startsWith("\uFEFF") && csv.contains("'=HYPERLINK(1)"), csv);
        assertFalse(csv.contains(",=") || csv.contains("\n="), csv);
        String xlsx = unzipped(get("page=defects&format=xlsx").body());
        assertTrue(xlsx.contains("'=HYPERLINK(1)") || xlsx.contains("&apos;=HYPERLINK(1)"), xlsx);
        assertFalse(xlsx.contains("<f>"), xlsx);
        String lines = text("page=defects&format=jsonl");
        for (String line : lines.lines().toList()) {
            assertTrue(JACKSON.readTree(line).isObject(), line);
        }
        assertTrue(lines.contains("\"=HYPERLINK(1)\""), lines);
    }

    @Test
    void whatIsNoTableOnThePageIsOneInTheFile() throws IOException, InterruptedException {
        String csv = text("page=health&format=csv", "Accept-Language", "en");
        assertTrue(csv.contains("Version,1.2.3"), csv);
        assertFalse(text("page=alarms&format=csv").contains("a consequence"), "guidance is no state of the station");
    }

    /** As the browser follows a link: the language is the one chosen on the pages. */
    @Test
    void filesSpeakTheLanguageOfThePages() throws IOException, InterruptedException {
        assertTrue(text("page=people&format=csv", "Accept-Language", "en").contains("Certificates"));
        String chosen = text("page=people&format=csv", "Accept-Language", "en", "Cookie", "lang=zh");
        assertTrue(chosen.contains("证") && !chosen.contains("Certificates"), chosen);
    }

    @Test
    void aTrendIsWhatItsInstrumentDid() throws IOException, InterruptedException {
        String csv = text("page=trends&tag=PT-101&format=csv", "Accept-Language", "en");
        assertTrue(csv.contains("lowest,highest,last"), csv);
        assertEquals(400, get("page=trends&tag=none&format=csv").statusCode());
    }

    /** Every entry up to now, with the hash by which it can be held to the journal. */
    @Test
    void theLogIsWhole() throws IOException, InterruptedException {
        String lines = text("page=log&format=jsonl");
        assertEquals(station.view().offered().seq() + 1, lines.lines().count(), lines);
        String last = text("page=log&limit=1&format=jsonl", "Accept-Language", "en");
        assertEquals(2, last.lines().count());
        assertTrue(last.contains("before=1-") && last.contains("Hash"), "says that there are older ones: " + last);
    }

    /** The buttons on the pages; those that anybody reads from anywhere have none until they sign in. */
    @Test
    void eachPageHasItsButtons() throws IOException, InterruptedException {
        for (String page : List.of(
                "rounds",
                "shift",
                "handover",
                "defects",
                "jobs",
                "people",
                "evidence",
                "field",
                "health",
                "trends",
                "log")) {
            String html = client.send(http.request("/" + page).build(), BodyHandlers.ofString())
                    .body();
            for (String format : List.of("csv", "xlsx", "jsonl")) {
                assertTrue(html.matches("(?s).*/api/v1/export\\?page=" + page + "[^\"]*format=" + format + ".*"), html);
            }
        }
    }
}
