package io.pumpwatch.web;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People are enrolled, given PINs and put on the roster from a desk. */
@Tag("browser")
@Timeout(240)
class BrowserPeopleTest {
    private static final String NEW_PIN = "864209";
    private static final String NEXT_PIN = "975310";

    /** Ticks and days, which no key types the same in every language. */
    private static void set(Browser browser, String css, String property, Object value) {
        // In an open form, as a person does it: one that is closed is drawn anew with what the station says.
        browser.run(
                "const field = document.querySelector(arguments[0]); field.closest('details').open = true;"
                        + "field[arguments[1]] = arguments[2]",
                css,
                property,
                value);
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void theFirstChiefComesWithTheCode(String lang, int width) throws IOException {
        TestStation empty = new TestStation(false);
        try (WebServer server = WebServer.start(new WebSettings("127.0.0.1", 0), empty, "1.2.3");
                Browser browser = Browser.open(server.port(), lang, width)) {
            browser.go("/people");
            browser.act("person-add", "code", TestStation.CODE, "id", "boss", "name", "站长", "newPin", NEW_PIN);
            browser.reads("#b-people", "站长");
            browser.go("/sign-in");
            browser.act("session", "person", "boss", "pin", NEW_PIN);
            browser.see("#sign-out");
        }
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void aChiefEnrolsSomebodySetsTheirPinAndSaysWhenTheyAreDue(String lang, int width) throws IOException {
        TestStation station = new TestStation(true);
        try (WebServer server = WebServer.start(new WebSettings("127.0.0.1", 0), station, "1.2.3");
                Browser browser = Browser.open(server.port(), lang, width)) {
            browser.go("/people");
            set(browser, "form[data-act=person-add] [name=roles][value=operator]", "checked", true);
            browser.act(
                    "person-add",
                    "person",
                    "chief-1",
                    "pin",
                    TestStation.PIN,
                    "id",
                    "new-1",
                    "name",
                    "新人",
                    "newPin",
                    NEW_PIN);
            browser.reads("#b-people", "新人");
            browser.reads("#b-people", lang.equals("zh") ? "泵站司机" : "operator");
            browser.act("pin", "person", "chief-1", "pin", TestStation.PIN, "id", "new-1", "newPin", NEXT_PIN);
            browser.reads("#said", "PIN");
            browser.go("/sign-in");
            browser.act("session", "person", "new-1", "pin", NEXT_PIN);
            browser.see("#sign-out");
            browser.go("/shift");
            // Nobody ticked: what is missing is said and found.
            browser.act("roster-set", "person", "chief-1", "pin", TestStation.PIN, "days", "3");
            browser.reads("#said", lang.equals("zh") ? "缺少字段" : "is missing");
            browser.until("return document.activeElement.name === 'people'");
            set(browser, "form[data-act=roster-set] [name=people][value=new-1]", "checked", true);
            browser.act("roster-set", "person", "chief-1", "pin", TestStation.PIN, "days", "3");
            browser.reads("#b-roster", "新人");
        }
    }
}
