package io.pumpwatch.config;

import io.pumpwatch.config.FieldSettings.Input;
import io.pumpwatch.config.FieldSettings.Kind;
import io.pumpwatch.config.FieldSettings.Plant;
import io.pumpwatch.config.FieldSettings.Relay;
import io.pumpwatch.config.FieldSettings.Replay;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code [field]} and the channel of every instrument, contact and output. */
final class FieldReader {
    private static final Pattern ADC = Pattern.compile("ads1115/[0-9]{1,2}/0x4[89abAB]/[0-3]");
    private static final Pattern GPIO = Pattern.compile("gpio/[0-9]{1,2}");
    private static final Map<String, Kind> KINDS = kinds();
    private static final double ANY = 1e9;
    /** Figures of the simulated plant that a file may change. */
    private static final Map<String, List<String>> PHYSICS = Map.of(
            "header",
            List.of(
                    "cut_in_mpa",
                    "cut_out_mpa",
                    "stagger_mpa",
                    "accumulator_l",
                    "precharge_mpa",
                    "hoses_l_per_mpa",
                    "leak_lps",
                    "move_lps",
                    "move_every_s",
                    "safety_mpa",
                    "start_mpa"),
            "spray",
            List.of("shut_off_mpa", "open_mpa", "flow_m3h"),
            "tank",
            List.of("volume_l", "loss_part", "makeup_lps", "makeup_from_percent", "makeup_to_percent", "start_percent"),
            "sump",
            List.of(
                    "area_m2",
                    "depth_m",
                    "float_m",
                    "suction_m",
                    "outlet_m",
                    "pipe_m_per_lps2",
                    "seepage_m3s",
                    "catchment_m2",
                    "start_m"));

    /** What a channel of the simulated plant may look at. */
    private static final Map<String, String> MEASURES = measures(
            "header-pressure",
            "emulsion-flow",
            "spray-pressure",
            "spray-flow",
            "tank-level",
            "sump-level",
            "high-high-float",
            "drainage-flow",
            "rain-rate",
            "rain-contact",
            "door",
            "running",
            "available",
            "current",
            "vibration",
            "temperature",
            "steady");

    private final Tags tags;
    private final Map<String, Section> channels = new LinkedHashMap<>();
    private Kind kind = Kind.PLANT;
    private Plant plant = new Plant(false, 100, Map.of(), Map.of());
    private Replay replay = new Replay(',', '.', "", "epoch-ms", ZoneId.of("UTC"), Set.of(), 1000);
    private final Pi4jReader pi4j = new Pi4jReader();
    private final ModbusReader modbus = new ModbusReader();

    FieldReader(Tags tags) {
        this.tags = tags;
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("plant", Kind.PLANT);
        kinds.put("pi4j", Kind.PI4J);
        kinds.put("replay", Kind.REPLAY);
        return kinds;
    }

    private static Map<String, String> measures(String... words) {
        Map<String, String> measures = new LinkedHashMap<>();
        for (String word : words) {
            measures.put(word, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
        return measures;
    }

    Kind kind() {
        return kind;
    }

    /** Reads the table of the field itself; the other tables are those of other kinds and may stay in the file. */
    void read(Section root, ZoneId stationZone, long scanMs) {
        Section section = root.requiredTable("field");
        if (section == null) {
            return;
        }
        kind = section.requiredWord("kind", KINDS, Kind.PLANT);
        Section ofPlant = section.table("plant");
        if (ofPlant != null) {
            plant = plant(ofPlant);
            ofPlant.done();
        }
        Section ofReplay = kind == Kind.REPLAY ? section.requiredTable("replay") : section.table("replay");
        if (ofReplay != null) {
            replay = replay(ofReplay, stationZone);
            ofReplay.done();
        }
        pi4j.read(section.table("pi4j"), scanMs, kind == Kind.PI4J);
        modbus.read(section.table("modbus"));
        section.done();
    }

    private static Plant plant(Section section) {
        boolean crew = section.flag("crew", true);
        int sampleMs = (int) section.duration("sample", 10, 10_000, 100);
        Map<String, Double> physics = new LinkedHashMap<>();
        PHYSICS.forEach((part, figures) -> {
            Section table = section.table(part);
            if (table != null) {
                for (String figure : figures) {
                    Double value = table.numberOrNull(figure, 0, ANY);
                    if (value != null) {
                        physics.put(part + "." + figure, value);
                    }
                }
                table.done();
            }
        });
        return new Plant(crew, sampleMs, physics, Map.of());
    }

    private static Replay replay(Section section, ZoneId stationZone) {
        char separator = oneChar(section, "separator", ',');
        char decimal = oneChar(section, "decimal", '.');
        if (decimal != '.' && decimal != ',') {
            section.fault(
                    "decimal", FaultKind.BAD_WORD, "decimal", decimal, new Text("\".\" or \",\"", "\".\" 或 \",\""));
        } else if (separator == decimal) {
            section.fault(
                    "separator",
                    FaultKind.BAD_WORD,
                    "separator",
                    separator,
                    new Text("another character than the decimal sign", "与小数点不同的字符"));
        }
        String column = section.string("time_column");
        String format = section.string("time_format");
        if (!format.isBlank() && !format.equals("epoch-s") && !format.equals("epoch-ms")) {
            pattern(section, format);
        }
        ZoneId zone = StationReader.zone(section, "zone", stationZone);
        Set<String> missing = new LinkedHashSet<>();
        if (section.has("missing")) {
            section.strings("missing").forEach(item -> missing.add(item.text()));
        } else {
            missing.addAll(List.of("nan", "null", "na", "n/a", "-"));
        }
        return new Replay(
                separator, decimal, column, format, zone, missing, (int) section.duration("step", 1, 3_600_000, 1_000));
    }

    private static @Nullable DateTimeFormatter pattern(Section section, String format) {
        try {
            return DateTimeFormatter.ofPattern(format, Locale.ROOT);
        } catch (IllegalArgumentException bad) {
            section.fault("time_format", FaultKind.BAD_PATTERN, format, String.valueOf(bad.getMessage()));
            return null;
        }
    }

    private static char oneChar(Section section, String key, char usual) {
        String text = section.string(key, String.valueOf(usual));
        if (text.length() != 1) {
            section.fault(key, FaultKind.BAD_TEXT, key, text, new Text("one character", "一个字符"));
            return usual;
        }
        return text.charAt(0);
    }

    /** Reads the channels and puts all together. */
    FieldSettings settings(Map<Tag, Relay> relays) {
        Map<Tag, Input> inputs = new LinkedHashMap<>();
        Map<Tag, String> measures = new LinkedHashMap<>();
        for (Tags.Kind kindOfTag : List.of(Tags.Kind.INSTRUMENT, Tags.Kind.CONTACT)) {
            for (Tags.Known known : tags.of(kindOfTag)) {
                Section section = known.section();
                boolean contact = kindOfTag == Tags.Kind.CONTACT;
                String channel = section.string("channel");
                channel(channel, section, contact ? GPIO : ADC, true);
                double gain = section.number("gain", -ANY, ANY, 1);
                if (gain == 0) {
                    section.fault("gain", FaultKind.BAD_TEXT, "gain", "0", new Text("any number but 0", "0 以外的数"));
                }
                double offset = section.number("offset", -ANY, ANY, 0);
                boolean register = ModbusReader.is(channel) && kind != Kind.REPLAY;
                boolean closedIsLow = !contact || section.word("closed_is", levels(), !register);
                if (register && contact) {
                    modbus.contact(known.tag(), channel, closedIsLow, section);
                } else if (register) {
                    modbus.instrument(known.tag(), channel, gain, offset, section);
                } else if (contact) {
                    pi4j.contact(known.tag(), closedIsLow, section);
                } else {
                    pi4j.instrument(known.tag(), channel, section);
                }
                inputs.put(known.tag(), new Input(channel, gain, offset, closedIsLow));
                String measure = section.wordOrNull("measure", MEASURES);
                if (measure != null) {
                    measures.put(known.tag(), measure);
                }
                section.done();
            }
        }
        for (Tags.Known known : tags.of(Tags.Kind.OUTPUT)) {
            channel(known.section().string("channel"), known.section(), GPIO, false);
            known.section().done();
        }
        Plant measured = new Plant(plant.crew(), plant.sampleMs(), plant.physics(), measures);
        return new FieldSettings(kind, inputs, relays, measured, replay, pi4j.settings(), modbus.settings());
    }

    private static Map<String, Boolean> levels() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("low", true);
        words.put("high", false);
        return words;
    }

    private void channel(String channel, Section section, Pattern form, boolean input) {
        if (channel.isBlank() || !section.has("channel")) {
            return;
        }
        if (kind != Kind.REPLAY && input && ModbusReader.is(channel)) {
            if (!ModbusReader.CHANNEL.matcher(channel).matches()) {
                section.fault("channel", FaultKind.BAD_CHANNEL, channel, ModbusReader.allowed(form == GPIO));
            }
        } else if (kind != Kind.REPLAY && !form.matcher(channel).matches()) {
            section.fault(
                    "channel",
                    FaultKind.BAD_CHANNEL,
                    channel,
                    form == GPIO
                            ? new Text("gpio/PIN, such as gpio/17", "gpio/引脚, 如 gpio/17")
                            : new Text(
                                    "ads1115/BUS/ADDRESS/INPUT, such as ads1115/1/0x48/0",
                                    "ads1115/总线/地址/通道, 如 ads1115/1/0x48/0"));
        }
        if (kind == Kind.PI4J && form == GPIO && form.matcher(channel).matches()) {
            pi4j.pin(channel, section);
        }
        String same = channel.toLowerCase(Locale.ROOT);
        Section before = channels.putIfAbsent(kind == Kind.REPLAY ? channel : same, section);
        if (before != null) {
            section.fault(
                    "channel",
                    FaultKind.SHARED_CHANNEL,
                    channel,
                    before.subject(),
                    before.spot("channel").line());
        }
    }
}
