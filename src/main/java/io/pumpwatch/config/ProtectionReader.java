package io.pumpwatch.config;

import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.conditioning.InstrumentPlan.Span;
import io.pumpwatch.interlocks.InterlockPlan;
import io.pumpwatch.interlocks.InterlockPlan.Header;
import io.pumpwatch.interlocks.InterlockPlan.Relays;
import io.pumpwatch.interlocks.InterlockPlan.Sump;
import io.pumpwatch.interlocks.InterlockPlan.Swing;
import io.pumpwatch.interlocks.InterlockPlan.Tank;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.interlocks.PumpPlan.Kind;
import io.pumpwatch.scan.SelfCheck;
import io.pumpwatch.scan.StationPlan.RuleBound;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code [bound.*]}, {@code [header.*]}, {@code [tank.*]}, {@code [sump.*]} and {@code [relays]}. */
final class ProtectionReader {
    private static final double ANY = 1e9;
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;

    private final Tags tags;
    private final InstrumentReader instruments;
    private final PumpReader pumps;
    private final Map<Tag, RuleBound> bounds = new LinkedHashMap<>();
    private final List<Header> headers = new ArrayList<>();
    private final List<Tank> tanks = new ArrayList<>();
    private final List<Sump> sumps = new ArrayList<>();
    private Relays relays = new Relays(null, null);

    ProtectionReader(Tags tags, InstrumentReader instruments, PumpReader pumps) {
        this.tags = tags;
        this.instruments = instruments;
        this.pumps = pumps;
    }

    /** Reads a table of the file whose keys are tags of instruments. */
    private interface Reader {
        void read(InstrumentPlan instrument, Section section);
    }

    void read(Section root) {
        each(root, "bound", this::bound);
        each(root, "header", this::header);
        each(root, "tank", this::tank);
        each(root, "sump", this::sump);
        Section table = root.table("relays");
        if (table != null) {
            Tag horn = tags.refOrNull(table, "horn", Tags.Kind.OUTPUT);
            Tag heartbeat = tags.refOrNull(table, "heartbeat", Tags.Kind.OUTPUT);
            pumps.use(table, "horn", horn, SelfCheck.AGENT);
            pumps.use(table, "heartbeat", heartbeat, SelfCheck.AGENT);
            table.done();
            relays = new Relays(horn, heartbeat);
        }
    }

    private void each(Section root, String key, Reader reader) {
        Section table = root.table(key);
        if (table == null) {
            return;
        }
        List<String> names = tags.of(Tags.Kind.INSTRUMENT).stream()
                .map(known -> known.tag().name())
                .toList();
        table.children().forEach((name, section) -> {
            InstrumentPlan instrument = Tag.isTag(name) ? instruments.plan(new Tag(name)) : null;
            if (instrument == null || instrument.signal() == InstrumentPlan.Signal.CONTACT) {
                section.faultAt(
                        section.spot(), FaultKind.UNKNOWN_TAG, key + "." + name, name, KnownWords.list(name, names));
            } else {
                reader.read(instrument, section);
                section.done();
            }
        });
    }

    /** A value of this instrument: within its span. */
    static @Nullable Double inSpan(Section section, String key, @Nullable Double value, InstrumentPlan instrument) {
        Span span = instrument.span();
        if (value != null && !span.holds(value)) {
            section.fault(
                    key,
                    FaultKind.OUTSIDE_SPAN,
                    key,
                    Section.show(value),
                    instrument.tag(),
                    Section.show(span.low()),
                    Section.show(span.high()),
                    instrument.unit());
            return null;
        }
        return value;
    }

    private static double orElse(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    private void bound(InstrumentPlan instrument, Section section) {
        String rule = section.string("rule");
        Double low = section.required("low", -ANY, ANY);
        Double high = section.required("high", -ANY, ANY);
        if (low != null && high != null && low >= high) {
            section.fault("low", FaultKind.SPAN_ORDER, Section.show(low), Section.show(high));
        } else if (low != null && high != null) {
            bounds.put(instrument.tag(), new RuleBound(rule, low, high));
        }
    }

    private void header(InstrumentPlan instrument, Section section) {
        List<Tag> fed = pumpsOf(section, true);
        RuleBound bound = bounds.get(instrument.tag());
        // Without a rule nothing is outside of it.
        RuleBound rule = bound == null ? new RuleBound("", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY) : bound;
        Double built = inSpan(section, "built", section.required("built", -ANY, ANY), instrument);
        double alive = orElse(
                inSpan(section, "alive", section.numberOrNull("alive", -ANY, ANY), instrument), orElse(built, 0) / 2);
        Double trip = inSpan(section, "trip", section.numberOrNull("trip", -ANY, ANY), instrument);
        if (trip != null) {
            withTripOutputs(section, "trip", instrument.tag(), fed);
        }
        headers.add(new Header(
                instrument.tag(),
                fed,
                section.duration("settle", 0, HOUR_MS, 30_000),
                rule.rule(),
                rule.low(),
                rule.high(),
                orElse(built, 0),
                alive,
                section.duration("disagree", 0, HOUR_MS, 10_000),
                swing(section),
                trip));
    }

    private static @Nullable Swing swing(Section section) {
        Section table = section.table("swing");
        if (table == null) {
            return null;
        }
        Double range = table.required("range", 1e-9, ANY);
        Swing swing = new Swing(
                orElse(range, 1),
                table.duration("window", 100, HOUR_MS, 10_000),
                table.duration("trial", 1_000, HOUR_MS, 600_000));
        table.done();
        return swing;
    }

    private List<Tag> pumpsOf(Section section, boolean inhibitable) {
        List<Tag> named = tags.requiredRefs(section, "pumps", Tags.Kind.PUMP);
        for (Tag tag : named) {
            PumpPlan pump = pumps.pump(tag);
            if (pump != null && pump.kind().inhibitable() != inhibitable) {
                Text wanted = inhibitable ? new Text("emulsion and spray", "乳化液和喷雾") : new Text("drainage", "排水");
                section.fault("pumps", FaultKind.WRONG_PUMP, tag, PumpReader.words(pump.kind()), wanted);
            }
        }
        return named;
    }

    /** A protection that can't act is worth a word. */
    private void withTripOutputs(Section section, String key, Tag protection, List<Tag> protectedPumps) {
        for (Tag tag : protectedPumps) {
            PumpPlan pump = pumps.pump(tag);
            if (pump != null && pump.trip() == null && pump.kind() != Kind.DRAINAGE) {
                section.fault(key, FaultKind.NO_TRIP_OUTPUT, protection, tag);
            }
        }
    }

    private void tank(InstrumentPlan instrument, Section section) {
        List<Tag> fed = pumpsOf(section, true);
        Double lowLow = inSpan(section, "low_low", section.required("low_low", -ANY, ANY), instrument);
        Span span = instrument.span();
        double deadband = section.number("deadband", 0, ANY, 0.02 * (span.high() - span.low()));
        if (lowLow != null && lowLow + deadband > span.high()) {
            section.fault(
                    "deadband",
                    FaultKind.LOST_LOW,
                    Section.show(lowLow),
                    Section.show(deadband),
                    Section.show(span.low()),
                    Section.show(span.high()));
        }
        withTripOutputs(section, "low_low", instrument.tag(), fed);
        tanks.add(new Tank(
                instrument.tag(), fed, orElse(lowLow, 0), deadband, section.duration("trip_delay", 0, HOUR_MS, 5_000)));
    }

    private void sump(InstrumentPlan instrument, Section section) {
        Tag floatSwitch = tags.refOrNull(section, "float", Tags.Kind.CONTACT);
        pumps.seen(floatSwitch, instrument.tag(), section.spot("float"));
        Span span = instrument.span();
        double range = span.high() - span.low();
        Double floatLevel = inSpan(section, "float_level", section.numberOrNull("float_level", -ANY, ANY), instrument);
        if (floatSwitch != null && !section.has("float_level")) {
            section.faultAt(section.spot(), FaultKind.MISSING_KEY, "float_level", Shape.NUMBER.words());
        }
        Tag flow = tags.refOrNull(section, "flow", Tags.Kind.INSTRUMENT);
        double flowMin = section.number("flow_min", 0, ANY, 0);
        List<Tag> drains = pumpsOf(section, false);
        Double overflow = inSpan(section, "overflow", section.required("overflow", -ANY, ANY), instrument);
        Double stop = inSpan(section, "low_low_stop", section.numberOrNull("low_low_stop", -ANY, ANY), instrument);
        sumps.add(new Sump(
                instrument.tag(),
                instrument.unit(),
                floatSwitch,
                orElse(floatLevel, span.high()),
                section.number("float_band", 0, ANY, 0.04 * range),
                flow,
                flowMin,
                drains,
                orElse(overflow, span.high()),
                section.number("rise_max", 0, ANY, 0),
                section.duration("overflow_warning", 0, DAY_MS, 0),
                section.duration("rate_window", 1_000, HOUR_MS, 300_000),
                section.duration("gauge_every", 1_000, DAY_MS, 600_000),
                stop));
    }

    InterlockPlan plan() {
        return new InterlockPlan(pumps.pumps(), headers, tanks, sumps, relays);
    }

    Map<Tag, RuleBound> bounds() {
        return bounds;
    }
}
