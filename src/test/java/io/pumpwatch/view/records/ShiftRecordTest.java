package io.pumpwatch.view.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.view.records.Report.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shift record as a chief reads it: what was done in its order, each sort of work together. */
class ShiftRecordTest {
    private static final Loaded FULL =
            Objects.requireNonNull(StationFile.read(Path.of("config/full.toml")).loaded());
    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    private final Books books = new Books();
    private long seq;

    private static long ms(int hour, int minute) {
        return DAY.atTime(hour, minute).atZone(FULL.plan().zone()).toInstant().toEpochMilli();
    }

    private void at(int hour, int minute, String kind, Object... namesAndValues) {
        Map<String, Object> body = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        long uptimeMs = ms(hour, minute) - ms(0, 0);
        books.take(new Line(1, ++seq, new Stamp(1, ms(hour, minute), uptimeMs, ClockTrust.NTP), kind, body));
    }

    private Report record(Lang lang) {
        at(9, 0, "agent.started", "boot", 1);
        at(9, 1, "duty.handover-drafted", "handover", 1, "by", "op-1");
        at(9, 2, "duty.handover-signed", "handover", 1, "by", "op-1", "words", "");
        at(9, 3, "duty.handover-objected", "handover", 1, "by", "op-2", "words", "the lamp");
        at(9, 4, "duty.handover-amended", "handover", 1, "amendment", 1, "by", "op-1", "words", "in repair");
        at(9, 5, "duty.amendments-seen", "handover", 1, "by", "op-2");
        at(9, 6, "duty.handover-accepted", "handover", 1, "by", "op-2", "words", "");
        at(9, 7, "duty.handover-amended", "handover", 1, "amendment", 2, "by", "op-1", "words", "slip 15");
        at(10, 0, "rounds.defect-found", "defect", 1, "equipment", "P-101", "words", "drips", "by", "op-2");
        at(10, 1, "rounds.job-opened", "job", 1, "kind", "emulsion-overhaul", "pump", "P-101", "by", "fit-1");
        at(10, 2, "rounds.gauge-signed", "job", 1, "value", 0.2, "by", "op-2");
        at(10, 3, "rounds.step-signed", "job", 1, "step", "relieve", "pressure", 0.2, "second", "op-2", "by", "fit-1");
        at(10, 4, "rounds.step-signed", "job", 1, "step", "work", "pressure", "NaN", "by", "fit-1");
        at(11, 0, "duty.visitor-entered", "visit", 1, "name", "Zhang", "listed", true, "escort", "op-2", "by", "op-2");
        at(11, 1, "duty.order-received", "giver", "dispatch", "words", "level below 3 m", "by", "op-2");
        books.finish(ms(12, 0));
        Asked asked = new Asked(FULL.plan(), lang, DAY, DAY, ms(12, 0), List.of(), Asked.Readings.NONE, Scope.ALL);
        return Objects.requireNonNull(Reports.of("shift", books, asked));
    }

    private static List<List<String>> table(Report report, String title) {
        return report.sections().stream()
                .filter(section -> section.title().equals("2026-03-04 08:00 – 2026-03-04 16:00  " + title))
                .map(Section::rows)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + title));
    }

    @Test
    void aHandoverIsToldInTheOrderOfWhatWasDone() {
        assertEquals(
                List.of(
                        "sheet drawn up",
                        "outgoing signed",
                        "objection",
                        "amendment",
                        "amendments seen",
                        "incoming accepted",
                        "amendment"),
                table(record(Lang.EN), "Handover").stream()
                        .map(row -> row.get(1))
                        .toList());
    }

    @Test
    void defectsJobsOrdersAndVisitorsStandTogetherAndAPressureIsTold() {
        Report report = record(Lang.EN);
        assertEquals("defect 1 · P-101 · drips", table(report, "Defects").get(0).get(3));
        assertEquals(
                List.of(
                        "job 1 · 0.20 MPa",
                        "job 1 · Pressure relieved · pressure 0.20 MPa · second person: op-2",
                        "job 1 · Valves, plungers, seals overhauled"),
                table(report, "Jobs").stream().skip(1).map(row -> row.get(3)).toList());
        assertEquals("visitor", table(report, "Visitors").get(0).get(1));
        assertEquals(
                "dispatch · level below 3 m",
                table(report, "Orders received").get(0).get(3));
        assertEquals(15, table(report, "What happened").size(), "the course of the shift tells all of it");
    }

    @Test
    void eachSheetOfAWorkbookIsNamedAfterWhatItHolds(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("shift.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Formats.xlsx(record(Lang.EN), out);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String names = new String(
                    zip.getInputStream(Objects.requireNonNull(zip.getEntry("xl/workbook.xml")))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            for (String name : List.of("Crew 2026-03-04 08 00", "Visitors 2026-03-04 08 00", "Jobs 2026-03-04 00 00")) {
                assertTrue(names.contains("name=\"" + name + "\""), () -> name + " in " + names);
            }
        }
    }
}
