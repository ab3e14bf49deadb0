package io.pumpwatch.web;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmsPlan;
import io.pumpwatch.conditioning.Bands;
import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.interlocks.InterlockPlan;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A station of one emulsion pump and one drainage pump, for tests of the shells. */
public final class SmallPlan {
    public static final Tag PRESSURE = new Tag("PT-101");
    public static final Tag LEVEL = new Tag("LT-301");
    public static final Tag RUNS = new Tag("XS-101");
    public static final Tag DRAINS = new Tag("XS-301");

    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_MS = 60_000;

    private SmallPlan() {}

    public static StationPlan plan() {
        return new StationPlan(
                "mine-7",
                "station-1",
                new Text("North station", "北泵站"),
                ZoneId.of("Asia/Shanghai"),
                Lang.EN,
                100,
                List.of(
                        scaled(PRESSURE, "emulsion header pressure", "乳化液母管压力", "MPa", 60),
                        scaled(LEVEL, "sump level", "集水坑水位", "m", 6),
                        InstrumentPlan.contact(RUNS, new Text("P-101 runs", "P-101 运行"), 5 * SECOND_MS),
                        InstrumentPlan.contact(DRAINS, new Text("P-301 runs", "P-301 运行"), 5 * SECOND_MS)),
                AlarmsPlan.of(
                        List.of(
                                limit(PRESSURE, "HH", AlarmPlan.Kind.HIGH, 35, 0.5, Priority.CRITICAL, false),
                                limit(PRESSURE, "H", AlarmPlan.Kind.HIGH, 34, 0.5, Priority.MEDIUM, false),
                                limit(LEVEL, "HH", AlarmPlan.Kind.HIGH, 4.5, 0.1, Priority.CRITICAL, true),
                                limit(LEVEL, "H", AlarmPlan.Kind.HIGH, 4, 0.1, Priority.LOW, false),
                                logic(PRESSURE, "TRIP", Priority.CRITICAL, true),
                                logic(PRESSURE, "SWING", Priority.HIGH, false),
                                logic(PRESSURE, "BYPASSED", Priority.HIGH, false)),
                        480 * MINUTE_MS,
                        720 * MINUTE_MS,
                        5 * MINUTE_MS),
                interlocks(),
                duty(),
                SmallRounds.plan(ZoneId.of("Asia/Shanghai")),
                Map.of(PRESSURE, new StationPlan.RuleBound("P1", 30, 34.5)),
                List.of(
                        new StationPlan.OutputPlan(new Tag("XC-101"), "gpio/5", false, false, false),
                        new StationPlan.OutputPlan(new Tag("XT-101"), "gpio/6", false, false, false),
                        new StationPlan.OutputPlan(new Tag("YA-501"), "gpio/12", false, false, false)),
                0,
                "0".repeat(64));
    }

    /** A kind of work with gear for who names it, and a door without a contact; else nothing is asked. */
    private static DutyPlan duty() {
        DutyPlan none = DutyPlan.of(ZoneId.of("Asia/Shanghai"));
        DutyPlan.Work work = new DutyPlan.Work("emulsion", Text.NONE, List.of("helmet", "gloves"), List.of());
        DutyPlan.Door door = new DutyPlan.Door(new Tag("ZS-401"), List.of(), 15 * SECOND_MS, 60 * MINUTE_MS);
        return new DutyPlan(
                none.timetable(),
                none.crew(),
                Map.of("emulsion", work),
                "",
                none.offices(),
                none.flood(),
                door,
                none.handover(),
                none.accidentConfirmMs(),
                none.lang());
    }

    private static InstrumentPlan scaled(Tag tag, String en, String zh, String unit, double high) {
        return new InstrumentPlan(
                tag,
                new Text(en, zh),
                InstrumentPlan.Signal.SCALED,
                unit,
                new InstrumentPlan.Span(0, high),
                Bands.NAMUR,
                5 * SECOND_MS,
                0,
                List.of(),
                0,
                false,
                1,
                null);
    }

    private static AlarmPlan limit(
            Tag tag,
            String condition,
            AlarmPlan.Kind kind,
            double setpoint,
            double deadband,
            Priority priority,
            boolean latching) {
        String unit = tag.equals(PRESSURE) ? "MPa" : "m";
        return new AlarmPlan(
                tag.alarm(condition),
                kind,
                setpoint,
                deadband,
                unit,
                0,
                0,
                priority,
                latching,
                0,
                false,
                "",
                words(tag + " " + condition));
    }

    private static AlarmPlan logic(Tag tag, String condition, Priority priority, boolean latching) {
        return new AlarmPlan(
                tag.alarm(condition),
                AlarmPlan.Kind.LOGIC,
                0,
                0,
                "",
                0,
                0,
                priority,
                latching,
                0,
                false,
                "",
                words(tag + " " + condition));
    }

    private static AlarmPlan.Words words(String name) {
        return new AlarmPlan.Words(
                new Text(name, name + " 报警"),
                new Text("a cause", "某原因"),
                new Text("a consequence", "某后果"),
                new Text("a response", "某处置"));
    }

    private static InterlockPlan interlocks() {
        Tag emulsion = new Tag("P-101");
        Tag drainage = new Tag("P-301");
        return new InterlockPlan(
                List.of(
                        pump(emulsion, "Emulsion pump 1", "1号乳化液泵", PumpPlan.Kind.EMULSION, RUNS, "XC-101", "XT-101"),
                        pump(drainage, "Drainage pump 1", "1号排水泵", PumpPlan.Kind.DRAINAGE, DRAINS, null, null)),
                List.of(new InterlockPlan.Header(
                        PRESSURE,
                        List.of(emulsion),
                        SECOND_MS,
                        "P1",
                        30,
                        35,
                        30,
                        2,
                        10 * SECOND_MS,
                        new InterlockPlan.Swing(4, 10 * SECOND_MS, 10 * MINUTE_MS),
                        40.0)),
                List.of(),
                List.of(new InterlockPlan.Sump(
                        LEVEL, "m", null, 0, 0, null, 0, List.of(drainage), 5, 0, 0, MINUTE_MS, 10 * MINUTE_MS, null)),
                new InterlockPlan.Relays(new Tag("YA-501"), null));
    }

    private static PumpPlan pump(
            Tag tag,
            String en,
            String zh,
            PumpPlan.Kind kind,
            Tag runs,
            @Nullable String permit,
            @Nullable String trip) {
        return new PumpPlan(
                tag,
                new Text(en, zh),
                kind,
                runs,
                null,
                permit == null ? null : new Tag(permit),
                trip == null ? null : new Tag(trip),
                null,
                0,
                false,
                5 * SECOND_MS,
                0,
                0);
    }
}
