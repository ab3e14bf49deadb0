package io.pumpwatch.view.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.journal.Draft;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Text;
import io.pumpwatch.view.records.Asked.OwnRule;
import io.pumpwatch.view.records.Report.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports against counts that were taken apart from them. */
class ReportsTest {
    private static final Loaded EMULSION = Objects.requireNonNull(
            StationFile.read(Path.of("config/emulsion.toml")).loaded());

    private static Asked asked(Lang lang, long nowMs, LocalDate from, LocalDate to) {
        OwnRule own = new OwnRule("S1", new Text("Level never high", "水位不得过高"), List.of("LT-301.H"));
        return new Asked(EMULSION.plan(), lang, from, to, nowMs, List.of(own), Asked.Readings.NONE, Scope.ALL);
    }

    private static Report year(YearOfRecords year, String kind, Lang lang) {
        LocalDate first = LocalDate.of(YearOfRecords.YEAR, 1, 1);
        Asked asked = asked(lang, year.endMs(), first, LocalDate.of(YearOfRecords.YEAR, 12, 31));
        return Objects.requireNonNull(Reports.of(kind, year.books(), asked));
    }

    private static Section section(Report report, String title) {
        return report.sections().stream()
                .filter(each -> each.title().contains(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + title));
    }

    private static List<String> row(Section section, String first) {
        return section.rows().stream()
                .filter(row -> row.get(0).equals(first))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + first + " in " + section));
    }

    @Test
    void peopleAreShownEveryKindThereIs() {
        assertEquals(Reports.names(), java.util.Set.copyOf(io.pumpwatch.api.Records.KINDS));
        assertEquals(Reports.names().size(), io.pumpwatch.api.Records.KINDS.size());
    }

    @Test
    void theAnnualSummaryAgreesWithCountsTakenIndependently() {
        YearOfRecords year = new YearOfRecords(7, 20);
        Report report = year(year, "summary", Lang.EN);
        Section alarms = section(report, "Alarms by priority");
        int acknowledged = 0;
        for (String priority : List.of("critical", "high", "medium", "low")) {
            List<String> row = row(alarms, priority);
            assertEquals(year.alarms.get(priority.toUpperCase(java.util.Locale.ROOT)), Integer.parseInt(row.get(1)));
            acknowledged += Integer.parseInt(row.get(3));
            assertEquals("20", row.get(4), "every answer took 20 s");
        }
        assertEquals(year.acknowledged, acknowledged);
        Section pumps = section(report, "Pumps");
        year.ranMs.forEach(
                (pump, ms) -> assertEquals(Cells.hours(ms), row(pumps, pump).get(2)));
        Section defects = section(report, "Defects");
        assertEquals(year.found, defects.rows().size());
        assertEquals(
                year.closed,
                defects.rows().stream().filter(each -> !each.get(5).isEmpty()).count());
        List<String> handovers = row(section(report, "Rules"), "D4");
        // Changes at 0, 8 and 16 h; the one at 8 h is accepted when the one at 0 h was left out too.
        assertEquals(3 * 365, Integer.parseInt(handovers.get(3)));
        int kept = Integer.parseInt(handovers.get(4)) + Integer.parseInt(handovers.get(5));
        int missed = Integer.parseInt(handovers.get(6));
        assertEquals(year.missed, missed);
        assertEquals(year.handovers, kept);
    }

    @Test
    void everyReportSpeaksBothLanguagesInWords() {
        YearOfRecords year = new YearOfRecords(3, 2);
        LocalDate day = LocalDate.of(YearOfRecords.YEAR, 3, 1);
        for (Lang lang : Lang.values()) {
            for (String kind : Reports.names()) {
                Asked asked = asked(lang, year.endMs(), day, day.plusDays(2));
                Report report = Reports.of(kind, year.books(), asked);
                assertNotNull(report);
                assertFalse(report.toString().contains("rep."), () -> kind + " has a key without words: " + report);
                // Whom every record goes to (E1, P6).
                String office = lang == Lang.EN ? "Electromechanical office" : "机电办公室";
                assertTrue(
                        report.about().toString().contains(office), () -> kind + " names no office: " + report.about());
            }
        }
    }

    @Test
    void timeWithoutDataIsUnknownAndNeverKept() {
        YearOfRecords year = new YearOfRecords(5, 1);
        Books books = new Books();
        LocalDate day = LocalDate.of(YearOfRecords.YEAR, 6, 1);
        long fromMs = day.atStartOfDay(YearOfRecords.ZONE).toInstant().toEpochMilli();
        long toMs = fromMs + 10 * 86_400_000L;
        boolean[] restarted = {false};
        for (Line line : year.lines) {
            if (line.utcMs() >= fromMs && line.utcMs() < toMs) {
                continue;
            }
            if (line.utcMs() >= toMs && !restarted[0]) {
                restarted[0] = true;
                books.take(new Line(1, line.seq() - 1, line.at(), "agent.started", java.util.Map.of()));
            }
            books.take(line);
        }
        books.finish(year.endMs());
        assertTrue(books.unknownMs(fromMs, toMs) >= 10 * 86_400_000L, "ten days without an agent");
        List<RuleRow> rows = RulePage.rows(books, asked(Lang.EN, year.endMs(), day, day.plusDays(9)));
        RuleRow handover =
                rows.stream().filter(row -> row.rule.equals("D4")).findFirst().orElseThrow();
        assertEquals(30, handover.due);
        assertEquals(0, handover.kept + handover.late);
        assertTrue(handover.unknown >= 29, "unknown " + handover.unknown);
    }

    @Test
    void anAgentIsAwayFromItsLastEntryToTheFirstOfItsNextBoot() {
        Books books = new Books();
        // A presence that is answered says that the agent watched; what changed meanwhile is told before the start.
        books.read(entry(1, 0, "agent.started", "{\"version\":\"1\",\"boot\":1}"));
        books.read(entry(1, 2, "duty.presence-answered", "{\"person\":\"op-1\"}"));
        books.read(entry(2, 5, "agent.link-changed", "{\"fault\":\"\"}"));
        books.read(entry(2, 5, "agent.started", "{\"version\":\"1\",\"boot\":2}"));
        books.finish(hours(6));
        assertEquals(hours(3) - hours(0), books.unknownMs(hours(0), hours(6)));
        assertEquals(0, books.unknownMs(hours(0), hours(2)));
    }

    @Test
    void aBootThatBeganIn1970StandsWhereItWas() {
        Books books = new Books();
        books.read(entry(1, 0, "agent.started", "{\"version\":\"1\",\"boot\":1}"));
        books.read(entry(1, 1, "agent.stopped", "{\"why\":\"told to\"}"));
        books.read(line(2, 3, 20_000, 20_000, ClockTrust.UNSET, "agent.started", "{\"version\":\"1\",\"boot\":2}"));
        books.read(line(2, 4, 3_620_000, 3_620_000, ClockTrust.UNSET, "rounds.defect-found", "{\"defect\":\"7\"}"));
        books.read(line(2, 5, 7_200_000, 7_200_000, ClockTrust.UNSET, "duty.presence-answered", "{}"));
        long byMs = hours(6) - 10_820_000;
        String step = "{\"byMs\":" + byMs + "}";
        books.read(line(2, 6, hours(6), 10_820_000, ClockTrust.NTP, "agent.clock-stepped", step));
        // The third boot was never told the time: it keeps what its clock said.
        books.read(line(3, 7, 20_000, 20_000, ClockTrust.UNSET, "agent.started", "{\"version\":\"1\",\"boot\":3}"));
        books.finish(30_000);
        assertEquals(hours(6), books.lastMs(), "how far the records reach");
        assertEquals(hours(4), books.of("rounds.defect-found").get(0).utcMs(), "an hour after the start at three");
        assertEquals(hours(3), books.of("agent.started").get(1).utcMs());
        assertEquals(20_000, books.of("agent.started").get(2).utcMs());
        assertEquals(hours(3) - hours(1), books.unknownMs(hours(0), hours(6)), "from one to three");
        assertEquals(3, books.placed());
    }

    private static String line(
            long boot, long seq, long utcMs, long uptimeMs, ClockTrust trust, String kind, String body) {
        Stamp at = new Stamp(boot, utcMs, uptimeMs, trust);
        return EntryLine.of(new EntryId(1, seq), new Draft(kind, 1, body, at)).text();
    }

    private static long hours(int hours) {
        return 1_795_392_000_000L + hours * 3_600_000L;
    }

    private static String entry(long boot, int hour, String kind, String body) {
        Stamp at = new Stamp(boot, hours(hour), hour * 3_600_000L, ClockTrust.NTP);
        return EntryLine.of(new EntryId(1, hour + 1L), new Draft(kind, 1, body, at))
                .text();
    }

    @Test
    void whatIsKeptAsACodeIsToldInWords() {
        Books books = new Books();
        books.read(entry(1, 0, "agent.started", "{\"version\":\"1\",\"boot\":1}"));
        books.read(entry(
                1,
                1,
                "duty.handover-refused",
                "{\"handover\":1,\"by\":\"op-1\",\"reason\":\"DRUNK\",\"person\":\"op-2\",\"words\":\"\"}"));
        books.read(entry(
                1,
                2,
                "duty.sign-on-blocked",
                "{\"person\":\"op-1\",\"work\":\"\",\"why\":\"gear.missing\",\"missing\":[\"helmet\"]}"));
        books.finish(hours(3));
        LocalDate day = LocalDate.of(2026, 11, 23);
        for (Lang lang : Lang.values()) {
            Report report = Objects.requireNonNull(Reports.of("events", books, asked(lang, hours(3), day, day)));
            boolean en = lang == Lang.EN;
            String text = report.toString();
            assertTrue(text.contains(en ? "handover 1 · op-2 · drunk" : "第 1 次交接班 · op-2 · 饮酒"), text);
            assertTrue(text.contains(en ? "gear missing · helmet" : "防护用品不齐 · 安全帽"), text);
            assertFalse(text.contains("DRUNK") || text.contains("gear.missing"), text);
        }
    }

    @Test
    void theSitesOwnRulesStandOnThePage() {
        Report report = year(new YearOfRecords(7, 20), "rules", Lang.ZH);
        List<String> own = row(section(report, "规程"), "S1");
        assertEquals("水位不得过高", own.get(1));
        assertTrue(Double.parseDouble(own.get(6)) > 0, own::toString);
    }

    @Test
    void aCellNeverRunsInASpreadsheet() throws IOException {
        for (String bad : List.of("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1")) {
            assertEquals("'" + bad, Formats.harmless(bad));
        }
        for (String good : List.of("-5.20", "12", "P-101", "", "a=1", "汉字")) {
            assertEquals(good, Formats.harmless(good));
        }
        Report report = year(new YearOfRecords(7, 1), "summary", Lang.EN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Formats.csv(report, out);
        byte[] bytes = out.toByteArray();
        assertEquals(List.of((byte) 0xEF, (byte) 0xBB, (byte) 0xBF), List.of(bytes[0], bytes[1], bytes[2]));
        String csv = out.toString(StandardCharsets.UTF_8);
        assertTrue(csv.contains("'=P-101,'@SUM(A1)"), csv);
        assertFalse(csv.contains(",=P-101"), csv);
    }

    @Test
    void aWorkbookHoldsTextsAndNumbersAndNoFormula(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("year.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Formats.xlsx(year(new YearOfRecords(7, 1), "summary", Lang.ZH), out);
        }
        List<String> sheets = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith("xl/worksheets/")) {
                    sheets.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertTrue(sheets.size() > 5, "sheets: " + sheets.size());
        assertTrue(sheets.stream().noneMatch(sheet -> sheet.contains("<f>")), "a formula");
    }

    @Test
    void daysMonthsAndYearsAreUnderstood() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        assertEquals(
                LocalDate.of(2026, 11, 30),
                Period.of("attendance", null, null, today).to());
        assertEquals(
                LocalDate.of(2025, 1, 1),
                Period.of("rules", "2025", "2026-02", today).from());
        assertEquals(
                LocalDate.of(2026, 2, 28),
                Period.of("rules", "2025", "2026-02", today).to());
        assertEquals(
                "records.kind",
                Period.of("nothing", null, null, today).refusal().orElseThrow().code());
        assertEquals(
                "records.period",
                Period.of("day", "2026-13", null, today).refusal().orElseThrow().code());
        assertEquals(
                "records.long",
                Period.of("shift", "2026", null, today).refusal().orElseThrow().code());
    }
}
