package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people do on the pages, from beginning to end, in a real browser. */
@Tag("browser")
@Timeout(240)
class BrowserFlowsTest {
    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void anAlarmFromHornToClosed(String lang, int width) throws IOException {
        boolean zh = lang.equals("zh");
        try (Browser one = served.signedIn("op-1", lang, width);
                Browser other = Browser.open(served.port(), lang, width)) {
            other.go("/");
            one.go("/");
            one.reads("#b-alarms", zh ? "没有报警" : "Nothing is alarmed");
            station.run(SmallPlan.LEVEL, 4.6, 3);
            one.reads("#b-alarms", "LT-301.HH");
            one.reads("#state", zh ? "喇叭在响" : "horn sounds");
            one.press("[data-urgent=silence]");
            one.readsNot("#state", zh ? "喇叭在响" : "horn sounds");
            one.go("/alarms");
            one.act("acknowledge");
            one.reads("#said", zh ? "确认" : "Acknowledged");
            other.reads("#b-alarms", zh ? "已确认" : "acknowledged");
            one.picture("flow-" + lang + "-" + width + "-acknowledged");
            station.run(SmallPlan.LEVEL, 2.0, 3);
            one.reads("#b-alarms", zh ? "自锁" : "latched");
            one.act("reset", "person", "lead-1", "pin", TestStation.PIN);
            one.reads("#b-alarms", zh ? "没有报警" : "Nothing is alarmed");
            other.reads("#b-alarms", zh ? "没有报警" : "Nothing is alarmed");
        }
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void aRoundWithAProblemThroughALostConnection(String lang, int width) throws IOException {
        boolean zh = lang.equals("zh");
        String leaks = ".checks fieldset[data-item=leaks] ";
        String level = ".checks fieldset[data-item=level] ";
        try (Browser browser = served.signedIn("op-1", lang, width)) {
            browser.go("/rounds");
            browser.press("#b-sheets a[href='/rounds/round']");
            browser.act("sheet-start");
            browser.see(leaks + "input[value=abnormal]:enabled");
            browser.offline(true);
            browser.press(leaks + "input[value=abnormal]");
            browser.type(leaks + "input[name=text]", "oil on the floor");
            browser.press(leaks + "button.answer");
            browser.reads("#queue", "1");
            browser.picture("flow-" + lang + "-" + width + "-offline");
            browser.type(level + "input[name=value]", "2.0");
            browser.offline(false);
            browser.reads(leaks + ".sent", "✓");
            browser.press(level + "button.answer");
            browser.reads(level + ".sent", "✓");
            browser.reads("#progress", zh ? "2/2" : "2 of 2");
            browser.act("sheet-sign", "person", "op-1", "pin", TestStation.PIN);
            browser.reads("#b-about", "王伟");
            browser.act("sheet-sign", "person", "lead-1", "pin", TestStation.PIN);
            browser.reads("#b-past", "王伟");
            browser.go("/defects");
            browser.reads("#b-defects", "oil on the floor");
            assertEquals(1, station.view().state().rounds().defects().open().size(), "sent once, kept once");
        }
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void aRoundGoesOnThroughAReloadWithoutTheStation(String lang, int width) throws IOException {
        boolean zh = lang.equals("zh");
        String leaks = ".checks fieldset[data-item=leaks] ";
        String level = ".checks fieldset[data-item=level] ";
        try (Browser browser = served.signedIn("op-1", lang, width)) {
            browser.go("/rounds/round");
            browser.act("sheet-start");
            browser.see(leaks + "input[value=abnormal]:enabled");
            browser.until("return navigator.serviceWorker.ready.then(() => caches.match('/rounds/round'))"
                    + ".then(kept => kept ? kept.text() : '').then(text => text.includes('data-open=\"yes\"'))");
            browser.until("return caches.match(byId('js').src).then(kept => !!kept)");
            int port = served.port();
            served.stop();
            browser.press(leaks + "input[value=abnormal]");
            browser.type(leaks + "input[name=text]", "oil on the floor");
            browser.press(leaks + "button.answer");
            browser.type(level + "input[name=value]", "2.0");
            browser.reload();
            browser.reads("#queue", "1");
            assertEquals(
                    "oil on the floor", browser.see(leaks + "input[name=text]").getAttribute("value"));
            assertEquals("2.0", browser.see(level + "input[name=value]").getAttribute("value"));
            browser.reads("#gone", zh ? "失去联系" : "doesn't answer");
            browser.press(level + "button.answer");
            browser.reads("#queue", "2");
            browser.picture("flow-" + lang + "-" + width + "-reloaded");
            long before = station.view().offered().seq();
            served.start(port);
            browser.reads("#said", zh ? "登录已失效" : "session has ended");
            browser.go("/defects");
            browser.reads("p.note a", "2");
            browser.go("/sign-in?to=/rounds/round");
            browser.act("session", "person", "op-1", "pin", TestStation.PIN);
            browser.reads("#progress", zh ? "2/2" : "2 of 2");
            browser.readsNot("#queue", "1");
            assertEquals(before + 3, station.view().offered().seq(), "two answers and the defect of one, each once");
            // What was kept though its answer was lost is told again to a station that has forgotten the key.
            browser.run("localStorage.setItem(storeKey, JSON.stringify({leaks: {verdict: 'abnormal', value: '',"
                    + " text: 'oil on the floor', location: '', key: newKey(), correct: false}}))");
            browser.reload();
            browser.reads(leaks + ".sent", "✓");
            browser.until("return !localStorage.getItem(storeKey)");
            assertEquals(before + 3, station.view().offered().seq(), "and done once");
        }
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void aHandoverWithBothSignatures(String lang, int width) throws IOException {
        boolean zh = lang.equals("zh");
        try (Browser browser = served.signedIn("op-1", lang, width)) {
            browser.go("/handover");
            browser.act("handover-draft");
            browser.see("form[data-act=handover-sign]");
            browser.act("handover-remark", "topic", "keys", "text", "in the box");
            browser.reads("#b-open", "in the box");
            if (browser.text("form[data-act=handover-tools]").length() > 0) {
                browser.act("handover-tools");
                browser.reads("#b-open-tools", "1");
            }
            browser.act("handover-sign", "person", "op-1", "pin", TestStation.PIN);
            browser.see("form[data-act=handover-accept]");
            browser.go("/shift");
            browser.act("sign-on", "person", "lead-1", "pin", TestStation.PIN);
            browser.reads("#b-crew", "Leader One");
            browser.go("/handover");
            browser.act("handover-accept", "person", "lead-1", "pin", TestStation.PIN);
            browser.reads("#b-last", "Leader One");
            browser.reads(".chain", "1-");
            browser.picture("flow-" + lang + "-" + width + "-handover");
            assertTrue(browser.text("#b-last").contains(zh ? "接班签字" : "Accepted by incoming"));
        }
    }

    /** The sheet that was written by hand while the station couldn't be used, found on the page of blank forms. */
    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void aPaperSheetIsTypedIn(String lang, int width) throws IOException {
        try (Browser browser = served.signedIn("op-1", lang, width)) {
            browser.go("/records");
            browser.press("a[href='/forms/sign-on']");
            assertEquals(
                    "attendance",
                    browser.run("return document.querySelector('form[data-act=type-in] [name=sort]').value"));
            String[] sheet = {"pin", TestStation.PIN, "from", "2026-11-22T08:00", "until", "2026-11-22T16:00"};
            browser.act("type-in", with(sheet, "text", "the agent was off"));
            browser.reads("#said", lang.equals("zh") ? "当事人" : "about");
            long before = station.view().offered().seq();
            browser.act("type-in", with(sheet, "text", "the agent was off", "of", "op-1"));
            browser.reads("#said", lang.equals("zh") ? "抄自纸质记录" : "transcribed from paper");
            assertEquals(before + 1, station.view().offered().seq());
            assertEquals("", browser.run("return document.querySelector('form[data-act=type-in] [name=from]').value"));
            browser.go("/records");
            browser.press("a[href='/log?kind=duty.paper-typed-in']");
            assertEquals(
                    "duty.paper-typed-in",
                    browser.see("#q-kind").getAttribute("value"),
                    "the filter says what is shown");
            browser.picture("flow-" + lang + "-" + width + "-typed-in");
        }
    }

    private static String[] with(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void lastMonthsRecords(String lang, int width) throws IOException {
        try (Browser browser = served.signedIn("chief-1", lang, width)) {
            browser.go("/records");
            browser.press("a[href='/records/shift']");
            browser.type("#q-from", "2026-11");
            browser.press("form.filter button");
            browser.reads("#b-title", "2026-11-01");
            browser.see(".chain code");
            for (String format : new String[] {"CSV", "XLSX"}) {
                Object status = browser.run(
                        "const all = [...document.querySelectorAll('a.button')];"
                                + "const a = all.find(a => a.textContent === arguments[0]);"
                                + "const r = new XMLHttpRequest(); r.open('GET', a.href, false); r.send();"
                                + "return r.status + ' ' + r.getResponseHeader('content-disposition');",
                        format);
                String said = Objects.toString(status);
                assertTrue(said.startsWith("200 attachment") && said.contains("shift-2026-11."), said);
            }
            browser.picture("flow-" + lang + "-" + width + "-records");
        }
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void anAccidentNeedsNoPinAndNoSignIn(String lang, int width) throws IOException {
        try (Browser browser = Browser.open(served.port(), lang, width)) {
            browser.go("/trends");
            browser.press("[data-urgent=accident]");
            browser.press("[data-urgent=accident]");
            browser.reads("#state", lang.equals("zh") ? "已报告事故" : "Accident reported");
        }
    }

    @ParameterizedTest
    @MethodSource("io.pumpwatch.web.Browser#windows")
    void aWrongPinIsSaidAndNothingIsLost(String lang, int width) {
        try (Browser browser = Browser.open(served.port(), lang, width)) {
            browser.go("/sign-in?to=/defects");
            browser.act("session", "person", "op-1", "pin", "0000");
            browser.reads("#said", "PIN");
            browser.act("session", "person", "op-1", "pin", TestStation.PIN);
            browser.see("#b-defects");
            assertEquals("/defects", browser.path());
            browser.press("#sign-out");
            browser.see("a[href^='/sign-in']");
        }
    }
}
