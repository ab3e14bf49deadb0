package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where people stumbled who walked the pages without having read anything. */
@Tag("browser")
@Timeout(240)
class BrowserWalkTest {
    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;

    /** The line above every page says "reset it with its cause" from the trip on: so the form is there from then on. */
    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void aTripIsResetWhereTheLineAboveSendsPeople(String lang, int width) {
        station.run(SmallPlan.PRESSURE, 41, 1);
        station.run(SmallPlan.PRESSURE, 32, 1);
        try (Browser browser = served.signedIn("fit-1", lang, width)) {
            for (String page : new String[] {"/alarms", "/"}) {
                browser.go(page);
                assertEquals(
                        "PT-101.TRIP",
                        browser.run("return document.querySelector('form[data-act=reset] [name=point]').value"));
                assertEquals(
                        true,
                        browser.run("return document.querySelector('form[data-act=reset] [name=cause]').required"));
            }
            browser.act("reset", "person", "fit-1", "pin", TestStation.PIN, "cause", "valve stuck");
            browser.reads("#said", "PT-101.TRIP");
            browser.until("return !document.querySelector('form[data-act=reset]')");
        }
    }

    /** What is tested is answered with words: nothing is refused before they are typed, nor said on after they were. */
    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void anItemThatAsksForWordsWaitsForThem(String lang, int width) {
        String pump = ".checks fieldset[data-item=pump] ";
        try (Browser browser = served.signedIn("fit-1", lang, width)) {
            browser.go("/rounds/spray-daily");
            String look = "return getComputedStyle(document.querySelector('" + pump + "button')).opacity < 1";
            assertEquals(true, browser.run(look), "it looks as if it could not be pressed yet");
            browser.act("sheet-start");
            browser.see(pump + "input[value=normal]:enabled");
            browser.until("return !(" + look.substring("return ".length()) + ")");
            browser.press(pump + "input[value=normal]");
            assertEquals("", browser.text(pump + ".sent").strip(), "it isn't sent by that press");
            browser.press(pump + "button.answer");
            browser.reads(pump + ".sent", "◆");
            String refused = browser.text("#said").strip();
            assertFalse(refused.isEmpty());
            browser.type(pump + "input[name=text]", "ran for a minute");
            browser.press(pump + "button.answer");
            browser.reads(pump + ".sent", "✓");
            browser.readsNot("#said", refused);
        }
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void aSheetSaysWhatWasDoneAndAsksWhyBeforeTheSignature(String lang, int width) {
        boolean zh = lang.equals("zh");
        String level = ".checks fieldset[data-item=level] ";
        try (Browser browser = served.signedIn("op-1", lang, width)) {
            browser.go("/rounds/round");
            browser.act("sheet-start");
            browser.see(level + "input[name=value]:enabled");
            browser.reads("#said", zh ? "巡视" : "Round");
            browser.type(level + "input[name=value]", "3.9");
            browser.press(level + "button.answer");
            browser.reads(level + ".sent", "✓");
            browser.see("form[data-act=sheet-note]");
            assertEquals(
                    true,
                    browser.run("const [note, sign] = ['sheet-note', 'sheet-sign']"
                            + ".map(act => document.querySelector('form[data-act=' + act + ']'));"
                            + "return !!(note.compareDocumentPosition(sign) & Node.DOCUMENT_POSITION_FOLLOWING)"));
            browser.act("sheet-sign", "person", "op-1", "pin", TestStation.PIN);
            browser.reads("#said", zh ? "渗漏" : "Leaks");
        }
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void aMonthIsOnePressAway(String lang, int width) {
        try (Browser browser = served.signedIn("chief-1", lang, width)) {
            browser.go("/records/shift");
            browser.press("a[href='/records/shift?from=2026-10']");
            browser.reads("#b-title", "2026-10-01");
            browser.reads("a[aria-current=true]", lang.equals("zh") ? "上月" : "Last month");
        }
    }

    /** What stands at the right of a table says how it is: on a phone nobody finds it by pushing tables about. */
    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void tablesAreWholeAndTrendsAreShort(String lang, int width) throws IOException {
        station.run(SmallPlan.PRESSURE, 36.0, 2);
        try (Browser browser = served.signedIn("chief-1", lang, width)) {
            for (String page : new String[] {"/", "/alarms", "/rounds", "/shift", "/people", "/log", "/records/day"}) {
                browser.go(page);
                assertEquals(
                        0L,
                        browser.run("return [...document.querySelectorAll('.scroll')]"
                                + ".filter(each => each.scrollWidth > each.clientWidth + 1).length"),
                        page);
            }
            browser.go("/trends?tag=PT-101");
            browser.see("#chart[data-drawn=yes] canvas");
            assertEquals("Asia/Shanghai", browser.run("return document.getElementById('chart').dataset.zone"));
            browser.reads(".u-legend", lang.equals("zh") ? "可疑" : "doubtful");
            String words = browser.text("#chart-words");
            assertFalse(words.matches("(?s).*[0-9]\\.[0-9]{5}.*"), words);
            String csv = Objects.toString(
                    browser.run("return document.querySelector('a[href*=export]').getAttribute('href')"));
            assertTrue(csv.contains("from=2026-") && csv.contains("to=2026-"), "what is drawn is exported: " + csv);
        }
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void aDefectNamesPeopleAndARoundThatIsNotDueSaysWhenItIs(String lang, int width) {
        try (Browser browser = served.signedIn("op-1", lang, width)) {
            browser.go("/defects");
            browser.act("defect", "equipment", "P-101", "text", "leak");
            browser.reads("#b-defects", "王伟");
            browser.go("/rounds");
            String first = browser.text("#b-sheets tbody tr:first-child");
            assertTrue(first.contains(lang.equals("zh") ? "应做" : "due"), first);
        }
    }
}
