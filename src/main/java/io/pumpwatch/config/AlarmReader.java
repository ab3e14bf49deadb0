package io.pumpwatch.config;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmPlan.Kind;
import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.conditioning.InstrumentPlan.Signal;
import io.pumpwatch.conditioning.InstrumentPlan.Span;
import io.pumpwatch.interlocks.InterlockPlan;
import io.pumpwatch.scan.StationPlan.RuleBound;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code [alarm.TAG.CONDITION]}: limits, contacts, and changes to the points that the agent decides itself. */
final class AlarmReader {
    private static final double ANY = 1e9;
    private static final double USUAL_DEADBAND = 0.02;
    private static final Map<String, Kind> SIDES = words("above", Kind.HIGH, "below", Kind.LOW);
    private static final Map<String, Kind> CONTACT = words("open", Kind.OPEN, "closed", Kind.CLOSED);

    private final Tags tags;
    private final InstrumentReader instruments;
    private final InterlockPlan interlocks;
    private final Map<Tag, RuleBound> bounds;
    private final Map<AlarmId, AlarmPlan> points;
    private final Set<String> reserved;
    private final Map<AlarmId, Section> sections = new LinkedHashMap<>();
    private final Map<AlarmId, Text> says = new LinkedHashMap<>();

    /**
     * Begins with the points that the agent decides itself.
     *
     * @param reserved names of their conditions
     */
    AlarmReader(
            Tags tags,
            InstrumentReader instruments,
            InterlockPlan interlocks,
            Map<Tag, RuleBound> bounds,
            Map<AlarmId, AlarmPlan> logic,
            Set<String> reserved) {
        this.tags = tags;
        this.instruments = instruments;
        this.interlocks = interlocks;
        this.bounds = bounds;
        this.points = new LinkedHashMap<>(logic);
        this.reserved = reserved;
    }

    private static Map<String, Kind> words(String first, Kind one, String second, Kind two) {
        Map<String, Kind> words = new LinkedHashMap<>();
        words.put(first, one);
        words.put(second, two);
        return words;
    }

    void read(Section root) {
        Section table = root.table("alarm");
        if (table == null) {
            return;
        }
        table.children()
                .forEach((tag, conditions) -> conditions.children().forEach((condition, section) -> {
                    String name = tag + "." + condition;
                    Section about = section.about(name);
                    if (AlarmId.isAlarmId(name)) {
                        point(AlarmId.parse(name), about);
                    } else {
                        about.faultAt(
                                section.spot(),
                                FaultKind.BAD_TEXT,
                                "alarm." + name,
                                name,
                                new Text(
                                        "[alarm.PT-101.HH]: a tag, a dot, a condition in capitals",
                                        "[alarm.PT-101.HH]: 位号、点、大写的条件名"));
                    }
                }));
        new LimitChecks(instruments, bounds).check(points, sections);
    }

    private void point(AlarmId id, Section section) {
        AlarmPlan logic = points.get(id);
        InstrumentPlan instrument = instruments.plan(id.tag());
        if (logic != null) {
            logic(logic, section);
        } else if (instrument == null || reserved.contains(id.condition())) {
            Set<String> known = new TreeSet<>();
            points.keySet().forEach(point -> known.add(point.toString()));
            if (instrument == null) {
                instruments.plans().forEach(plan -> known.add(plan.tag() + "." + id.condition()));
            }
            section.faultAt(section.spot(), FaultKind.UNKNOWN_POINT, id, KnownWords.list(id.toString(), known));
        } else if (instrument.signal() == Signal.CONTACT) {
            contact(id, section);
        } else {
            limit(id, instrument, section);
        }
    }

    private void logic(AlarmPlan point, Section section) {
        AlarmSettings settings = AlarmSettings.read(section, AlarmSettings.of(point));
        for (String key : List.of("setpoint", "deadband", "when", "while_settled")) {
            if (section.has(key)) {
                section.fault(
                        key,
                        FaultKind.NOT_FOR_THIS_POINT,
                        key,
                        point.id(),
                        new Text(
                                "priority, on_delay, off_delay, latching, re_alarm, group, texts",
                                "priority、on_delay、off_delay、latching、re_alarm、group、文字"));
            }
        }
        if (!settings.enabled() && point.priority() == Priority.CRITICAL) {
            section.fault("enabled", FaultKind.MUST_STAY);
        }
        put(settings, settings.plan(point.id(), Kind.LOGIC, 0, 0, "", false), section);
    }

    private void contact(AlarmId id, Section section) {
        boolean normallyClosed = instruments.normallyClosed(id.tag());
        Kind kind = section.word("when", CONTACT, normallyClosed ? Kind.OPEN : Kind.CLOSED);
        if ((kind == Kind.CLOSED) == normallyClosed) {
            section.fault("when", FaultKind.ALWAYS_ALARM, InstrumentReader.stateWords(normallyClosed), id.tag());
        }
        AlarmSettings settings = settings(section);
        put(settings, settings.plan(id, kind, 0, 0, "", false), section);
    }

    private void limit(AlarmId id, InstrumentPlan instrument, Section section) {
        Kind kind = side(id, section);
        Double setpoint =
                ProtectionReader.inSpan(section, "setpoint", section.required("setpoint", -ANY, ANY), instrument);
        Span span = instrument.span();
        double range = span.high() - span.low();
        double deadband = section.number("deadband", 0, ANY, USUAL_DEADBAND * range);
        if (deadband > range) {
            section.fault("deadband", FaultKind.LATCH_BAND, Section.show(deadband), id.tag(), Section.show(range));
        }
        boolean whileSettled = section.flag("while_settled", false);
        if (whileSettled
                && interlocks.headers().stream()
                        .noneMatch(header -> header.pressure().equals(id.tag()))) {
            section.fault("while_settled", FaultKind.NO_HEADER, id.tag());
        }
        AlarmSettings settings = settings(section);
        if (setpoint != null) {
            put(settings, settings.plan(id, kind, setpoint, deadband, instrument.unit(), whileSettled), section);
        } else {
            section.done();
        }
    }

    /** A limit called H… is above its setpoint, one called L… below; others say it. */
    private static Kind side(AlarmId id, Section section) {
        char first = id.condition().charAt(0);
        if (first == 'H' || first == 'L') {
            Kind byName = first == 'H' ? Kind.HIGH : Kind.LOW;
            return section.word("when", SIDES, byName);
        }
        return section.requiredWord("when", SIDES, Kind.HIGH);
    }

    private static AlarmSettings settings(Section section) {
        String words = String.join(", ", AlarmSettings.PRIORITIES.keySet());
        section.require("priority", new Text(words, words));
        section.require("name", Shape.WORDS.words());
        return AlarmSettings.read(section, AlarmSettings.PLAIN);
    }

    private void put(AlarmSettings settings, AlarmPlan point, Section section) {
        texts(point, section);
        if (section.has("say")) {
            says.put(point.id(), section.text("say"));
        }
        section.done();
        if (settings.enabled()) {
            points.put(point.id(), point);
            sections.put(point.id(), section);
        } else {
            points.remove(point.id());
        }
    }

    private static void texts(AlarmPlan point, Section section) {
        if (point.priority() != Priority.CRITICAL) {
            return;
        }
        Map<String, Text> texts = new LinkedHashMap<>();
        texts.put("name", point.words().name());
        texts.put("cause", point.words().cause());
        texts.put("consequence", point.words().consequence());
        texts.put("response", point.words().response());
        texts.forEach((key, text) -> {
            if (text.en().isBlank()) {
                section.fault(key, FaultKind.MISSING_TEXT, key, new Text("English", "英文"));
            }
            if (text.zh().isBlank()) {
                section.fault(key, FaultKind.MISSING_TEXT, key, new Text("Chinese", "中文"));
            }
        });
    }

    /** What the voice says of a point in place of its name. */
    Map<AlarmId, Text> says() {
        return says;
    }

    /** All points; those that are switched off aren't among them. */
    List<AlarmPlan> points() {
        return new ArrayList<>(points.values());
    }

    /** Where the file speaks of a point, or null where it doesn't. */
    @Nullable
    Section section(AlarmId id) {
        return sections.get(id);
    }

    /** Contacts that have an alarm in the file. */
    boolean watched(Tag contact) {
        return tags.is(contact, Tags.Kind.CONTACT)
                && sections.keySet().stream().anyMatch(id -> id.tag().equals(contact));
    }
}
