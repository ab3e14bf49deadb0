package io.pumpwatch.web;

import static io.pumpwatch.web.OpenApiSchemas.ordered;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.AttendancePage;
import io.pumpwatch.api.Commissioned;
import io.pumpwatch.api.Defects;
import io.pumpwatch.api.Done;
import io.pumpwatch.api.Events;
import io.pumpwatch.api.EvidenceList;
import io.pumpwatch.api.FieldPage;
import io.pumpwatch.api.Forms;
import io.pumpwatch.api.HandoverBook;
import io.pumpwatch.api.Health;
import io.pumpwatch.api.Jobs;
import io.pumpwatch.api.Papers;
import io.pumpwatch.api.People;
import io.pumpwatch.api.Problem;
import io.pumpwatch.api.Records;
import io.pumpwatch.api.Remarks;
import io.pumpwatch.api.RosterPage;
import io.pumpwatch.api.SessionInfo;
import io.pumpwatch.api.Sheets;
import io.pumpwatch.api.ShiftPage;
import io.pumpwatch.api.Status;
import io.pumpwatch.api.StreamEntry;
import io.pumpwatch.api.StreamReset;
import io.pumpwatch.api.Trend;
import io.pumpwatch.api.Visitors;
import io.pumpwatch.api.WorkItems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the OpenAPI file out of the records, acts and addresses, so that it can't tell of others. */
final class OpenApiFile {
    /** What each address answers. */
    static final Map<String, Class<?>> ANSWERS = answers();

    private static final Set<String> NUMBERS =
            Set.of("minutes", "value", "defect", "job", "days", "mg", "number", "seconds");
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Set<String> FLAGS = Set.of("all", "correct", "sober", "rested", "tidy");
    private static final Set<String> TEXT_LISTS =
            Set.of("points", "gear", "counts", "people", "roles", "risks", "measures");
    private static final Set<String> NUMBER_LISTS = Set.of("found", "left");

    private final OpenApiSchemas schemas = new OpenApiSchemas();

    private static Map<String, Class<?>> answers() {
        Map<String, Class<?>> all = new LinkedHashMap<>();
        all.put("status", Status.class);
        all.put("alarms?all", AlarmList.class);
        all.put("people", People.class);
        all.put("shift", ShiftPage.class);
        all.put("roster?from,days", RosterPage.class);
        all.put("attendance?from,days", AttendancePage.class);
        all.put("papers", Papers.class);
        all.put("remarks", Remarks.class);
        all.put("visitors", Visitors.class);
        all.put("handover", HandoverBook.class);
        all.put("sheets?id", Sheets.class);
        all.put("defects", Defects.class);
        all.put("jobs", Jobs.class);
        all.put("work", WorkItems.class);
        all.put("commissioned", Commissioned.class);
        all.put("records?kind,from,to,format", Records.class);
        all.put("forms?name", Forms.class);
        all.put("history?tag,from,to,points", Trend.class);
        all.put("events?before,limit,kind", Events.class);
        all.put("evidence", EvidenceList.class);
        all.put("health", Health.class);
        all.put("field", FieldPage.class);
        return all;
    }

    /** The whole file. */
    String text() throws IOException {
        Map<String, Object> paths = new TreeMap<>();
        ANSWERS.forEach((page, type) -> paths.put(
                "/api/v1/" + page.replaceFirst("\\?.*", ""),
                Map.of("get", get("What " + type.getSimpleName() + " tells", page, json(schemas.reference(type))))));
        paths.put("/api/v1/openapi.json", Map.of("get", get("This file", "", json(ordered("type", "object")))));
        paths.put(
                "/api/v1/journal.jsonl",
                Map.of(
                        "get",
                        get("Entries with their chain", "?after", content("application/x-ndjson", text("lines")))));
        paths.put(
                "/api/v1/export",
                Map.of(
                        "get",
                        get(
                                "Tables of a page as a file",
                                "?page,format,tag,from,to,points,kind,before,limit",
                                file())));
        paths.put("/api/v1/evidence/{accident}/{part}/{file}", Map.of("get", evidence()));
        paths.put("/api/v1/stream", Map.of("get", stream()));
        paths.put("/api/v1/session", session());
        Verbs.all().forEach((name, verb) -> paths.put("/api/v1/acts/" + name, Map.of("post", act(verb))));
        schemas.reference(StreamEntry.class);
        schemas.reference(StreamReset.class);
        Map<String, Object> file = ordered(
                "openapi",
                "3.1.0",
                "info",
                ordered(
                        "title",
                        "pumpwatch",
                        "version",
                        "1",
                        "description",
                        "The one API of pages, console and command line. Words: docs/formats/http.md."),
                "servers",
                List.of(ordered("url", "http://127.0.0.1:8460")),
                "paths",
                paths,
                "components",
                ordered("schemas", schemas.all()));
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(file) + "\n";
    }

    private Map<String, Object> responses(String status, Object answer) {
        Map<String, Object> problem = content("application/problem+json", schemas.reference(Problem.class));
        problem.put("description", "Why not, in words (RFC 9457)");
        return ordered(status, answer, "default", problem);
    }

    private static Map<String, Object> json(Object schema) {
        return content("application/json", schema);
    }

    private static Map<String, Object> text(String about) {
        return ordered("type", "string", "description", about);
    }

    private static Map<String, Object> content(String type, Object schema) {
        return ordered("description", "The answer", "content", ordered(type, ordered("schema", schema)));
    }

    private Map<String, Object> get(String summary, String page, Object answer) {
        List<Object> parameters = new ArrayList<>();
        int query = page.indexOf('?');
        for (String name : query < 0 ? new String[0] : page.substring(query + 1).split(",", -1)) {
            parameters.add(ordered("name", name, "in", "query", "schema", ordered("type", "string")));
        }
        return ordered("summary", summary, "parameters", parameters, "responses", responses("200", answer));
    }

    private static Map<String, Object> file() {
        Map<String, Object> types = new LinkedHashMap<>();
        for (String type : List.of("text/csv", XLSX, "application/x-ndjson")) {
            types.put(type, ordered("schema", ordered("type", "string")));
        }
        return ordered("description", "The file", "content", types);
    }

    private Map<String, Object> evidence() {
        List<Object> parameters = new ArrayList<>();
        for (String name : List.of("accident", "part", "file")) {
            parameters.add(ordered("name", name, "in", "path", "required", true, "schema", ordered("type", "string")));
        }
        return ordered(
                "summary",
                "Frozen readings",
                "parameters",
                parameters,
                "responses",
                responses("200", content("application/octet-stream", ordered("type", "string"))));
    }

    private Map<String, Object> stream() {
        Map<String, Object> get = get(
                "The live state as server-sent events", "?lastEventId", content("text/event-stream", text("events")));
        return get;
    }

    private Map<String, Object> session() {
        Object info = json(schemas.reference(SessionInfo.class));
        Map<String, Object> body = ordered(
                "type",
                "object",
                "properties",
                ordered("person", ordered("type", "string"), "pin", ordered("type", "string")),
                "required",
                List.of("person", "pin"),
                "additionalProperties",
                false);
        return ordered(
                "get",
                ordered("summary", "Who has signed in", "responses", responses("200", info)),
                "post",
                ordered(
                        "summary",
                        "Signs in",
                        "requestBody",
                        ordered("required", true, "content", ordered("application/json", ordered("schema", body))),
                        "responses",
                        responses("200", info)),
                "delete",
                ordered("summary", "Signs out", "responses", responses("200", info)));
    }

    private Map<String, Object> act(Verb verb) {
        Map<String, Object> properties = new LinkedHashMap<>();
        verb.known().stream().sorted().forEach(name -> properties.put(name, field(verb, name)));
        Map<String, Object> body = ordered(
                "type",
                "object",
                "properties",
                properties,
                "required",
                verb.required().stream().sorted().toList(),
                "additionalProperties",
                false);
        return ordered(
                "summary",
                verb.sessionIsEnough() ? "An act" : "A signature: asks the PIN again",
                "requestBody",
                ordered("required", false, "content", ordered("application/json", ordered("schema", body))),
                "responses",
                responses("200", json(schemas.reference(Done.class))));
    }

    private static Map<String, Object> field(Verb verb, String name) {
        if (name.equals("item") && verb.name().startsWith("sheet")) {
            return ordered("type", List.of("string", "integer"));
        }
        if (NUMBERS.contains(name)
                && !(name.equals("number") && verb.optional().contains("number"))
                && !(verb.name().equals("certificate") && name.equals("number"))) {
            return ordered("type", "number");
        }
        if (name.equals("item")) {
            return ordered("type", "integer");
        }
        if (FLAGS.contains(name)) {
            return ordered("type", "boolean");
        }
        if (TEXT_LISTS.contains(name)) {
            return ordered("type", "array", "items", ordered("type", "string"));
        }
        return NUMBER_LISTS.contains(name)
                ? ordered("type", "array", "items", ordered("type", "number"))
                : ordered("type", "string");
    }
}
