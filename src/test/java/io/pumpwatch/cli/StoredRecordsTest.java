package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.journal.Draft;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.journal.JournalSettings;
import io.pumpwatch.journal.Keeper;
import io.pumpwatch.journal.StateText;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.view.records.Reports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code records --data}: reports of a journal that no agent writes. */
class StoredRecordsTest extends ClientRig {
    /** The fitter's words would run in a spreadsheet that is careless. */
    private static final String FORMULA = "=1+1";

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void store() throws IOException {
        data = folder.resolve("data");
        Files.createDirectories(data);
        String toml = Files.readString(Path.of("config/emulsion.toml"));
        List<Draft> drafts = new ArrayList<>();
        drafts.add(draft("agent.started", Map.of("version", "1", "boot", 1), "2026-03-04T00:00:00Z"));
        int part = 0;
        for (int from = 0; from < toml.length(); from += 8_000) {
            String text = toml.substring(from, Math.min(toml.length(), from + 8_000));
            Map<String, Object> body = Map.of("sha256", "ab", "part", ++part, "text", text);
            drafts.add(draft("agent.config-text", body, "2026-03-04T00:00:00Z"));
        }
        drafts.add(
                draft("agent.config-loaded", Map.of("sha256", "ab", "file", "emulsion.toml"), "2026-03-04T00:00:00Z"));
        drafts.add(draft(
                "rounds.defect-found",
                Map.of("defect", 1, "equipment", "P-101", "words", FORMULA, "by", "fit-1"),
                "2026-03-05T01:00:00Z"));
        drafts.add(draft("agent.stopped", Map.of("why", "asked"), "2026-03-06T01:00:00Z"));
        try (Keeper keeper = Keeper.lockStep(Journal.open(data.resolve("journal"), JournalSettings.STANDARD))) {
            for (Draft draft : drafts) {
                keeper.offer(draft.stamp(), List.of(draft), () -> new StateText(1, "{}"));
            }
        }
    }

    private static Draft draft(String kind, Map<String, Object> body, String utc) throws IOException {
        long utcMs = Instant.parse(utc).toEpochMilli();
        Stamp at = new Stamp(1, utcMs, utcMs - 1_700_000_000_000L, ClockTrust.NTP);
        return new Draft(kind, 1, JSON.std.asString(body), at);
    }

    private int records(Lang lang, String... more) {
        List<String> line = new ArrayList<>(List.of("records"));
        line.addAll(Arrays.asList(more));
        line.addAll(List.of("--data", data.toString()));
        return run(lang, line.toArray(String[]::new));
    }

    @Test
    void aStoppedStoreGivesItsRecordsInBothLanguages() {
        assertEquals(0, records(Lang.EN, "events"), () -> err.toString());
        // Without --from it is the year of the last entry, not of today.
        assertTrue(out.toString().contains("2026-01-01"), () -> out.toString());
        assertTrue(out.toString().contains("2026-12-31"), () -> out.toString());
        // To the last entry, 01:00 UTC of 6 March, at the station's own time.
        assertTrue(out.toString().contains("2026-03-06 09:00"), () -> out.toString());
        assertTrue(out.toString().contains("P-101"), () -> out.toString());
        String english = out.toString();
        assertEquals(0, records(Lang.ZH, "events"), () -> err.toString());
        assertTrue(out.toString().contains("P-101"), () -> out.toString());
        assertFalse(english.contentEquals(out.getBuffer()));
        assertEquals(0, records(Lang.EN, "day"), () -> err.toString());
        assertTrue(out.toString().contains("2026-03-06"), () -> "the last day of the store: " + out);
    }

    @Test
    void anHourWithoutAnAgentHasNoPumpHoursOnTheRunningSheet() throws IOException {
        // The agent started at 08:00 of the station's clock.
        assertEquals(0, records(Lang.EN, "day", "--from", "2026-03-04", "--to", "2026-03-04", "--format", "csv"));
        List<String> lines = out.toString().lines().toList();
        int pump = List.of(lines.stream()
                        .filter(line -> line.contains("P-101 h"))
                        .findFirst()
                        .orElseThrow()
                        .split(",", -1))
                .indexOf("P-101 h");
        Map<String, String> hours = new HashMap<>();
        lines.stream()
                .filter(line -> line.startsWith("2026-03-04 ") && line.split(",", -1).length > pump)
                .forEach(line -> hours.putIfAbsent(line.substring(11, 16), line.split(",", -1)[pump]));
        assertEquals("", hours.get("07:00"), lines::toString);
        assertEquals("0.00", hours.get("08:00"), lines::toString);
    }

    @Test
    void eachFormatIsWhatItSaysAndFormulasAreTexts() throws IOException {
        assertEquals(0, records(Lang.EN, "summary", "--format", "json"));
        assertEquals("summary", JSON.std.mapFrom(out.toString()).get("kind"));
        assertEquals(0, records(Lang.ZH, "summary", "--format", "csv"));
        assertTrue(out.toString().startsWith("\uFEFF"), "no byte order mark");
        assertTrue(out.toString().contains("'" + FORMULA), () -> out.toString());
        assertFalse(out.toString().contains("," + FORMULA), () -> out.toString());
        Path book = folder.resolve("year.xlsx");
        assertEquals(0, records(Lang.EN, "summary", "--format", "xlsx", "--out", book.toString()));
        byte[] head = Arrays.copyOf(Files.readAllBytes(book), 2);
        assertArrayEquals("PK".getBytes(StandardCharsets.US_ASCII), head);
    }

    @Test
    void everyReportComesInEveryFormatAndBothLanguages() throws IOException {
        for (String kind : Reports.names()) {
            for (Lang lang : Lang.values()) {
                String name = kind + " " + lang;
                assertEquals(0, records(lang, kind, "--from", "2026-03-05"), () -> name + ": " + err);
                boolean chinese = out.toString().codePoints().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF);
                assertEquals(lang == Lang.ZH, chinese, () -> name + ": " + out);
                assertEquals(0, records(lang, kind, "--from", "2026-03-05", "--format", "json"), name);
                assertEquals(kind, JSON.std.mapFrom(out.toString()).get("kind"));
                assertEquals(0, records(lang, kind, "--from", "2026-03-05", "--format", "csv"), name);
                assertTrue(out.toString().startsWith("\uFEFF"), name);
                Path book = folder.resolve(kind + lang + ".xlsx");
                String to = book.toString();
                assertEquals(0, records(lang, kind, "--from", "2026-03-05", "--format", "xlsx", "--out", to), name);
                assertArrayEquals("PK".getBytes(StandardCharsets.US_ASCII), Arrays.copyOf(Files.readAllBytes(book), 2));
            }
        }
    }

    @Test
    void whatCanNotBeGivenIsSaidInWords() {
        speaks("""
                records nothing --data %1$s              | 2 | There is no report "nothing" | 没有报表 "nothing"
                records day --from 2026-02-30 --data %1$s| 2 | is not a period              | 不是有效期间
                records day --from 2026 --data %1$s      | 2 | days                         | 天
                records day --format pdf --data %1$s     | 2 | no format "pdf"              | "pdf"
                records day --format xlsx --data %1$s    | 2 | --out FILE                   | --out
                records day --data %1$s/none             | 1 | There is nothing at          | 不存在
                """.formatted(data));
    }
}
