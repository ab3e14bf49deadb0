package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in a real browser: nothing keeps anybody out, nothing sticks out, nothing is complained of. */
@Tag("browser")
@Timeout(300)
class BrowserPagesTest {
    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;

    @BeforeEach
    void start() {
        station.run(SmallPlan.PRESSURE, 36.0, 2);
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void everyPageIsForEverybody(String lang, int width) throws IOException {
        List<String> faults = new ArrayList<>();
        try (Browser browser = served.signedIn("op-1", lang, width)) {
            for (String page : SiteTest.PAGES) {
                browser.go(page);
                if (page.startsWith("/trends")) {
                    browser.see("#chart[data-drawn=yes] canvas");
                }
                browser.violations().forEach(fault -> faults.add(page + ": " + fault));
                if (browser.overflows()) {
                    faults.add(page + " is wider than the window");
                }
                browser.complaints().forEach(line -> faults.add(page + ": " + line));
                browser.picture(lang + "-" + width + "-" + page.replaceAll("[^a-z0-9]+", "_"));
            }
        }
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    @Test
    void theBoardRenewsItselfAndSaysWhenTheStationIsGone() {
        try (Browser browser = Browser.open(served.port(), "en", Browser.DESKTOP)) {
            browser.go("/");
            browser.reads("#bar-PT-101", "36.00");
            station.run(SmallPlan.PRESSURE, 33.0, 2);
            browser.reads("#bar-PT-101", "33.00");
            served.stop();
            browser.reads("#gone", "doesn't answer");
        }
    }
}
