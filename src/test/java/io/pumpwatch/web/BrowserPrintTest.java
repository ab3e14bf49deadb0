package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shift record and day sheet as the A4 sheets that a station files (D4, D9), out of a real browser's printer. */
@Tag("browser")
@Timeout(240)
class BrowserPrintTest {
    /** 210 x 297 mm in points, as browsers round it. */
    private static final Pattern A4 = Pattern.compile("/MediaBox \\[0 0 59[45][.0-9]* 84[12][.0-9]*\\]");

    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;

    @BeforeEach
    void start() {
        station.run(SmallPlan.LEVEL, 4.6, 3);
        station.run(SmallPlan.LEVEL, 2.0, 3);
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void sheetsPrintOnA4WithSignaturesAndTheChainsHead(String lang, int width) throws IOException {
        try (Browser browser = Browser.open(served.port(), lang, width)) {
            browser.go("/sign-in");
            browser.act("session", "person", "chief-1", "pin", TestStation.PIN);
            browser.see("#sign-out");
            for (String sheet : new String[] {"shift", "day", "handover"}) {
                browser.go("/records/" + sheet + "?from=2026-11");
                browser.see("#b-title");
                byte[] pdf = browser.print();
                String text = new String(pdf, StandardCharsets.ISO_8859_1);
                assertTrue(text.startsWith("%PDF-"), sheet);
                assertTrue(A4.matcher(text).find(), () -> sheet + " isn't A4");
                browser.keep("print-" + lang + "-" + width + "-" + sheet + ".pdf", pdf);
                browser.onPaper(true);
                browser.see(".chain code");
                browser.see(".signatures");
                assertFalse(browser.shown("nav"), sheet + ": no menu on paper");
                assertFalse(browser.shown("form.filter"), sheet + ": no form on paper");
                assertFalse(browser.shown("a.button"), sheet + ": no button on paper");
                browser.onPaper(false);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void eachDayIsAPaperOfItsOwnWithItsOwnSignatures(String lang, int width) throws IOException {
        try (Browser browser = served.signedIn("chief-1", lang, width)) {
            browser.go("/records/day?from=2026-11-21&to=2026-11-23");
            browser.see("#b-title");
            assertEquals(3L, browser.run("return document.querySelectorAll('.signatures').length"));
            assertEquals(1L, browser.run("return document.querySelectorAll('#print').length"));
            browser.onPaper(true);
            assertEquals(
                    "page,page",
                    browser.run("return [...document.querySelectorAll('.next-paper')]"
                            + ".map(each => getComputedStyle(each).breakBefore).join()"));
            browser.onPaper(false);
            byte[] pdf = browser.print();
            browser.keep("print-" + lang + "-" + width + "-days.pdf", pdf);
            int pages = new String(pdf, StandardCharsets.ISO_8859_1).split("/Type /Page\\b(?!s)", -1).length - 1;
            assertTrue(pages >= 3, () -> pages + " pages");
        }
    }

    /** A whole station's day sheet has 18 columns; what is beyond the edge of the paper isn't filed. */
    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void aTableOfManyColumnsIsWholeOnA4(String lang, int width) throws IOException {
        try (Browser browser = served.signedIn("chief-1", lang, width)) {
            browser.go("/records/day");
            browser.see("#b-title");
            browser.onPaper(true);
            Object over = browser.run("const block = document.getElementById('b-t1');"
                    + "for (const row of block.querySelectorAll('tr')) {"
                    + "  const cell = row.children[row.children.length - 1];"
                    + "  while (row.children.length < 18) {"
                    + "    const more = cell.cloneNode();"
                    + "    more.textContent = cell.tagName === 'TH' ? 'FT-301 m3/h' : '0.00';"
                    + "    row.append(more);"
                    + "  }"
                    + "}"
                    // 186 mm of A4 are free.
                    + "block.style.width = '186mm';"
                    + "const free = block.getBoundingClientRect().right;"
                    + "return block.querySelector('table').getBoundingClientRect().right - free");
            assertTrue(Double.parseDouble(String.valueOf(over)) < 1, over + " px beyond the paper");
            browser.onPaper(false);
        }
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void aBlankFormFitsA4WithEveryCellInItsColumn(String lang, int width) throws IOException {
        try (Browser browser = Browser.open(served.port(), lang, width)) {
            browser.go("/records");
            browser.press("a[href='/forms/round']");
            browser.see(".paper pre");
            browser.onPaper(true);
            // 186 mm of A4 are free; a wide letter takes two cells whatever font there is.
            Object fits = browser.run("const pre = document.querySelector('.paper pre');"
                    + "const cell = document.createElement('span'); cell.textContent = '0'.repeat(80);"
                    + "pre.append(cell);"
                    + "const eighty = cell.getBoundingClientRect().width; cell.remove();"
                    + "const wide = [...pre.querySelectorAll('i')]"
                    + ".every(i => Math.abs(i.getBoundingClientRect().width - eighty / 40) < 0.5);"
                    + "return (eighty <= 186 / 25.4 * 96) + ' ' + wide");
            assertEquals("true true", fits);
            assertFalse(browser.shown("#b-about"), "what it is for isn't on the paper");
            browser.onPaper(false);
            browser.keep("print-" + lang + "-" + width + "-form.pdf", browser.print());
            browser.picture("form-" + lang + "-" + width);
        }
    }
}
