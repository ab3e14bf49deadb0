package io.pumpwatch.web;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.alarms.Life;
import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.People;
import io.pumpwatch.api.Status;
import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.scan.HornPattern;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Ne107;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.QualityCause;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Words;
import io.pumpwatch.web.Http.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the API tells of the station. */
class WebReadTest {
    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;
    private Http http;

    @BeforeEach
    void start() {
        http = served.http();
    }

    private <T> T read(Class<T> type, String path, String... headers) throws IOException {
        Answer answer = http.get(path, headers);
        assertEquals(200, answer.status(), answer::toString);
        return JSON.std
                .with(JSON.Feature.FAIL_ON_UNKNOWN_BEAN_PROPERTY)
                .beanFrom(type, answer.raw().body());
    }

    private Status status() throws IOException {
        return read(Status.class, "/api/v1/status");
    }

    private void act(String verb, String person, String fields) throws IOException {
        Answer answer = http.act(verb, "{'person':'" + person + "','pin':'1234'" + fields + "}");
        assertEquals(200, answer.status(), answer::toString);
    }

    @Test
    void aCalmStation() throws IOException {
        station.run(SmallPlan.LEVEL, 2, 2);
        Status status = status();
        assertEquals("mine-7", status.site());
        assertEquals("North station", status.name());
        assertEquals("1.2.3", status.version());
        assertEquals("ntp", status.clockTrust());
        assertEquals("silent", status.horn());
        assertTrue(status.now().matches("2026-11-2[0-9]T[0-9:]{8}\\.[0-9]{3}Z"), status.now());
        Status.Instrument pressure = status.instruments().get(0);
        assertEquals("PT-101", pressure.tag());
        assertEquals(32.0, pressure.value());
        assertEquals("good", pressure.quality());
        assertEquals("good", pressure.ne107());
        assertEquals(0L, pressure.ageMs());
        assertEquals(
                List.of("P-101", "P-301"),
                status.pumps().stream().map(Status.Pump::tag).toList());
        assertTrue(status.trips().isEmpty()
                && status.bypassed().isEmpty()
                && status.alarmLoad().topTen().isEmpty());
        Status.OutsideRule outside = status.outsideRule().get(0);
        assertEquals("PT-101.HH", outside.point());
        assertEquals("P1", outside.rule());
        assertEquals(0, requireNonNull(status.levels().get(0).ratePerMinute()), 1e-9);
        assertEquals(null, status.levels().get(0).timeToOverflowMs());
    }

    @Test
    void aRisingLevelSaysWhenItOverflows() throws IOException {
        for (int i = 0; i < 60; i++) {
            station.run(SmallPlan.LEVEL, 2 + i * 0.01, 1);
        }
        Status.Level level = status().levels().get(0);
        assertEquals(0.6, requireNonNull(level.ratePerMinute()), 0.05);
        assertEquals((5 - 2.59) / 0.6 * 60_000, requireNonNull(level.timeToOverflowMs()), 20_000);
    }

    @Test
    void aTrippedStationShowsWhy() throws IOException {
        station.run(SmallPlan.RUNS, 1, 2);
        station.run(SmallPlan.PRESSURE, 41, 1);
        Status status = status();
        assertEquals("PT-101.TRIP", status.trips().get(0).point());
        assertEquals(41.0, status.trips().get(0).value());
        Status.Pump pump = status.pumps().get(0);
        assertTrue(pump.running());
        assertEquals(List.of("PT-101.TRIP"), pump.trips());
        assertEquals("trip", pump.inhibits().get(0).code());
        assertTrue(pump.inhibits().get(0).text().contains("reset it with its cause"));
        assertTrue(pump.runMs() >= 2_000 && pump.runMs() < 60_000, "" + pump.runMs());
        assertEquals("alarm", status.horn());
        assertTrue(status.alarmLoad().inTenMinutes() >= 3);
        assertTrue(requireNonNull(status.alarmLoad().byPriority().get("critical")) >= 2);
    }

    @Test
    void aSwingShowsItsLatchAndItsCause() throws IOException {
        station.run(SmallPlan.RUNS, 1, 2);
        station.run(SmallPlan.PRESSURE, 27, 1);
        act("cause", "fit-1", ",'header':'PT-101','cause':'进气'");
        Status.Header header = status().headers().get(0);
        assertTrue(header.settled());
        assertNotNull(header.excursionSince(), "27 MPa is outside P1");
        Status.Swing swing = requireNonNull(header.swing());
        assertEquals(27.0, swing.smallest());
        assertEquals(32.0, swing.largest());
        assertEquals("进气", swing.cause());
        assertEquals("fit-1", swing.causeBy());
    }

    @Test
    void aLostLevelShowsItsLastGoodValue() throws IOException {
        act("flood-on", "lead-1", ",'reason':'storm'");
        station.run(SmallPlan.LEVEL, 2.5, 2);
        station.run(SmallPlan.LEVEL, Double.NaN, 20);
        Status status = status();
        assertEquals("storm", requireNonNull(status.flood()).text());
        Status.Level level = status.levels().get(0);
        assertEquals(2.5, requireNonNull(level.lost()).lastGood());
        assertEquals("bad", status.instruments().get(1).quality());
        assertNull(status.instruments().get(1).value(), "a failed instrument shows no value inside limits");
        assertNull(level.value());
        act("gauge", "op-1", ",'level':'LT-301','value':3.1");
        level = status().levels().get(0);
        assertTrue(level.manual());
        assertEquals(3.1, level.value());
        assertEquals("op-1", requireNonNull(level.gauge()).by());
        assertEquals("manual", status().instruments().get(1).cause());
    }

    @Test
    void bypassedProtectionNamesPersonAndEnd() throws IOException {
        act("shelve", "lead-1", ",'point':'PT-101.H','reason':'test','minutes':30");
        act("drill-start", "tech-1", ",'points':['PT-101.HH'],'reason':'drill','minutes':5");
        station.run(SmallPlan.LEVEL, 2, 1);
        Status status = status();
        assertEquals(
                List.of("shelved", "drill"),
                status.bypassed().stream().map(Status.Bypass::how).toList());
        Status.Bypass shelved = status.bypassed().get(0);
        assertEquals("Leader One", shelved.byName());
        assertTrue(shelved.until().compareTo(status.now()) > 0);
        assertEquals(List.of("PT-101.HH"), requireNonNull(status.drill()).points());
        AlarmList list = read(AlarmList.class, "/api/v1/alarms");
        AlarmList.Alarm drilled = alarm(list, "PT-101.HH-DRILL");
        assertTrue(drilled.functionCheck());
        assertEquals("PT-101 HH", drilled.name());
        assertEquals(1, list.shelved());
    }

    private static AlarmList.Alarm alarm(AlarmList list, String point) {
        return list.alarms().stream()
                .filter(alarm -> alarm.point().equals(point))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void alarmsComeInOrderWithAllThatIsKnown() throws IOException {
        station.run(SmallPlan.LEVEL, 4.6, 1);
        station.run(SmallPlan.PRESSURE, 36, 1);
        act("acknowledge", "op-1", ",'points':['PT-101.HH']");
        AlarmList list = read(AlarmList.class, "/api/v1/alarms");
        assertEquals(
                List.of("LT-301.HH", "PT-101.HH"),
                list.alarms().stream().map(AlarmList.Alarm::point).toList());
        AlarmList.Alarm level = list.alarms().get(0);
        assertEquals("unacked", level.state());
        assertEquals("critical", level.priority());
        assertEquals(4.6, level.value());
        assertEquals(4.5, level.setpoint());
        assertEquals("m", level.unit());
        assertEquals("a response", level.response());
        assertTrue(level.kept());
        assertNotNull(level.raised());
        assertEquals("op-1", list.alarms().get(1).acknowledgedBy());
        assertEquals("Asia/Shanghai", list.zone());
        AlarmList all = read(AlarmList.class, "/api/v1/alarms?all=true");
        assertEquals(7, all.alarms().size());
        assertEquals("normal", alarm(all, "PT-101.SWING").state());
        assertEquals(null, alarm(all, "PT-101.SWING").since());
    }

    @Test
    void whatIsNotKeptYetIsMarked() throws IOException {
        station.stall();
        station.run(SmallPlan.PRESSURE, 36, 1);
        assertFalse(alarm(read(AlarmList.class, "/api/v1/alarms"), "PT-101.HH").kept());
    }

    @Test
    void theCallersLanguageCounts() throws IOException {
        station.run(SmallPlan.PRESSURE, 36, 1);
        AlarmList chinese = read(AlarmList.class, "/api/v1/alarms", "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8");
        assertEquals("PT-101 HH 报警", alarm(chinese, "PT-101.HH").name());
        assertEquals("未确认", alarm(chinese, "PT-101.HH").stateText());
        assertEquals(
                "北泵站",
                read(Status.class, "/api/v1/status", "Accept-Language", "zh").name());
        String english = read(Status.class, "/api/v1/status", "Accept-Language", "zh;q=0.1,en")
                .name();
        assertEquals("North station", english);
        Answer refusal = http.act("acknowledge", "{'person':'fit-1','pin':'1234','all':true}", "Accept-Language", "zh");
        assertEquals("无权操作", refusal.text("title"));
        assertTrue(refusal.text("detail").contains("泵站司机、班长、站长"), refusal::toString);
    }

    @Test
    void peopleComeWithoutSecrets() throws IOException {
        act("sign-on", "op-1", "");
        Answer answer = http.get("/api/v1/people");
        assertFalse(answer.raw().body().contains("1234"));
        People people = read(People.class, "/api/v1/people");
        People.Someone operator = people.people().stream()
                .filter(someone -> someone.id().equals("op-1"))
                .findFirst()
                .orElseThrow();
        assertEquals("王伟", operator.name());
        assertEquals(List.of("operator"), operator.roles());
        assertNotNull(operator.onDutySince());
        assertEquals("王伟", status().onDuty().get(0).name());
    }

    @Test
    void answersKeepBrowsersFromHarm() throws IOException {
        for (Answer answer : List.of(http.get("/api/v1/status"), http.get("/nowhere"), http.act("silence", ""))) {
            Map<String, List<String>> headers = answer.raw().headers().map();
            assertEquals(List.of("nosniff"), headers.get("x-content-type-options"));
            boolean repeatable = headers.containsKey("etag");
            assertEquals(List.of(repeatable ? "no-cache, private" : "no-store"), headers.get("cache-control"));
            assertEquals(List.of("default-src 'none'; frame-ancestors 'none'"), headers.get("content-security-policy"));
            assertEquals(List.of("DENY"), headers.get("x-frame-options"));
            assertEquals(null, headers.get("access-control-allow-origin"));
            assertEquals(null, headers.get("server"));
        }
        Answer problem = http.get("/nowhere", "Accept-Language", "zh");
        assertEquals(
                "zh-CN", problem.raw().headers().firstValue("content-language").get());
        assertEquals(
                "same-origin",
                problem.raw()
                        .headers()
                        .firstValue("cross-origin-resource-policy")
                        .get());
        assertEquals(
                "application/problem+json; charset=utf-8",
                problem.raw().headers().firstValue("content-type").get());
    }

    @Test
    void everyConstantThatIsShownHasWords() {
        for (Lang lang : Lang.values()) {
            Words words = Words.of(lang);
            said(words, "life", Life.values());
            said(words, "priority", Priority.values());
            said(words, "quality", QualityCause.values());
            said(words, "role", Role.values());
            said(words, "horn", HornPattern.values());
            said(words, "clock", ClockTrust.values());
            for (String why : List.of("swing", "trip", "bad", "low-low", "unavailable", "contact", "level", "idle")) {
                assertTrue(words.has("why." + why), why);
            }
        }
        assertEquals("out-of-specification", Wire.word(Ne107.OUT_OF_SPECIFICATION));
        assertEquals("uncertain", Wire.word(Quality.UNCERTAIN));
        assertEquals("loop", Wire.word(InstrumentPlan.Signal.LOOP));
        assertEquals("drainage", Wire.word(PumpPlan.Kind.DRAINAGE));
    }

    private static void said(Words words, String family, Enum<?>[] constants) {
        for (Enum<?> constant : constants) {
            assertTrue(words.has(family + "." + Wire.word(constant)), family + " " + constant);
        }
    }
}
