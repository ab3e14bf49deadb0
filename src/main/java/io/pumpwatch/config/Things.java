package io.pumpwatch.config;

import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.interlocks.InterlockPlan;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a station has that check items stand on, by the words of {@code each} and {@code only}. */
final class Things {
    /** Words of {@code each} and {@code only}. */
    static final List<String> KINDS =
            List.of("pump", "emulsion", "spray", "drainage", "pressure", "level", "tank", "sump", "float");

    private static final double USUAL_TOLERANCE = 0.05;

    private final Map<Tag, InstrumentPlan> instruments;
    private final InterlockPlan interlocks;
    private final Map<Tag, Text> names;

    Things(Map<Tag, InstrumentPlan> instruments, InterlockPlan interlocks, Map<Tag, Text> names) {
        this.instruments = instruments;
        this.interlocks = interlocks;
        this.names = names;
    }

    /**
     * One of them.
     *
     * @param unit of an instrument that can be read on the spot; null for what is only looked at
     */
    record Thing(Tag tag, Text name, @Nullable String unit) {}

    List<Thing> of(String kind) {
        List<Thing> things = new ArrayList<>();
        for (PumpPlan pump : interlocks.pumps()) {
            if (kind.equals("pump") || kind.equals(kind(pump))) {
                things.add(new Thing(pump.tag(), pump.name(), null));
            }
        }
        switch (kind) {
            case "pressure" -> interlocks.headers().forEach(header -> read(things, header.pressure()));
            case "tank" -> interlocks.tanks().forEach(tank -> read(things, tank.level()));
            case "sump" -> interlocks.sumps().forEach(sump -> read(things, sump.level()));
            case "level" -> {
                interlocks.tanks().forEach(tank -> read(things, tank.level()));
                interlocks.sumps().forEach(sump -> read(things, sump.level()));
            }
            case "float" ->
                interlocks.sumps().forEach(sump -> {
                    Tag tag = sump.floatSwitch();
                    if (tag != null) {
                        things.add(new Thing(tag, names.getOrDefault(tag, Text.NONE), null));
                    }
                });
            default -> {}
        }
        return things;
    }

    /** Its class as the station file writes it. */
    static String kind(PumpPlan pump) {
        return pump.kind().name().toLowerCase(Locale.ROOT);
    }

    private void read(List<Thing> things, Tag tag) {
        InstrumentPlan instrument = instruments.get(tag);
        String unit = instrument == null ? null : instrument.unit();
        things.add(new Thing(tag, names.getOrDefault(tag, Text.NONE), unit));
    }

    /** Whether the station has any of what the list names; true where there is no list. */
    boolean any(Section section, String key) {
        boolean named = section.has(key);
        boolean found = false;
        for (Section.Item item : section.strings(key)) {
            if (!KINDS.contains(item.text())) {
                section.faultAt(item.spot(), FaultKind.BAD_WORD, key, item.text(), KnownWords.list(item.text(), KINDS));
            }
            found |= !of(item.text()).isEmpty();
        }
        return !named || found;
    }

    /** The instrument that {@code compare} names. */
    @Nullable
    Tag compare(Section section) {
        String name = section.stringOrNull("compare");
        if (name == null) {
            return null;
        }
        Tag tag = Tag.isTag(name) ? new Tag(name) : null;
        if (tag == null || !instruments.containsKey(tag)) {
            List<String> known = instruments.keySet().stream().map(Tag::name).toList();
            section.fault("compare", FaultKind.UNKNOWN_TAG, "compare", name, KnownWords.list(name, known));
            return null;
        }
        return tag;
    }

    /** How far a person's reading may be off where the file doesn't say: a part of the span. */
    double tolerance(@Nullable Tag tag) {
        InstrumentPlan instrument = tag == null ? null : instruments.get(tag);
        return instrument == null
                ? 0
                : USUAL_TOLERANCE
                        * (instrument.span().high() - instrument.span().low());
    }
}
