package io.pumpwatch.config;

import io.pumpwatch.station.Tag;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where samples come from and relay states go.
 *
 * @param kind which field
 * @param inputs every instrument and contact
 * @param relays every output
 * @param plant for a simulated plant
 * @param replay for a recording
 * @param pi4j for the buses of a Pi
 * @param modbus for inputs over Modbus, beside the buses of a Pi
 */
public record FieldSettings(
        Kind kind,
        Map<Tag, Input> inputs,
        Map<Tag, Relay> relays,
        Plant plant,
        Replay replay,
        Pi4j pi4j,
        Modbus modbus) {
    public FieldSettings {
        inputs = Map.copyOf(inputs);
        relays = Map.copyOf(relays);
    }

    /** The same station in a simulated plant. */
    public FieldSettings simulated(Plant by) {
        return new FieldSettings(Kind.PLANT, inputs, relays, by, replay, pi4j, modbus);
    }

    /** Kinds of fields. */
    public enum Kind {
        PLANT,
        PI4J,
        REPLAY
    }

    /**
     * One input.
     *
     * @param channel {@code ads1115/1/0x48/0}, {@code gpio/17}, {@code modbus/plc/1/input/30}, or the name of a column
     * @param gain for a recording: the cell times this
     * @param offset plus this is the value, in the channel's unit
     * @param closedIsLow for a contact on a pin: closed pulls the pin low
     */
    public record Input(String channel, double gain, double offset, boolean closedIsLow) {}

    /** Where a relay's contact sits. */
    public enum Use {
        /** In the start branch of a pump only. */
        PERMIT,
        /** In the contactor's coil circuit of a pump. */
        TRIP,
        /** In no pump's circuit: horn, heartbeat. */
        SIGNAL
    }

    /**
     * One output.
     *
     * @param channel {@code gpio/5}
     * @param use where its contact sits
     * @param pump whose circuit that is; null for a signal
     * @param normallyClosed whether the contact in use is closed without power
     * @param activeLow whether the pin is low while the coil is energised
     */
    public record Relay(String channel, Use use, @Nullable Tag pump, boolean normallyClosed, boolean activeLow) {}

    /**
     * A simulated plant.
     *
     * @param crew whether a simulated crew presses the buttons
     * @param sampleMs from one read of a channel to the next
     * @param physics figures that differ from the usual ones, by {@code part.figure} such as {@code sump.area_m2}
     * @param measures what a channel looks at where its tag doesn't say it, such as {@code SUMP_LEVEL}
     */
    public record Plant(boolean crew, int sampleMs, Map<String, Double> physics, Map<Tag, String> measures) {
        public Plant {
            physics = Map.copyOf(physics);
            measures = Map.copyOf(measures);
        }
    }

    /**
     * How a recording is written.
     *
     * @param separator between columns
     * @param decimal point or comma
     * @param timeColumn as the header writes it
     * @param timeFormat pattern of java.time, or {@code epoch-s} or {@code epoch-ms}
     * @param zone of times that carry none
     * @param missing cells that mean "nothing was read"
     * @param stepMs from one tick to the next
     */
    public record Replay(
            char separator,
            char decimal,
            String timeColumn,
            String timeFormat,
            ZoneId zone,
            Set<String> missing,
            int stepMs) {
        public Replay {
            missing = Set.copyOf(missing);
        }
    }

    /**
     * A Pi's buses and pins.
     *
     * @param shuntOhm usual resistor of a 4–20 mA loop
     * @param usual converter
     * @param watchdogMs a bus that does nothing for this long counts as hanging
     * @param sampleMs from one round over a converter's inputs to the next
     * @param chips those that differ, by {@code 1/0x48}
     * @param loops of every instrument
     * @param pins of every contact
     */
    public record Pi4j(
            double shuntOhm,
            Chip usual,
            long watchdogMs,
            long sampleMs,
            Map<String, Chip> chips,
            Map<Tag, Loop> loops,
            Map<Tag, Pin> pins) {
        public Pi4j {
            chips = Map.copyOf(chips);
            loops = Map.copyOf(loops);
            pins = Map.copyOf(pins);
        }

        /** A converter's range, V, and speed, conversions a second. */
        public record Chip(double fullScaleV, int rate) {}

        /** A current loop: its resistor, and the line that calibrates it: measured × gain + offset. */
        public record Loop(double shuntOhm, double gain, double offsetMa) {}

        /** A contact's pin. */
        public record Pin(Pull pull, long debounceMs) {}

        /** Resistors of a pin. */
        public enum Pull {
            UP,
            DOWN,
            OFF
        }
    }

    /**
     * Servers and what is read of them.
     *
     * @param connections by their names
     * @param points by tag
     */
    public record Modbus(Map<String, Connection> connections, Map<Tag, Point> points) {
        /** Nothing over Modbus. */
        public static final Modbus NONE = new Modbus(Map.of(), Map.of());

        public Modbus {
            connections = Map.copyOf(connections);
            points = Map.copyOf(points);
        }

        /**
         * A TCP server, or a serial line where {@code host} is empty.
         *
         * @param everyMs from one round over its registers to the next
         * @param timeoutMs an answer that takes longer counts as none
         */
        public record Connection(
                String host,
                int port,
                String device,
                int baud,
                Parity parity,
                int stopBits,
                long everyMs,
                long timeoutMs) {}

        /** Parity of a serial line. */
        public enum Parity {
            NONE,
            EVEN,
            ODD
        }

        /** What stands in one or two registers. */
        public enum Encoding {
            INT16,
            UINT16,
            INT32,
            UINT32,
            FLOAT32,
            BIT;

            int registers() {
                return this == INT32 || this == UINT32 || this == FLOAT32 ? 2 : 1;
            }
        }

        /**
         * One value.
         *
         * @param connection its name
         * @param table coil, discrete, holding or input
         * @param address counted from 0
         * @param lowFirst of two registers the first holds the low word
         * @param bit of a register, for a contact
         * @param gain what was read times this
         * @param offset plus this is the sample
         */
        public record Point(
                String connection,
                int unit,
                String table,
                int address,
                Encoding type,
                boolean lowFirst,
                int bit,
                double gain,
                double offset) {}
    }
}
