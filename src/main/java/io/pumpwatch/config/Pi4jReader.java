package io.pumpwatch.config;

import io.pumpwatch.config.FieldSettings.Pi4j;
import io.pumpwatch.config.FieldSettings.Pi4j.Chip;
import io.pumpwatch.config.FieldSettings.Pi4j.Loop;
import io.pumpwatch.config.FieldSettings.Pi4j.Pin;
import io.pumpwatch.config.FieldSettings.Pi4j.Pull;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code [field.pi4j]} and what instruments and contacts say of a Pi's buses and pins. */
final class Pi4jReader {
    /** Ranges and speeds of an ADS1115. */
    private static final List<Double> FULL_SCALES_V = List.of(6.144, 4.096, 2.048, 1.024, 0.512, 0.256);

    private static final List<Integer> RATES = List.of(8, 16, 32, 64, 128, 250, 475, 860);
    private static final Pattern ADC = Pattern.compile("ads1115/([0-9]{1,2}/0x4[89abAB])/[0-3]");
    private static final Pattern CHIP = Pattern.compile("[0-9]{1,2}/0x4[89abAB]");
    /** Highest current that must still be told from a short circuit, mA. */
    private static final double SEEN_MA = 22;

    private static final double MA_PER_A = 1_000;
    /** Two transfers of some 0.3 ms each beside the conversion itself, and an oscillator that is 10 % slow. */
    private static final double BESIDE_MS = 0.7;

    private static final double SLOWEST_MS = 1_100;
    private static final int LAST_PIN = 27;
    private static final double GAIN_OFF_MAX = 0.1;

    private final Map<String, Chip> chips = new LinkedHashMap<>();
    private final Map<Tag, Loop> loops = new LinkedHashMap<>();
    private final Map<Tag, Pin> pins = new LinkedHashMap<>();
    private final Map<String, Integer> channelsOf = new TreeMap<>();
    private double shuntOhm = 100;
    private Chip usual = new Chip(4.096, 250);
    private long watchdogMs = 1_000;
    private long sampleMs;
    private @Nullable Section section;

    /** Reads the table itself. {@code scanMs}: from scan to scan; {@code inUse}: whether the station has these. */
    void read(@Nullable Section table, long scanMs, boolean inUse) {
        sampleMs = scanMs;
        if (table == null) {
            return;
        }
        section = inUse ? table : null;
        shuntOhm = table.number("shunt_ohm", 1, 1_000, shuntOhm);
        usual = chip(table, usual);
        watchdogMs = table.duration("watchdog", 100, 60_000, watchdogMs);
        sampleMs = table.duration("sample", 5, 60_000, scanMs);
        Section own = table.table("chip");
        if (own != null) {
            own.children().forEach((name, inner) -> {
                if (!CHIP.matcher(name).matches()) {
                    own.fault(
                            name,
                            FaultKind.BAD_CHANNEL,
                            name,
                            new Text("BUS/ADDRESS, such as 1/0x48", "总线/地址, 如 1/0x48"));
                }
                chips.put(name.toLowerCase(Locale.ROOT), chip(inner, usual));
                inner.done();
            });
        }
        table.done();
    }

    private static Chip chip(Section table, Chip usual) {
        double fullScaleV = table.number("full_scale_v", 0.256, 6.144, usual.fullScaleV());
        if (!FULL_SCALES_V.contains(fullScaleV)) {
            fault(table, "full_scale_v", Section.show(fullScaleV), FULL_SCALES_V.toString());
            fullScaleV = usual.fullScaleV();
        }
        int rate = table.whole("data_rate", 8, 860, usual.rate());
        if (!RATES.contains(rate)) {
            fault(table, "data_rate", Integer.toString(rate), RATES.toString());
            rate = usual.rate();
        }
        return new Chip(fullScaleV, rate);
    }

    private static void fault(Section table, String key, String value, String list) {
        String all = list.substring(1, list.length() - 1);
        table.fault(key, FaultKind.BAD_WORD, key, value, new Text(all, all));
    }

    /** What an instrument says of its loop. */
    void instrument(Tag tag, String channel, Section of) {
        double ohm = of.number("shunt_ohm", 1, 1_000, shuntOhm);
        Section points = of.table("calibration");
        double[] line = points == null ? new double[] {1, 0} : calibration(points);
        loops.put(tag, new Loop(ohm, line[0], line[1]));
        Matcher adc = ADC.matcher(channel);
        if (adc.matches()) {
            String name = adc.group(1).toLowerCase(Locale.ROOT);
            channelsOf.merge(name, 1, Integer::sum);
            double fullV = chips.getOrDefault(name, usual).fullScaleV();
            if (SEEN_MA * ohm / MA_PER_A > fullV) {
                of.fault("channel", FaultKind.SHUNT, Section.show(ohm), Section.show(fullV), Section.show(SEEN_MA));
            }
        }
    }

    private static double[] calibration(Section points) {
        double[] low = points.pair("low");
        double[] high = points.pair("high");
        points.done();
        if (low == null || high == null) {
            points.faultAt(points.spot(), FaultKind.CALIBRATION);
            return new double[] {1, 0};
        }
        double gain = (high[1] - low[1]) / (high[0] - low[0]);
        // Written so that a division by zero is a fault too.
        if (!(Math.abs(gain - 1) <= GAIN_OFF_MAX) || high[1] - low[1] < 4) {
            points.faultAt(points.spot(), FaultKind.CALIBRATION);
            return new double[] {1, 0};
        }
        return new double[] {gain, low[1] - gain * low[0]};
    }

    /** What a contact says of its pin. */
    void contact(Tag tag, boolean closedIsLow, Section of) {
        Map<String, Pull> words = new LinkedHashMap<>();
        words.put("up", Pull.UP);
        words.put("down", Pull.DOWN);
        words.put("off", Pull.OFF);
        Pull pull = of.word("pull", words, closedIsLow ? Pull.UP : Pull.DOWN);
        pins.put(tag, new Pin(pull, of.duration("debounce", 0, 10_000, 20)));
    }

    /** Whether the 40 pins have that one and leave it free. */
    void pin(String channel, Section of) {
        int pin = Integer.parseInt(channel.substring(channel.indexOf('/') + 1));
        boolean ofBus = channelsOf.keySet().stream().anyMatch(chip -> chip.startsWith("1/")) && (pin == 2 || pin == 3);
        if (pin > LAST_PIN || ofBus) {
            of.fault(
                    "channel",
                    FaultKind.BAD_CHANNEL,
                    channel,
                    new Text("gpio/0 to gpio/27; 2 and 3 are I2C bus 1", "gpio/0 至 gpio/27；2 和 3 是 I2C 总线 1"));
        }
    }

    /** All of it, with whether each chip can be read as often as it is asked for. */
    Pi4j settings() {
        Section about = section;
        channelsOf.forEach((name, channels) -> {
            Chip chip = chips.getOrDefault(name, usual);
            double roundMs = channels * (SLOWEST_MS / chip.rate() + BESIDE_MS);
            if (about != null && roundMs > sampleMs) {
                about.faultAt(
                        about.spot(),
                        FaultKind.TOO_SLOW,
                        name,
                        channels,
                        Math.round(Math.ceil(roundMs)),
                        sampleMs,
                        chip.rate());
            }
        });
        return new Pi4j(shuntOhm, usual, watchdogMs, sampleMs, chips, loops, pins);
    }
}
