package io.pumpwatch.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

/** What the console shows, as lines. */
class ViewTest {
    private static final List<int[]> SIZES =
            List.of(new int[] {80, 24}, new int[] {120, 40}, new int[] {200, 60}, new int[] {40, 10});

    private static Model console(Lang lang, int columns, int rows, String headers, String bypassed) {
        return Sample.console(
                lang,
                columns,
                rows,
                Sample.status(headers, bypassed),
                Sample.alarms("unacked", 1),
                Sample.round(),
                Sample.shift());
    }

    private static String text(Model model) {
        return View.of(model).stream().map(AttributedString::toString).collect(Collectors.joining("\n"));
    }

    private static Model on(Model model, Screen screen) {
        return model.with(model.place().at(screen));
    }

    @Test
    void everyScreenFitsEverySizeInBothLanguages() {
        for (Lang lang : Lang.values()) {
            for (int[] size : SIZES) {
                for (Screen screen : Screen.values()) {
                    Model model = on(console(lang, size[0], size[1], Sample.SWING, Sample.BYPASS), screen);
                    List<AttributedString> lines = View.of(model);
                    assertEquals(size[1], lines.size(), screen + " " + lang);
                    lines.forEach(
                            line -> assertTrue(line.columnLength() <= size[0], () -> screen + " too wide: " + line));
                }
            }
        }
    }

    @Test
    void aReportStandsAsATableOrCellByCellAndAllOfItIsThere() {
        for (int columns : List.of(80, 120)) {
            Model model = on(console(Lang.EN, columns, 40, "", ""), Screen.RECORD);
            Model there = Update.update(model, new Message.Came(List.of(Sample.record()), false))
                    .model();
            String text = text(there);
            assertTrue(text.contains("  Name  Role") && text.contains("  王伟  leader"), text);
            assertTrue(text.contains(" - Equipment: P-101") && text.contains("   What: leaks oil"), text);
            assertEquals(30, text.split("leaks", -1).length - 1, text);
            View.of(there).forEach(line -> assertTrue(line.columnLength() <= columns, line::toString));
            assertTrue(Rows.count(there) > 10);
        }
        String list = text(on(console(Lang.ZH, 80, 24, "", ""), Screen.RECORDS));
        assertTrue(list.contains("月份 2026-10") && list.contains("值班记录"), list);
    }

    @Test
    void aPlainLinuxScreenGetsOnlySignsThatItHas() {
        Model model = Sample.with(
                Model.start(Lang.EN, 80, 24, false),
                Sample.status(Sample.SWING, ""),
                Sample.alarms("unacked", 1),
                Sample.round(),
                Sample.shift());
        for (Screen screen : Screen.values()) {
            String text = text(on(model, screen));
            // What the station itself is named in Chinese stays as it is.
            String signs = text.replaceAll("[\\x00-\\x7f\\u4e00-\\u9fff]", "");
            assertEquals("", signs, () -> screen + "\n" + text);
        }
        assertTrue(text(on(model, Screen.OVERVIEW)).contains(" > P-101 "), text(model));
    }

    @Test
    void theOverviewSaysHowTheDiskFares() {
        Model calm = console(Lang.EN, 80, 24, "", "");
        String well = text(Sample.with(calm, Sample.health(3L << 30, false, "")));
        assertTrue(well.contains("keeps everything, 3.0 GB free ") && !well.contains("TRENDS"), well);
        String ill = text(Sample.with(calm, Sample.health(200L << 20, true, "No space left on device")));
        assertTrue(ill.contains("0.2 GB free, TRENDS NOT WRITTEN"), ill);
        Model chinese = Sample.with(console(Lang.ZH, 80, 24, "", ""), Sample.health(200L << 20, true, "?"));
        assertTrue(text(chinese).contains("剩余 0.2 GB, 趋势未写入"), text(chinese));
        View.of(chinese).forEach(line -> assertTrue(line.columnLength() <= 80, line::toString));
    }

    @Test
    void whatProtectsIsInSightOnEveryScreen() {
        for (Screen screen : Screen.values()) {
            String text = text(on(console(Lang.EN, 80, 24, Sample.SWING, Sample.BYPASS), screen));
            assertTrue(text.contains("NO START BEFORE THE CAUSE IS KNOWN (P3)"), () -> screen + "\n" + text);
            assertTrue(text.contains("PROTECTION BYPASSED PT-101.HH by Wang"), () -> screen + "\n" + text);
        }
    }

    @Test
    void allThatDoesNotProtectIsInSightHoweverMuchItIs() {
        String bypassed = Sample.BYPASS + "," + Sample.BYPASS.replace("PT-101.HH", "PT-102.HH");
        String inhibits = "{\"code\":\"lock\",\"on\":\"\",\"text\":\"job 7 is open\"},"
                + "{\"code\":\"tank\",\"on\":\"\",\"text\":\"tank LT-102 is low\"}";
        String outside = "{\"rule\":\"P1\",\"point\":\"PT-101.H\",\"setpoint\":36},"
                + "{\"rule\":\"P2\",\"point\":\"PT-201.L\",\"setpoint\":3.5}";
        for (Screen screen : Screen.values()) {
            String text = text(on(
                    Sample.console(Lang.EN, 80, 24, Sample.status(Sample.SWING, bypassed, inhibits, outside)), screen));
            for (String seen : List.of(
                    "swing on PT-101",
                    "PT-101.HH by Wang",
                    "PT-102.HH by Wang",
                    "P-101: job 7 is open",
                    "P-101: tank LT-102 is low",
                    "P1: PT-101.H = 36",
                    "P2: PT-201.L = 3.5")) {
                assertTrue(text.replaceAll("\\s+", " ").contains(seen), () -> screen + ": " + seen + "\n" + text);
            }
        }
    }

    @Test
    void theOverviewSaysWhatAsksAndThatNobodyIsThere() {
        String text = text(console(Lang.EN, 120, 40, "", ""));
        for (String part : List.of("!!! critical", "乳化液压力高", "P-101", "36.2 MPa", "nobody", "(0/2)", "1:12")) {
            assertTrue(text.contains(part), () -> part + " in\n" + text);
        }
    }

    @Test
    void aBadInstrumentShowsNoValue() {
        String line = text(console(Lang.EN, 120, 40, "", ""))
                .lines()
                .filter(one -> one.contains("LT-301"))
                .findFirst()
                .orElseThrow();
        assertTrue(line.contains("---") && line.contains("? broken wire"), line);
        assertFalse(line.contains("4.6"), line);
    }

    @Test
    void anAlarmShowsItsGuidanceAndWhatIsntKept() {
        String text = text(on(console(Lang.ZH, 80, 24, "", ""), Screen.ALARMS));
        for (String part : List.of("PT-101.HH*", "尚未存盘", "[首发]", "原因: valve stuck", "处置: stop the pumps")) {
            assertTrue(text.contains(part), () -> part + " in\n" + text);
        }
    }

    @Test
    void anAgentThatIsGoneIsSaidWithinTwoSeconds() {
        Model model = console(Lang.EN, 120, 40, "", "");
        assertFalse(text(model.at(Update.GONE_MS - 1)).contains("NO ANSWER"));
        assertTrue(text(model.at(Update.GONE_MS)).contains("NO ANSWER FROM THE AGENT"));
        // A state comes each second and the screen is drawn four times a second.
        assertTrue(Update.GONE_MS + 250 < 2_000);
        Model lost =
                Update.update(model, new Message.Gone("Connection refused")).model();
        assertTrue(text(lost).contains("Connection refused"), "at once where the connection itself ends");
        Model back =
                Update.update(lost, new Message.Live(Sample.status("", ""), 1)).model();
        assertFalse(text(back).contains("NO ANSWER"));
    }

    @Test
    void aPinIsNeverShown() {
        Model model = on(console(Lang.EN, 80, 24, "", ""), Screen.ALARMS);
        for (String key : List.of("a", "w", "enter", "4", "7", "1", "1")) {
            model = Update.update(model, new Message.Key(key)).model();
        }
        String text = text(model);
        assertTrue(text.contains("PIN: ****"), text);
        assertFalse(text.contains("4711"), text);
    }

    @Test
    void aTerminalThatCantDrawChineseSpeaksEnglishAndSaysSo() {
        Model start = Model.start(Lang.ZH, 80, 24, false);
        Model model =
                Update.update(start, new Message.Live(Sample.status("", ""), 0)).model();
        String text = text(model);
        assertTrue(text.contains("overview") && text.contains("can't draw Chinese"), text);
    }

    /** What is to be done stands at the end of what was refused, and of what the help says. */
    @Test
    void nothingThatIsSaidIsCut() {
        String refusal = "Nobody hands over while pumps are being started or stopped: P-201, P-301. "
                + "Wait a minute after the last start, then try again.";
        Model calm = console(Lang.EN, 80, 24, "", "");
        String notice = text(calm.notice(refusal, true)).replaceAll("\\s+", " ");
        assertTrue(notice.contains(refusal), notice);
        Model asked =
                Update.update(on(calm, Screen.ALARMS), new Message.Key("h")).model();
        Form form = java.util.Objects.requireNonNull(asked.hand().form());
        assertTrue(
                text(asked.with(form.refused(refusal))).replaceAll("\\s+", " ").contains(refusal));
        for (Lang lang : Lang.values()) {
            String help = Words.of(lang).say("console.help").replaceAll("\\s+", "");
            String shown = text(on(console(lang, 80, 60, "", ""), Screen.HELP)).replaceAll("\\s+", "");
            assertTrue(shown.contains(help), shown);
        }
    }

    /** Where it doesn't fit, arrows lead on. */
    @Test
    void theHelpRollsWhereItIsLongerThanTheScreen() {
        Model model = on(console(Lang.EN, 80, 24, Sample.SWING, Sample.BYPASS), Screen.HELP);
        assertFalse(text(model).contains("a release."), text(model));
        Model end = Update.update(model, new Message.Key("end")).model();
        assertTrue(text(end).contains("a release."), text(end));
    }

    @Test
    void noKeyIsCutHoweverLongTheNameOfWhoIsSignedIn() {
        Model model =
                console(Lang.EN, 80, 24, "", "").signed(new Model.SignedIn("somebody-with-a-long-name-1234", 1_000));
        for (Screen screen : Screen.values()) {
            String text = text(on(model, screen));
            assertTrue(text.contains(" q quit"), () -> screen + "\n" + text);
        }
    }

    @Test
    void aSmallTerminalIsToldSo() {
        assertTrue(text(console(Lang.EN, 60, 20, "", "")).contains("60 columns and 20 rows"));
    }

    @Test
    void everyDeedScreenAndQuestionHasWords() {
        for (Lang lang : Lang.values()) {
            Words words = Words.of(lang);
            for (Screen screen : Screen.values()) {
                assertTrue(words.has(screen.words()), screen.words());
            }
            for (Deed deed : Deeds.ALL) {
                assertTrue(words.has(deed.words()), deed.words());
                deed.fields().forEach(field -> assertTrue(words.has(field.words()), field.words()));
            }
        }
    }

    @Test
    void barsAndTrendsDrawNothingWhereThereIsNothing() {
        assertEquals("        ", Bars.spark(List.of(), 8, true));
        assertEquals("   ▄▄ ▄▄", Bars.spark(List.of(1.0, 1.0, Double.NaN, 1.0, 1.0), 8, true));
        assertEquals("▁█", Bars.spark(List.of(5.0, 1.0, 9.0), 2, true));
        assertEquals(List.of("one two", "three"), Ink.wrapped("one two three", 9));
        assertEquals(List.of("水位水", "位"), Ink.wrapped("水位水位", 6));
        assertEquals(List.of("✗ 水位水位", "水位"), Ink.wrapped("✗ 水位水位水位", 10));
    }
}
