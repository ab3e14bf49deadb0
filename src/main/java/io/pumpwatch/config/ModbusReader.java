package io.pumpwatch.config;

import io.pumpwatch.config.FieldSettings.Modbus;
import io.pumpwatch.config.FieldSettings.Modbus.Connection;
import io.pumpwatch.config.FieldSettings.Modbus.Encoding;
import io.pumpwatch.config.FieldSettings.Modbus.Parity;
import io.pumpwatch.config.FieldSettings.Modbus.Point;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code [field.modbus.NAME]} and what instruments and contacts say of their registers. */
final class ModbusReader {
    /** Connection, unit, table, address, and the bit of a register. */
    static final Pattern CHANNEL = Pattern.compile(
            "modbus/([A-Za-z0-9_-]{1,32})/([0-9]{1,3})/(coil|discrete|holding|input)/([0-9]{1,5})(?:/([0-9]{1,2}))?");

    private static final String PREFIX = "modbus/";
    private static final long HOUR_MS = 3_600_000;
    private static final int UNIT_MAX = 255;
    private static final int ADDRESS_MAX = 65_535;
    private static final int BIT_MAX = 15;
    private static final Map<String, Encoding> TYPES = types();
    private static final Map<String, Parity> PARITIES = parities();

    private final Map<String, Connection> connections = new LinkedHashMap<>();
    private final Map<Tag, Point> points = new LinkedHashMap<>();

    private static Map<String, Encoding> types() {
        Map<String, Encoding> types = new LinkedHashMap<>();
        types.put("int16", Encoding.INT16);
        types.put("uint16", Encoding.UINT16);
        types.put("int32", Encoding.INT32);
        types.put("uint32", Encoding.UINT32);
        types.put("float32", Encoding.FLOAT32);
        return types;
    }

    private static Map<String, Parity> parities() {
        Map<String, Parity> parities = new LinkedHashMap<>();
        parities.put("even", Parity.EVEN);
        parities.put("odd", Parity.ODD);
        parities.put("none", Parity.NONE);
        return parities;
    }

    /** Whether a channel is a register, well written or not. */
    static boolean is(String channel) {
        return channel.startsWith(PREFIX);
    }

    /** Reads the connections. */
    void read(@Nullable Section table) {
        if (table == null) {
            return;
        }
        table.children().forEach((name, section) -> {
            connections.put(name, connection(section));
            section.done();
        });
        table.done();
    }

    private static Connection connection(Section section) {
        String host = section.stringOrNull("host");
        String device = section.stringOrNull("device");
        if ((host == null) == (device == null)) {
            section.fault(
                    host == null ? "host" : "device",
                    FaultKind.NEEDS,
                    section.subject(),
                    new Text("\"host\" or \"device\"", "\"host\" 或 \"device\""),
                    new Text(
                            "host = \"192.0.2.7\" for Modbus TCP, device = \"/dev/ttyUSB0\" for RTU",
                            "Modbus TCP 用 host = \"192.0.2.7\"，RTU 用 device = \"/dev/ttyUSB0\""));
        }
        long everyMs = section.duration("every", 20, HOUR_MS, 1_000);
        long timeoutMs = section.duration("timeout", 20, 60_000, 1_000);
        if (device != null) {
            int baud = section.whole("baud", 300, 1_000_000, 9_600);
            Parity parity = section.word("parity", PARITIES, Parity.EVEN);
            int stopBits = section.whole("stop_bits", 1, 2, 1);
            return new Connection("", 0, device, baud, parity, stopBits, everyMs, timeoutMs);
        }
        int port = section.whole("port", 1, 65_535, 502);
        return new Connection(host == null ? "" : host, port, "", 0, Parity.NONE, 1, everyMs, timeoutMs);
    }

    /** An instrument's register. {@code gain} and {@code offset} turn what it holds into the channel's unit. */
    void instrument(Tag tag, String channel, double gain, double offset, Section of) {
        Encoding type = of.word("type", TYPES, Encoding.UINT16);
        boolean lowFirst = of.flag("low_word_first", false);
        point(tag, channel, type, lowFirst, gain, offset, of);
    }

    /** A contact's bit; closed while it is 1, unless {@code closed_is} says low. */
    void contact(Tag tag, String channel, boolean closedIsLow, Section of) {
        point(tag, channel, Encoding.BIT, false, closedIsLow ? -1 : 1, closedIsLow ? 1 : 0, of);
    }

    private void point(
            Tag tag, String channel, Encoding type, boolean lowFirst, double gain, double offset, Section of) {
        Matcher match = CHANNEL.matcher(channel);
        if (!match.matches()) {
            return;
        }
        String name = match.group(1);
        Connection connection = connections.get(name);
        if (connection == null) {
            Set<String> names = new TreeSet<>();
            connections.keySet().forEach(each -> names.add(PREFIX + each));
            of.fault("channel", FaultKind.BAD_WORD, "channel", channel, KnownWords.list(PREFIX + name, names));
            return;
        }
        int unit = Integer.parseInt(match.group(2));
        int address = Integer.parseInt(match.group(4));
        boolean bits = match.group(3).equals("coil") || match.group(3).equals("discrete");
        int bit = match.group(5) == null ? -1 : Integer.parseInt(match.group(5));
        boolean contact = type == Encoding.BIT;
        boolean whole = bits ? contact && bit < 0 : contact == bit >= 0 && bit <= BIT_MAX;
        if (!whole || unit > UNIT_MAX || address + type.registers() > ADDRESS_MAX + 1) {
            of.fault("channel", FaultKind.BAD_CHANNEL, channel, allowed(contact));
            return;
        }
        long freshMs = of.duration("fresh", 10, 24 * HOUR_MS, 2_000);
        if (freshMs < 2 * connection.everyMs()) {
            of.fault(
                    of.has("fresh") ? "fresh" : "channel",
                    FaultKind.STALE_BETWEEN,
                    Durations.show(freshMs),
                    Durations.show(connection.everyMs()),
                    name,
                    Durations.show(2 * connection.everyMs()));
        }
        points.put(tag, new Point(name, unit, match.group(3), address, type, lowFirst, Math.max(0, bit), gain, offset));
    }

    /** What a channel may look like. */
    static Text allowed(boolean contact) {
        if (contact) {
            return new Text(
                    "modbus/NAME/UNIT/coil/ADDRESS, …/discrete/ADDRESS, or …/holding/ADDRESS/BIT, …/input/ADDRESS/BIT;"
                            + " unit 0 to 255, address 0 to 65535, bit 0 to 15",
                    "modbus/名称/站号/coil/地址、…/discrete/地址，或 …/holding/地址/位、…/input/地址/位；"
                            + "站号 0 至 255，地址 0 至 65535，位 0 至 15");
        }
        return new Text(
                "modbus/NAME/UNIT/holding/ADDRESS or …/input/ADDRESS; unit 0 to 255, address 0 to 65535",
                "modbus/名称/站号/holding/地址 或 …/input/地址；站号 0 至 255，地址 0 至 65535");
    }

    Modbus settings() {
        return new Modbus(connections, points);
    }
}
