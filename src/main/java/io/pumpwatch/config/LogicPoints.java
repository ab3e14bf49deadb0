package io.pumpwatch.config;

import static io.pumpwatch.station.Words.filled;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmPlan.Kind;
import io.pumpwatch.alarms.AlarmPlan.Words;
import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.duty.Accidents;
import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.duty.DutyPlan.Crew;
import io.pumpwatch.duty.HandoverWatch;
import io.pumpwatch.interlocks.Condition;
import io.pumpwatch.interlocks.InterlockPlan;
import io.pumpwatch.interlocks.InterlockPlan.Header;
import io.pumpwatch.interlocks.InterlockPlan.Sump;
import io.pumpwatch.interlocks.InterlockPlan.Tank;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.rounds.RoundsPlan;
import io.pumpwatch.rounds.RoundsPoints;
import io.pumpwatch.rounds.Schedule;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.scan.SelfCheck;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The alarm points that other parts of the agent decide, made for every instrument, contact and pump they stand on;
 * their priorities, delays and words come from {@code logic-points.json}.
 */
final class LogicPoints {
    static final String RESOURCE = "logic-points.json";
    private static final List<String> AGENT_CONDITIONS = List.of(
            SelfCheck.LINK,
            SelfCheck.UNCONFIRMED,
            SelfCheck.STORE,
            SelfCheck.ROOM,
            SelfCheck.HISTORY,
            SelfCheck.RECORDS_CUT,
            SelfCheck.CLOCK,
            SelfCheck.CRASHES,
            SelfCheck.ACCIDENT,
            SelfCheck.FIELD,
            SelfCheck.OUTPUT,
            SelfCheck.OUTPUT_CHECK,
            SelfCheck.STATION_FILE,
            HandoverWatch.OVERDUE,
            HandoverWatch.REFUSED,
            Accidents.UNCONFIRMED);

    private final Map<String, Map<String, AlarmSettings>> templates = new LinkedHashMap<>();
    private final Map<Tag, Text> names;
    private final Map<AlarmId, AlarmPlan> points = new LinkedHashMap<>();

    /** @param names of all tags, for the words */
    LogicPoints(Map<Tag, Text> names) {
        this.names = names;
        load();
    }

    private void load() {
        Faults faults = new Faults(RESOURCE);
        new Section(faults, BuiltIn.read(RESOURCE), Spot.START, "", "")
                .children()
                .forEach((kind, table) -> {
                    Map<String, AlarmSettings> conditions = new LinkedHashMap<>();
                    table.children().forEach((condition, section) -> {
                        conditions.put(condition, AlarmSettings.read(section, AlarmSettings.PLAIN));
                        section.done();
                    });
                    templates.put(kind, conditions);
                });
        if (faults.fatal()) {
            throw new IllegalStateException(RESOURCE + ": " + faults.sorted());
        }
    }

    /** Names of all conditions that the agent decides itself: no limit may be called so. */
    Set<String> conditions() {
        Set<String> all = new HashSet<>();
        templates.values().forEach(conditions -> all.addAll(conditions.keySet()));
        return all;
    }

    /** All points of a plan. */
    Map<AlarmId, AlarmPlan> of(List<InstrumentPlan> instruments, InterlockPlan interlocks, Set<Tag> bounded) {
        Set<Tag> vital = vital(interlocks);
        for (InstrumentPlan instrument : instruments) {
            boolean isVital = vital.contains(instrument.tag());
            add(isVital ? "vital" : "instrument", instrument.tag(), SelfCheck.BAD, "");
            if (instrument.deviation() != null) {
                add(
                        "instrument",
                        instrument.tag(),
                        SelfCheck.DEVIATION,
                        instrument.deviation().other().name());
            }
        }
        bounded.forEach(tag -> add("instrument", tag, SelfCheck.OUTSIDE_RULE, ""));
        interlocks.headers().forEach(this::header);
        for (Tank tank : interlocks.tanks()) {
            add("tank", tank.level(), Condition.TRIP, "");
            add("instrument", tank.level(), SelfCheck.BYPASSED, "");
        }
        interlocks.sumps().forEach(sump -> sump(sump, interlocks));
        interlocks.pumps().forEach(this::pump);
        AGENT_CONDITIONS.forEach(condition -> add("agent", SelfCheck.AGENT, condition, ""));
        return points;
    }

    /** Points of the duty book; none without its section. */
    void duty(DutyPlan duty) {
        if (!duty.inForce()) {
            return;
        }
        Crew crew = duty.crew();
        Map<String, Boolean> asked = new LinkedHashMap<>();
        asked.put(DutyPlan.CREW, crew.needed() > 0);
        asked.put(DutyPlan.PRESENCE, crew.presenceMs() > 0);
        asked.put(DutyPlan.PAPERS, crew.warnDays() > 0);
        asked.put(DutyPlan.LIVE_WORK, true);
        asked.put(DutyPlan.REMARKS, crew.remarkDays() > 0);
        asked.put(DutyPlan.BRIEFING, crew.briefingMs() > 0);
        asked.put(DutyPlan.MUSTER, true);
        asked.forEach((condition, is) -> {
            if (is) {
                add("duty", DutyPlan.DUTY, condition, "");
            }
        });
        DutyPlan.Door door = duty.door();
        if (door != null) {
            add("door", door.contact(), DutyPlan.ENTRY, "");
            add("door", door.contact(), DutyPlan.OUTSIDER, "");
        }
    }

    /** Points of rounds, sheets, jobs and defects, added to the others. */
    void rounds(RoundsPlan rounds) {
        for (SheetPlan sheet : rounds.sheets()) {
            add("sheet", sheet.late().tag(), RoundsPoints.LATE, sheet.late().condition(), sheet.name());
            if (sheet.schedule() instanceof Schedule.Daily) {
                add(
                        "sheet",
                        sheet.missed().tag(),
                        RoundsPoints.MISSED,
                        sheet.missed().condition(),
                        sheet.name());
            }
        }
        add("rounds", RoundsPoints.AGENT, RoundsPoints.DEFECT, "");
        add("rounds", RoundsPoints.AGENT, RoundsPoints.DEFECT_OVERDUE, "");
        add("rounds", RoundsPoints.AGENT, RoundsPoints.CHECK_DUE, "");
        if (!rounds.workPoints().isEmpty()) {
            String other = rounds.workPoints().get(0).toString();
            add("rounds", RoundsPoints.AGENT, RoundsPoints.WORK_LEADER, other);
            add("rounds", RoundsPoints.AGENT, RoundsPoints.WORK_CHIEF, other);
            add("rounds", RoundsPoints.AGENT, RoundsPoints.WORK_DISPATCH, other);
        }
    }

    /** A point of one sheet: the template's condition with the sheet's id behind. */
    private void add(String kind, Tag tag, String template, String condition, Text name) {
        add(kind, tag, template, "", name, "");
        AlarmPlan made = points.remove(tag.alarm(template));
        if (made != null) {
            AlarmId id = tag.alarm(condition);
            points.put(id, AlarmSettings.of(made).plan(id, Kind.LOGIC, 0, 0, "", false));
        }
    }

    /** Whatever a protection can't do without. */
    private static Set<Tag> vital(InterlockPlan interlocks) {
        Set<Tag> vital = new HashSet<>();
        interlocks.headers().forEach(header -> vital.add(header.pressure()));
        interlocks.tanks().forEach(tank -> vital.add(tank.level()));
        for (Sump sump : interlocks.sumps()) {
            vital.add(sump.level());
            if (sump.floatSwitch() != null) {
                vital.add(sump.floatSwitch());
            }
        }
        interlocks.pumps().forEach(pump -> vital.add(pump.running()));
        return vital;
    }

    private void header(Header header) {
        Tag tag = header.pressure();
        if (header.swing() != null) {
            add("header", tag, Condition.SWING, "");
        }
        if (header.trip() != null) {
            add("header", tag, Condition.TRIP, "");
            add("instrument", tag, SelfCheck.BYPASSED, "");
        }
        add("header", tag, Condition.NO_PRESSURE, "");
        add("header", tag, Condition.CONTACT_DISAGREES, "");
    }

    private void sump(Sump sump, InterlockPlan interlocks) {
        add("sump", sump.level(), Condition.LEVEL_LOST, "");
        add("sump", sump.level(), Condition.GAUGE_OVERDUE, "");
        if (sump.riseMax() > 0) {
            add("sump", sump.level(), Condition.RISE, "");
        }
        if (sump.overflowMs() > 0) {
            add("sump", sump.level(), Condition.OVERFLOW_SOON, "");
        }
        if (sump.floatSwitch() != null) {
            add(
                    "float",
                    sump.floatSwitch(),
                    Condition.FLOAT_DISAGREES,
                    sump.level().name());
        }
        for (Tag tag : sump.pumps()) {
            PumpPlan pump = interlocks.pump(tag);
            if (pump != null && pump.answerMs() > 0) {
                add("pump", pump.running(), Condition.NO_ANSWER, pump);
            }
        }
    }

    private void pump(PumpPlan pump) {
        if (pump.trip() != null) {
            add("pump", pump.running(), Condition.TRIP_FAILED, pump);
        }
        add("pump", pump.running(), Condition.UNEXPECTED_STOP, pump);
        if (pump.permit() != null && pump.kind().inhibitable()) {
            add("pump", pump.running(), Condition.AGAINST_INHIBIT, pump);
        }
        if (pump.kind() == PumpPlan.Kind.DRAINAGE) {
            add("pump", pump.running(), Condition.NOT_READY, pump);
        }
    }

    private void add(String kind, Tag tag, String condition, String other) {
        add(kind, tag, condition, "", names.getOrDefault(tag, Text.NONE), other);
    }

    private void add(String kind, Tag tag, String condition, PumpPlan pump) {
        add(kind, tag, condition, pump.tag().name(), pump.name(), "");
    }

    private void add(String kind, Tag tag, String condition, String pump, Text name, String other) {
        Map<String, AlarmSettings> ofKind = templates.getOrDefault(kind, Map.of());
        AlarmSettings template = ofKind.get(condition);
        if (template == null) {
            throw new IllegalStateException(RESOURCE + " lacks [" + kind + "." + condition + "]");
        }
        Map<String, String> en = said(tag, pump, name.en(), other);
        Map<String, String> zh = said(tag, pump, name.zh(), other);
        Words words = template.words();
        AlarmSettings filled = template.with(new Words(
                fill(words.name(), en, zh),
                fill(words.cause(), en, zh),
                fill(words.consequence(), en, zh),
                fill(words.response(), en, zh)));
        AlarmId id = tag.alarm(condition);
        points.put(id, filled.plan(id, Kind.LOGIC, 0, 0, "", false));
    }

    private static Map<String, String> said(Tag tag, String pump, String name, String other) {
        return Map.of("tag", tag.name(), "pump", pump, "name", name.isEmpty() ? tag.name() : name, "other", other);
    }

    private static Text fill(Text text, Map<String, String> en, Map<String, String> zh) {
        return new Text(filled(text.en(), en), filled(text.zh(), zh));
    }
}
