package io.pumpwatch.config;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmPlan.Kind;
import io.pumpwatch.conditioning.Bands;
import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.conditioning.InstrumentPlan.Signal;
import io.pumpwatch.conditioning.InstrumentPlan.Span;
import io.pumpwatch.interlocks.InterlockPlan.Header;
import io.pumpwatch.interlocks.InterlockPlan.Sump;
import io.pumpwatch.interlocks.InterlockPlan.Swing;
import io.pumpwatch.interlocks.InterlockPlan.Tank;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.scan.StationPlan.OutputPlan;
import io.pumpwatch.scan.StationPlan.RuleBound;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a station file says is what the plan holds; the figures are those of the domain page. */
class StationPlanTest {
    private static Loaded loaded(String file) {
        Loaded loaded = StationFile.read(Path.of("config").resolve(file)).loaded();
        assertNotNull(loaded);
        return loaded;
    }

    private static Loaded parsed(String toml) {
        StationFile.Result result = StationFile.parse("f", toml.getBytes(StandardCharsets.UTF_8));
        Loaded loaded = result.loaded();
        assertNotNull(loaded, () -> result.faults().toString());
        return loaded;
    }

    private static Tag tag(String name) {
        return new Tag(name);
    }

    private static AlarmPlan point(StationPlan plan, String id) {
        AlarmPlan point = plan.alarms().point(AlarmId.parse(id));
        assertNotNull(point, id);
        return point;
    }

    @Test
    void everySetpointOfTheFullStation() {
        Map<String, Double> setpoints = new TreeMap<>();
        loaded("full.toml").plan().setpoints().forEach((id, value) -> setpoints.put(id.toString(), value));
        Map<String, Double> expected = new TreeMap<>();
        expected.put("PT-101.L", 30.0);
        expected.put("PT-101.H", 34.0);
        expected.put("PT-101.HH", 35.0);
        expected.put("PT-101.TRIP", 35.0);
        expected.put("PT-101.SWING", 4.0);
        expected.put("PT-101.NO-PRESSURE", 28.0);
        expected.put("PT-201.NO-PRESSURE", 3.5);
        expected.put("LT-301.RISE", 0.1);
        expected.put("LT-301.OVERFLOW-SOON", 20.0);
        expected.put("PT-201.L", 4.0);
        expected.put("PT-201.H", 6.0);
        expected.put("LT-102.L", 30.0);
        expected.put("LT-102.LL", 15.0);
        expected.put("LT-102.TRIP", 15.0);
        expected.put("LT-301.LL", 0.6);
        expected.put("LT-301.L", 1.0);
        expected.put("LT-301.H", 3.5);
        expected.put("LT-301.HH", 4.5);
        expected.put("RT-601.H", 30.0);
        assertEquals(expected, setpoints);
    }

    @Test
    void emulsionPressureIsReadAsWritten() {
        StationPlan plan = loaded("full.toml").plan();
        InstrumentPlan pressure = plan.instrument(tag("PT-101"));
        assertNotNull(pressure);
        assertEquals(Signal.LOOP, pressure.signal());
        assertEquals(new Span(0, 60), pressure.span());
        assertEquals(Bands.NAMUR, pressure.bands());
        assertEquals(60_000, pressure.frozenMs());
        assertEquals(List.of(tag("XS-101"), tag("XS-102")), pressure.movesWith());
        AlarmPlan low = point(plan, "PT-101.L");
        assertEquals(Kind.LOW, low.kind());
        assertEquals(15_000, low.onDelayMs());
        assertTrue(low.whileSettled());
        AlarmPlan highHigh = point(plan, "PT-101.HH");
        assertEquals(0, highHigh.onDelayMs());
        assertTrue(highHigh.latching());
        assertEquals(new RuleBound("P1", 30, 35), plan.bounds().get(tag("PT-101")));
        assertEquals(new RuleBound("P2", 4, 6), plan.bounds().get(tag("PT-201")));
    }

    @Test
    void protectionIsReadAsWritten() {
        StationPlan plan = loaded("full.toml").plan();
        Header header = plan.interlocks().headers().get(0);
        assertEquals(List.of(tag("P-101"), tag("P-102")), header.pumps());
        assertEquals("P1", header.ruleId());
        assertEquals(30, header.ruleLow());
        assertEquals(35, header.ruleHigh());
        assertEquals(new Swing(4, 10_000, 600_000), header.swing());
        Tank tank = plan.interlocks().tanks().get(0);
        assertEquals(new Tank(tag("LT-102"), List.of(tag("P-101"), tag("P-102")), 15, 2, 5_000), tank);
        Sump sump = plan.interlocks().sumps().get(0);
        assertEquals(tag("LSHH-301"), sump.floatSwitch());
        assertEquals(600_000, sump.gaugeMs());
        assertNull(sump.lowLowStop());
        PumpPlan drains = plan.interlocks().pump(tag("P-301"));
        assertNotNull(drains);
        assertNull(drains.permit());
        assertNull(drains.trip());
        assertEquals(7 * 86_400_000L, drains.exerciseMs());
    }

    @Test
    void statesOfOutputsMeanTheirCoil() {
        String toml = BrokenFile.resource("base.toml")
                        .replace("running = \"XS-301\"", "running = \"XS-301\"\npermit = \"XC-301\"")
                + """
                [output.XC-301]
                what = "Block"
                channel = "gpio/22"
                no_power = "permitted"
                agent_dead = "permitted"
                agent_starting = "permitted"
                [output.YA-501]
                what = "Horn"
                channel = "gpio/23"
                no_power = "de-energised"
                agent_dead = "energised"
                agent_starting = "de-energised"
                [relays]
                horn = "YA-501"
                """;
        Loaded loaded = parsed(toml);
        Map<Tag, OutputPlan> outputs = new TreeMap<>();
        loaded.plan().outputs().forEach(output -> outputs.put(output.tag(), output));
        assertEquals(new OutputPlan(tag("XC-101"), "gpio/20", false, false, false), outputs.get(tag("XC-101")));
        assertEquals(new OutputPlan(tag("XC-301"), "gpio/22", false, false, false), outputs.get(tag("XC-301")));
        assertEquals(new OutputPlan(tag("YA-501"), "gpio/23", false, true, false), outputs.get(tag("YA-501")));
        FieldSettings.Relay permit = loaded.field().relays().get(tag("XC-101"));
        assertEquals(new FieldSettings.Relay("gpio/20", FieldSettings.Use.PERMIT, tag("P-101"), false, false), permit);
        FieldSettings.Relay block = loaded.field().relays().get(tag("XC-301"));
        assertEquals(new FieldSettings.Relay("gpio/22", FieldSettings.Use.PERMIT, tag("P-301"), true, false), block);
        assertEquals(tag("YA-501"), loaded.plan().interlocks().relays().horn());
    }

    @Test
    void preAlarmCanBeSwitchedOff() {
        String toml = BrokenFile.resource("base.toml").replace("setpoint = 34", "enabled = false\nsetpoint = 34");
        assertNull(parsed(toml).plan().alarms().point(AlarmId.parse("PT-101.H")));
    }

    @Test
    void deadbandIsTwoPercentOfSpanWhereNothingIsSaid() {
        String toml = BrokenFile.resource("base.toml").replace("deadband = 0.5\n", "");
        assertEquals(1.2, point(parsed(toml).plan(), "PT-101.H").deadband(), 1e-9);
    }

    @Test
    void warningDoesNotKeepAFileFromLoading() {
        String toml = BrokenFile.resource("base.toml").replace("setpoint = 34", "setpoint = 36");
        StationFile.Result result = StationFile.parse("f", toml.getBytes(StandardCharsets.UTF_8));
        assertNotNull(result.loaded());
        assertEquals(
                List.of(FaultKind.OUTSIDE_RULE),
                result.faults().stream().map(Fault::kind).toList());
    }

    @Test
    void recordingIsMappedByColumn() {
        FieldSettings field = loaded("pump-rig.toml").field();
        assertEquals(FieldSettings.Kind.REPLAY, field.kind());
        assertEquals(';', field.replay().separator());
        assertEquals("datetime", field.replay().timeColumn());
        assertEquals(ZoneId.of("UTC"), field.replay().zone());
        FieldSettings.Input flow = field.inputs().get(tag("FT-101"));
        assertNotNull(flow);
        assertEquals("Volume Flow RateRMS", flow.channel());
        assertEquals(1, flow.gain());
        assertTrue(loaded("pump-rig.toml").plan().instruments().stream()
                .allMatch(instrument -> instrument.signal() == Signal.SCALED));
    }

    @Test
    void shellsHaveTheirSettings() {
        Loaded full = loaded("full.toml");
        LinkSettings link = full.link();
        assertNotNull(link);
        assertEquals("127.0.0.1", link.host());
        assertEquals(1883, link.port());
        assertFalse(link.tls());
        assertEquals(LinkSettings.Receipts.REQUIRED, link.receipts());
        assertTrue(link.keys().containsKey(link.seat()));
        assertEquals(15_000, full.plan().unconfirmedMs());
        assertEquals(new WebSettings(WebSettings.Http.LOOPBACK, "127.0.0.1", 8460, Lang.EN, null, null), full.web());
        assertEquals(new JournalSettings(1_095, 4_096), full.journal());
        assertEquals(new HistorySettings(366, 3_600_000, 60_000, 8_192), full.history());
        LinkSettings real = loaded("emulsion.toml").link();
        assertNotNull(real);
        assertTrue(real.tls());
        assertEquals("ca.pem", real.caFile());
        assertNull(loaded("pump-rig.toml").link());
    }

    @Test
    void siteRulesAreData() {
        String toml = BrokenFile.resource("base.toml") + """
                [[rule]]
                id = "S1"
                text = { en = "Ears", zh = "护耳" }
                shown_by = ["PT-101.H", "PT-101"]
                """;
        SiteRule rule = parsed(toml).rules().get(0);
        assertEquals("S1", rule.id());
        assertEquals("护耳", rule.text().in(Lang.ZH));
        assertEquals(List.of("PT-101.H", "PT-101"), rule.shownBy());
    }

    @Test
    void everyTagHasItsName() {
        Loaded full = loaded("full.toml");
        assertEquals("1 号乳化液泵", requireNonNull(full.names().get(tag("P-101"))).zh());
        full.plan()
                .instruments()
                .forEach(instrument -> assertNotNull(full.names().get(instrument.tag())));
        full.plan().outputs().forEach(output -> assertNotNull(full.names().get(output.tag())));
    }
}
