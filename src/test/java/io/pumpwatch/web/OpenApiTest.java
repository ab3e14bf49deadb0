package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.pumpwatch.web.Http.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The OpenAPI file tells of every address and every answer, and of no other. */
@Timeout(120)
class OpenApiTest {
    private static final Path FILE = Path.of("src/main/resources/io/pumpwatch/web/openapi.json");
    private static final ObjectMapper JACKSON = new ObjectMapper();

    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;
    private Http http;
    private JsonNode file;

    @BeforeEach
    void start() throws IOException {
        http = served.http();
        file = JACKSON.readTree(Files.readString(FILE));
    }

    @Test
    void itIsWhatTheRecordsAndActsSay() throws IOException {
        String now = new OpenApiFile().text();
        if (Boolean.getBoolean("pumpwatch.write")) {
            Files.writeString(FILE, now);
        }
        assertEquals(now, Files.readString(FILE), "write it anew with -Dpumpwatch.write=true");
    }

    @Test
    void itIsServed() throws IOException {
        assertEquals("3.1.0", http.get("/api/v1/openapi.json").text("openapi"));
    }

    /** Both ways: no address is missing in the file, and the file has none that isn't there. */
    @Test
    void itHasEveryAddressAndNoOther() throws IOException {
        Set<String> there = new TreeSet<>();
        Routes.pages().forEach(page -> there.add(Routes.BASE + page));
        Verbs.all().keySet().forEach(verb -> there.add(Routes.ACTS + verb));
        there.add(Routes.BASE + LiveStream.PAGE);
        there.add(Routes.BASE + SessionRoute.PAGE);
        there.add(Routes.BASE + ChainExport.PAGE);
        there.add(Routes.BASE + "evidence/{accident}/{part}/{file}");
        Set<String> told = new TreeSet<>();
        file.path("paths").fieldNames().forEachRemaining(told::add);
        assertEquals(there, told);
        for (String path : told) {
            JsonNode path1 = file.path("paths").path(path);
            boolean post = path.startsWith(Routes.ACTS);
            assertTrue(path1.has(post ? "post" : "get"), path);
        }
    }

    private JsonSchema schema(JsonNode of) {
        ObjectNode root = JACKSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.set("components", file.path("components"));
        root.setAll((ObjectNode) of);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
    }

    private JsonNode answerOf(String path, String method, String status, String type) {
        return file.path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(status)
                .path("content")
                .path(type)
                .path("schema");
    }

    private List<String> faults(String path, String method, Answer answer) throws IOException {
        boolean good = answer.status() < 400;
        JsonNode schema = answerOf(
                path, method, good ? "200" : "default", good ? "application/json" : "application/problem+json");
        if (schema.isMissingNode()) {
            return List.of(path + " has no schema for " + answer.status());
        }
        List<String> faults = new ArrayList<>();
        schema(schema)
                .validate(JACKSON.readTree(answer.raw().body()))
                .forEach(each -> faults.add(path + " " + answer.status() + ": " + each.getMessage()));
        return faults;
    }

    @Test
    void everyAnswerIsAsItSays() throws IOException {
        station.run(SmallPlan.PRESSURE, 36.0, 2);
        http.act("defect", "{'person':'op-1','pin':'1234','equipment':'P-101','text':'leak'}");
        http.act("sheet-start", "{'person':'op-1','pin':'1234','sheet':'round'}");
        http.act(
                "sheet-item",
                "{'person':'op-1','pin':'1234','sheet':'round','item':1,'verdict':'abnormal','text':'x'}");
        http.act("job-open", "{'person':'fit-1','pin':'1234','kind':'overhaul','pump':'P-101','text':'x'}");
        http.act("shelve", "{'person':'lead-1','pin':'1234','point':'LT-301.HH','reason':'x','minutes':30}");
        http.act("accident", "{'text':'x'}");
        http.act("handover-draft", "{'person':'op-1','pin':'1234'}");
        List<String> faults = new ArrayList<>();
        String chief = http.cookie("chief-1");
        for (String page : OpenApiFile.ANSWERS.keySet()) {
            String path = Routes.BASE + page.replaceFirst("\\?.*", "");
            String query = page.startsWith("history") ? "?tag=PT-101" : page.startsWith("records") ? "?kind=rules" : "";
            for (String lang : List.of("en", "zh")) {
                Answer answer = http.get(path + query, "Accept-Language", lang, "Cookie", chief);
                assertEquals(200, answer.status(), path);
                faults.addAll(faults(path, "get", answer));
            }
        }
        faults.addAll(faults("/api/v1/alarms", "get", http.get("/api/v1/alarms?all=true")));
        for (String who : List.of("", chief, http.cookie("op-1"))) {
            String kind = who.equals(chief) ? "none" : "rules";
            faults.addAll(faults("/api/v1/records", "get", http.get("/api/v1/records?kind=" + kind, "Cookie", who)));
        }
        faults.addAll(faults("/api/v1/history", "get", http.get("/api/v1/history?tag=none")));
        faults.addAll(faults("/api/v1/export", "get", http.get("/api/v1/export?page=none&format=csv")));
        faults.addAll(faults("/api/v1/session", "get", http.get("/api/v1/session")));
        faults.addAll(faults(
                "/api/v1/acts/acknowledge",
                "post",
                http.act("acknowledge", "{'person':'op-1','pin':'1234','all':true}")));
        assertEquals(List.of(), faults);
    }

    /** Every act refuses an empty or strange body in the words that the file tells of. */
    @Test
    void everyActAnswersAsItSays() throws IOException {
        List<String> faults = new ArrayList<>();
        for (String verb : Verbs.all().keySet()) {
            for (String body : List.of("{}", "{'nonsense':1}", "[]", "{'person':'op-1','pin':'9999'}")) {
                faults.addAll(faults(Routes.ACTS + verb, "post", http.act(verb, body)));
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void aWrongTypeIsFound() throws IOException {
        JsonNode schema = answerOf("/api/v1/status", "get", "200", "application/json");
        String good = http.get("/api/v1/status").raw().body();
        assertTrue(schema(schema).validate(JACKSON.readTree(good)).isEmpty());
        for (String wrong : List.of(
                good.replaceFirst("\"boot\":[0-9]+", "\"boot\":\"1\""),
                good.replaceFirst("\"horn\":\"[a-z]+\"", "\"horn\":1"),
                good.replaceFirst("\"horn\":\"[a-z]+\",", ""),
                good.replaceFirst("\"horn\"", "\"more\":1,\"horn\""),
                good.replaceFirst("\"running\":(true|false)", "\"running\":null"))) {
            assertFalse(wrong.equals(good));
            assertFalse(schema(schema).validate(JACKSON.readTree(wrong)).isEmpty(), wrong);
        }
    }
}
