package io.pumpwatch.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.cli.Main;
import io.pumpwatch.interlocks.InterlockCommand;
import io.pumpwatch.scan.Command;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.view.records.Line;
import io.pumpwatch.view.records.Report;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After every trip its report is there by itself: first-out, curves of 30 s before and after, who did what. */
class TripCurvesTest {
    private static final AlarmId TRIP = AlarmId.parse("PT-101.TRIP");
    private static final String SCRIPT = """
            1 s   start P-101
            60 s  unloading-stuck
            65 s  clear unloading-stuck
            """;

    @TempDir
    Path data;

    private static void untilTripped(PlayedStation station) {
        for (int i = 0; i < 90 && station.lines("interlock.tripped").isEmpty(); i++) {
            station.run(1_000, 100);
        }
        assertEquals(1, station.lines("interlock.tripped").size(), "the header trips once");
    }

    /** 120 values of half a second, of which those before the trip show the pressure that the pump had built. */
    private static void curvesAreWhole(PlayedStation station) {
        List<Line> curves = station.lines("agent.trip-curve");
        long at = station.lines("interlock.tripped").get(0).utcMs();
        assertEquals(
                curves.stream().map(line -> line.text("tag")).distinct().count(),
                curves.size(),
                "each once: " + curves);
        Line pressure = curves.stream()
                .filter(line -> line.text("tag").equals("PT-101"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no curve of PT-101 in " + curves));
        assertTrue(curves.stream().anyMatch(line -> line.text("tag").equals("XS-101")), "the pump's contact");
        assertEquals(at, pressure.whole("tripUtcMs"));
        assertEquals("MPa", pressure.text("unit"));
        String[] values = pressure.text("values").split(" ", -1);
        assertEquals(120, values.length);
        assertTrue(Double.parseDouble(values[20]) > 20, () -> "20 s before: " + pressure);
        double highest = 0;
        for (String value : values) {
            highest = Math.max(highest, value.equals("-") ? 0 : Double.parseDouble(value));
        }
        assertTrue(highest >= 35, () -> "above its trip: " + pressure);
    }

    private static List<List<String>> rows(Report report, String title) {
        return report.sections().stream()
                .filter(each -> each.title().contains(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " in " + report))
                .rows();
    }

    @Test
    void theReportIsThereByItself() throws Exception {
        try (PlayedStation station = new PlayedStation(data, SCRIPT, 0)) {
            untilTripped(station);
            station.run(20_000, 100);
            station.act(
                    "leader-1", new Command.Interlock(new InterlockCommand.ResetTrip(TRIP, "unloading valve cleaned")));
            assertEquals(List.of(), station.lines("agent.trip-curve"), "not before 30 s are over");
            station.run(20_000, 100);
            curvesAreWhole(station);
            Report report = station.report("trip", Lang.EN);
            String facts = report.sections().get(0).rows().toString();
            assertTrue(facts.contains("PT-101.TRIP") && facts.contains("P-101"), facts);
            assertTrue(facts.contains("yes") && facts.contains("unloading valve cleaned"), facts);
            assertTrue(
                    rows(report, "Curves").stream().anyMatch(row -> row.get(0).equals("PT-101")), report::toString);
            assertTrue(report.toString().contains("Leader"), "who did what");
            asksTheRunningAgent(station);
        }
    }

    /** The same over the command line, as JSON and in Chinese. */
    private static void asksTheRunningAgent(PlayedStation station) {
        String url = "http://127.0.0.1:" + station.agent().port();
        String english = said(Lang.EN, "records", "trip", "--from", "2026-07-06", "--url", url);
        assertTrue(english.contains("PT-101.TRIP") && english.contains("█"), english);
        String json = said(Lang.ZH, "records", "trip", "--from", "2026-07", "--format", "json", "--url", url);
        assertTrue(json.contains("unloading valve cleaned") && json.contains("跳闸"), json);
        for (String kind : List.of("shift", "day", "attendance", "rules", "events", "handover", "summary")) {
            String csv = said(Lang.EN, "records", kind, "--from", "2026-07-06", "--format", "csv", "--url", url);
            assertTrue(csv.startsWith("\uFEFF") && csv.contains("station-1"), kind + ": " + csv);
        }
    }

    private static String said(Lang lang, String... line) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(line));
        all.addAll(List.of("--person", "chief-1", "--pin", PlayedStation.PIN));
        int exit = Main.run(lang, new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
        assertEquals(0, exit, () -> String.join(" ", line) + ": " + err);
        return out.toString();
    }

    @Test
    void aRestartRightAfterTheTripDoesntLoseTheCurves() throws Exception {
        try (PlayedStation station = new PlayedStation(data, SCRIPT, -1)) {
            untilTripped(station);
            station.run(5_000, 100);
            station.restart(4_000);
            station.run(10_000, 100);
            assertEquals(List.of(), station.lines("agent.trip-curve"), "30 s aren't over yet");
            station.run(20_000, 100);
            curvesAreWhole(station);
            int kept = station.lines("agent.trip-curve").size();
            station.restart(4_000);
            station.run(5_000, 100);
            assertEquals(kept, station.lines("agent.trip-curve").size(), "not once more");
        }
    }

    @Test
    void aTripThatWasResetBeforeTheRestartGetsItsCurvesToo() throws Exception {
        try (PlayedStation station = new PlayedStation(data, SCRIPT, -1)) {
            untilTripped(station);
            station.run(12_000, 100);
            station.act("leader-1", new Command.Interlock(new InterlockCommand.ResetTrip(TRIP, "valve cleaned")));
            station.restart(60_000);
            station.run(3_000, 100);
            curvesAreWhole(station);
        }
    }
}
