package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words that say what to do next name what the reader has in front of them. */
class ReaderTest {
    /** What only the command line itself, the demo and paper forms say. */
    private static final List<String> ELSEWHERE = List.of("cli.", "demo", "paper-form.");

    /** A command or an option of one. */
    private static final Pattern COMMAND = Pattern.compile("pumpwatch |--[a-z]");

    private WebServer server;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        server = WebServer.start(new WebSettings("127.0.0.1", 0), new TestStation(true), "1.2.3");
        http = new Http(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCommandIsNamedOnlyToWhoSitsAtTheCommandLine() {
        int seen = 0;
        for (Lang lang : Lang.values()) {
            Words words = Words.of(lang);
            for (String key : ResourceBundle.getBundle("io.pumpwatch.station.words", lang.locale())
                    .keySet()) {
                boolean elsewhere = ELSEWHERE.stream().anyMatch(key::startsWith);
                if (!elsewhere && COMMAND.matcher(words.say(key)).find()) {
                    seen++;
                    for (Reader reader : List.of(Reader.CONSOLE, Reader.PAGE)) {
                        String said = reader.say(words, key, Map.of());
                        assertFalse(COMMAND.matcher(said).find(), () -> lang + " " + key + " " + reader + ": " + said);
                    }
                }
            }
        }
        assertTrue(seen > 60, "the words still name commands to those who type them");
    }

    @Test
    void aRefusalNamesTheKeyTheButtonOrTheCommand() throws IOException {
        String body = "{'person':'fit-1','pin':'1234','job':9}";
        for (Map.Entry<String, String> each : Map.of(
                        "", "pumpwatch job list", "console", "key 5", "page", "the page Maintenance jobs")
                .entrySet()) {
            String detail = http.act("job-join", body, "Pumpwatch-Reader", each.getKey())
                    .text("detail");
            assertTrue(detail.contains(each.getValue()), detail);
        }
    }

    @Test
    void aFieldIsCalledAsTheFormCallsIt() throws IOException {
        String body = "{'person':'op-1','pin':'1234','sort':'attendance','text':'x','from':'2026-11-22T08:00'}";
        assertTrue(http.act("type-in", body).text("detail").contains("\"of\""));
        String page = http.act("type-in", body, "Pumpwatch-Reader", "page", "Accept-Language", "en")
                .text("detail");
        assertTrue(page.contains("Person (id) it is about") && !page.contains("\"of\""), page);
    }

    @Test
    void theHandoverSaysWhatIsNextInTheReadersWords() throws IOException, InterruptedException {
        assertTrue(http.get("/api/v1/handover").text("next").contains("pumpwatch handover draft"));
        assertTrue(http.get("/api/v1/handover", "Pumpwatch-Reader", "console")
                .text("next")
                .endsWith("key d."));
        HttpRequest asked =
                http.request("/handover", "Accept-Language", "zh").GET().build();
        String page = HttpClient.newHttpClient()
                .send(asked, HttpResponse.BodyHandlers.ofString())
                .body();
        assertTrue(page.contains("下面的表单") && !page.contains("pumpwatch handover"), page);
        assertEquals(Reader.LINE, Reader.named("anything else"));
    }
}
