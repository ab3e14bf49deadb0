package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shift record and day sheet as the A4 sheets that a station files (D4, D9), out of a real browser's printer. */
@Tag("browser")
@Timeout(240)
class BrowserPrintTest {
    /** 210 x 297 mm in points, as browsers round it. */
    private static final Pattern A4 = Pattern.compile("/MediaBox \\[0 0 59[45][.0-9]* 84[12][.0-9]*\\]");

    private final TestStation station = new TestStation(true);
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        server = WebServer.start(new WebSettings("127.0.0.1", 0), station, "1.2.3");
        station.run(SmallPlan.LEVEL, 4.6, 3);
        station.run(SmallPlan.LEVEL, 2.0, 3);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void sheetsPrintOnA4WithSignaturesAndTheChainsHead(String lang, int width) throws IOException {
        try (Browser browser = Browser.open(server.port(), lang, width)) {
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
}
