package io.pumpwatch.config;

import io.pumpwatch.conditioning.Bands;
import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.conditioning.InstrumentPlan.Deviation;
import io.pumpwatch.conditioning.InstrumentPlan.Signal;
import io.pumpwatch.conditioning.InstrumentPlan.Span;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code [instrument.*]} and {@code [contact.*]}. */
final class InstrumentReader {
    private static final double ANY = 1e9;
    private static final long DAY_MS = 86_400_000;
    private static final long FRESH_MS = 2_000;
    private static final Map<String, Signal> SIGNALS = words("4-20mA", Signal.LOOP, "scaled", Signal.SCALED);
    private static final Map<String, Boolean> STATES = words("open", false, "closed", true);

    private final Tags tags;
    private final boolean replay;
    private final Map<Tag, InstrumentPlan> plans = new LinkedHashMap<>();
    private final Map<Tag, Boolean> normallyClosed = new LinkedHashMap<>();
    private final Map<Tag, Text> names = new LinkedHashMap<>();

    /** In a recording values come in engineering units unless the file says otherwise. */
    InstrumentReader(Tags tags, boolean replay) {
        this.tags = tags;
        this.replay = replay;
    }

    private static <T> Map<String, T> words(String first, T one, String second, T two) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(first, one);
        words.put(second, two);
        return words;
    }

    /** Reads both; {@code runningOf} gives each pump its running contact. */
    void read(Map<Tag, Tag> runningOf) {
        tags.of(Tags.Kind.INSTRUMENT).forEach(known -> instrument(known.tag(), known.section(), runningOf));
        tags.of(Tags.Kind.CONTACT).forEach(known -> contact(known.tag(), known.section()));
    }

    private void instrument(Tag tag, Section section, Map<Tag, Tag> runningOf) {
        Text what = section.requiredText("what");
        names.put(tag, what);
        // A register holds engineering units more often than a current.
        boolean scaled = replay || ModbusReader.is(section.string("channel", ""));
        Signal signal = section.word("signal", SIGNALS, scaled ? Signal.SCALED : Signal.LOOP);
        String unit = section.string("unit");
        Span span = span(section);
        Bands bands = bands(section);
        long freshMs = section.duration("fresh", 10, DAY_MS, FRESH_MS);
        long frozenMs = section.duration("frozen", 0, DAY_MS, 0);
        List<Tag> movesWith = movesWith(section, runningOf);
        if (frozenMs > 0 && !section.has("moves_with")) {
            section.fault("frozen", FaultKind.NO_MOVES_WITH);
        }
        double jump = section.number("jump", 0, ANY, 0);
        boolean median = section.flag("median", false);
        int filter = section.whole("filter", 1, 10_000, 1);
        Deviation deviation = deviation(tag, section);
        plans.put(
                tag,
                new InstrumentPlan(
                        tag, what, signal, unit, span, bands, freshMs, frozenMs, movesWith, jump, median, filter,
                        deviation));
    }

    private static Span span(Section section) {
        if (!section.has("span")) {
            section.faultAt(section.spot(), FaultKind.MISSING_KEY, "span", Shape.PAIR.words());
        }
        double[] ends = section.pair("span");
        if (ends != null && ends[0] >= ends[1]) {
            section.fault("span", FaultKind.SPAN_ORDER, Section.show(ends[0]), Section.show(ends[1]));
            ends = null;
        }
        // Wide enough that no limit is faulted for a span that is faulted itself.
        return ends == null ? new Span(-ANY, ANY) : new Span(ends[0], ends[1]);
    }

    private static Bands bands(Section section) {
        if (!section.isTable("bands")) {
            return section.word("bands", Map.of("namur", Bands.NAMUR), Bands.NAMUR);
        }
        Section own = section.table("bands");
        if (own == null) {
            return Bands.NAMUR;
        }
        Bands usual = Bands.NAMUR;
        Bands bands = new Bands(
                own.number("fail_low", 0, Bands.ZERO_MA, usual.failLowMa()),
                own.number("under", 0, Bands.ZERO_MA, usual.underMa()),
                own.number("over", Bands.FULL_MA, 25, usual.overMa()),
                own.number("fail_high", Bands.FULL_MA, 25, usual.failHighMa()),
                own.duration("failure_delay", 0, 60_000, usual.failureDelayMs()),
                own.duration("limit_delay", 0, 600_000, usual.limitDelayMs()));
        if (bands.failLowMa() >= bands.underMa() || bands.overMa() >= bands.failHighMa()) {
            section.fault(
                    "bands",
                    FaultKind.BAND_ORDER,
                    bands.failLowMa(),
                    bands.underMa(),
                    bands.overMa(),
                    bands.failHighMa());
        }
        own.done();
        return bands;
    }

    private List<Tag> movesWith(Section section, Map<Tag, Tag> runningOf) {
        Set<Tag> contacts = new LinkedHashSet<>();
        for (Tag tag : tags.refs(section, "moves_with", Tags.Kind.PUMP, Tags.Kind.CONTACT)) {
            Tag running = tags.is(tag, Tags.Kind.PUMP) ? runningOf.get(tag) : tag;
            if (running != null) {
                contacts.add(running);
            }
        }
        return new ArrayList<>(contacts);
    }

    private @Nullable Deviation deviation(Tag tag, Section section) {
        Section twin = section.table("deviation");
        if (twin == null) {
            return null;
        }
        Tag other = tags.ref(twin, "from", Tags.Kind.INSTRUMENT);
        Double max = twin.required("max", 0, ANY);
        long delayMs = twin.duration("delay", 0, DAY_MS, 30_000);
        twin.done();
        if (tag.equals(other)) {
            twin.fault("from", FaultKind.ITSELF, tag);
            return null;
        }
        return other == null || max == null ? null : new Deviation(other, max, delayMs);
    }

    private void contact(Tag tag, Section section) {
        Text what = section.requiredText("what");
        names.put(tag, what);
        normallyClosed.put(tag, section.word("normal", STATES, false));
        plans.put(tag, InstrumentPlan.contact(tag, what, section.duration("fresh", 10, DAY_MS, FRESH_MS)));
    }

    @Nullable
    InstrumentPlan plan(Tag tag) {
        return plans.get(tag);
    }

    /** Instruments and contacts, in the order of the file. */
    List<InstrumentPlan> plans() {
        return List.copyOf(plans.values());
    }

    /** Whether the normal state of a contact is closed. */
    boolean normallyClosed(Tag contact) {
        return normallyClosed.getOrDefault(contact, false);
    }

    Map<Tag, Text> names() {
        return names;
    }

    /** Words of a contact's state. */
    static Text stateWords(boolean closed) {
        return closed ? new Text("closed", "闭合") : new Text("open", "断开");
    }
}
