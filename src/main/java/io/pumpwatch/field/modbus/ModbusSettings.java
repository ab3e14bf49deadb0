package io.pumpwatch.field.modbus;

import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Locale;

/** What is read from which server. */
public record ModbusSettings(List<Connection> connections) {
    public ModbusSettings {
        connections = List.copyOf(connections);
    }

    /** How a server is reached. */
    public sealed interface Way {}

    /** Modbus TCP. */
    public record Tcp(String host, int port) implements Way {}

    /** Modbus RTU on a serial device, 8 data bits. */
    public record Rtu(String device, int baud, Parity parity, int stopBits) implements Way {}

    /** Parity of a serial line. */
    public enum Parity {
        NONE,
        EVEN,
        ODD
    }

    /**
     * One TCP connection or serial line, with one or more units on it.
     *
     * @param name as the station file calls it
     * @param everyMs from one round over its registers to the next
     * @param timeoutMs an answer that takes longer counts as none
     * @param points at least one
     */
    public record Connection(String name, Way way, long everyMs, long timeoutMs, List<Point> points) {
        public Connection {
            points = List.copyOf(points);
        }
    }

    /** The four tables of a server. */
    public enum Table {
        COIL,
        DISCRETE,
        HOLDING,
        INPUT;

        /** Whether it holds single bits. */
        public boolean bits() {
            return this == COIL || this == DISCRETE;
        }

        /** As channels and messages name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What stands in one or two registers. */
    public enum Encoding {
        INT16(1),
        UINT16(1),
        INT32(2),
        UINT32(2),
        FLOAT32(2),
        /** One bit: of a coil or discrete input, or of a register. */
        BIT(1);

        private final int registers;

        Encoding(int registers) {
            this.registers = registers;
        }

        /** How many registers, or coils, it takes. */
        public int registers() {
            return registers;
        }
    }

    /**
     * One value.
     *
     * @param unit 0 to 255, also called slave address
     * @param address in its table, counted from 0
     * @param lowFirst of two registers the first holds the low word
     * @param bit of a register, 0 the lowest
     * @param gain the value read times this
     * @param offset plus this is the sample
     */
    public record Point(
            Tag tag,
            int unit,
            Table table,
            int address,
            Encoding type,
            boolean lowFirst,
            int bit,
            double gain,
            double offset) {

        /** As messages name it. */
        String name() {
            return "unit " + unit + " " + table.word() + "/" + address;
        }
    }
}
