package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With keys alone, and wherever on a long page somebody is. */
@Tag("browser")
@Timeout(240)
class BrowserKeysTest {
    @RegisterExtension
    final Served served = new Served();

    /** Whoever pressed at the foot of a page must not have to look for the answer at its head. */
    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void whatCameOfItIsInSightAndTheKeysGoOnThere(String lang, int width) throws IOException {
        try (Browser browser = served.signedIn("op-1", lang, width)) {
            browser.go("/shift");
            String form = "form[data-act='door-announce']";
            browser.act("door-announce", "reason", "parts come");
            browser.reads("#said", "30");
            assertEquals(
                    true,
                    browser.run("const box = byId('said').getBoundingClientRect();"
                            + "return scrollY > 300 && box.top >= 0 && box.bottom <= innerHeight + 1"));
            browser.until("return document.activeElement.tagName === 'SUMMARY'"
                    + " && document.activeElement.parentElement.querySelector(\"" + form + "\") !== null");
            browser.act("sign-off", "person", "op-1", "pin", "0000");
            browser.reads("#said", "PIN");
            browser.until("return document.activeElement.name === 'pin'");
        }
    }

    /** What dragging does, a finger and a key must be able to do (WCAG 2.5.7, 2.1.1). */
    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void aTrendIsMovedAndZoomedWithButtons(String lang, int width) {
        try (Browser browser = served.signedIn("op-1", lang, width)) {
            browser.go("/trends?tag=PT-101");
            browser.see("#chart[data-drawn=yes] canvas");
            browser.press("[data-span='31622400']");
            browser.until(SPAN + "return span() > 360 * 86400000");
            browser.press("[data-move=in]");
            browser.until(SPAN + "return span() < 190 * 86400000");
            browser.run(SPAN + "window.before = end()");
            browser.press("[data-move=earlier]");
            browser.until(SPAN + "return end() < window.before - 80 * 86400000");
            browser.run(SPAN + "window.before = span()");
            browser.press("[data-move=out]");
            browser.until(SPAN + "return span() > window.before * 1.5");
            browser.press("[data-move=later]");
            browser.press("[data-move=later]");
            browser.press("[data-move=later]");
            browser.until(SPAN + "return end() <= Date.now()");
        }
    }

    /** What is drawn is what the export asks for. */
    private static final String SPAN =
            "const asked = (name) => Date.parse(new URL(document.querySelector('a[href*=\"page=trends\"]').href)"
                    + ".searchParams.get(name)); const span = () => asked('to') - asked('from');"
                    + " const end = () => asked('to');";

    /** 34 and 35 MPa are a few dots apart; the rule's 35 and the alarm's 35 are one line. */
    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void namesOfLimitsStandBesideEachOther(String lang, int width) {
        try (Browser browser = served.signedIn("op-1", lang, width)) {
            browser.go("/trends?tag=PT-101");
            browser.see("#chart[data-drawn=yes] canvas");
            browser.run("window.names = []; const write = CanvasRenderingContext2D.prototype.fillText;"
                    + "CanvasRenderingContext2D.prototype.fillText = function(text, x, y) {"
                    + "  if (text.startsWith('PT-101.')) {"
                    + "    window.names.push([text, x, y, this.measureText(text).width, this.textBaseline]);"
                    + "  }"
                    + "  return write.apply(this, arguments); };");
            browser.press("[data-span='86400']");
            browser.until("return window.names.length > 1");
            List<?> names = (List<?>) Objects.requireNonNull(browser.run("return window.names"));
            assertEquals(
                    0L,
                    browser.run(
                            "return window.names.filter(([, x, y, w], i) => window.names.some(([, x2, y2, w2], j) =>"
                                    + " j < i && Math.abs(y - y2) < 12 && x < x2 + w2 && x2 < x + w)).length"),
                    names::toString);
            assertEquals(1L, browser.run("return window.names.filter(([text]) => text.includes('PT-101.HH')).length"));
            assertTrue(names.stream().allMatch(name -> ((List<?>) name).get(4).equals("bottom")), names::toString);
        }
    }
}
