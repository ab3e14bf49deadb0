package io.pumpwatch.field.modbus;

import io.pumpwatch.field.modbus.ModbusSettings.Point;
import io.pumpwatch.field.modbus.ModbusSettings.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What registers mean. Pure. */
final class Registers {
    /** One request asks for at most so many, as the protocol says. */
    static final int REGISTERS_MAX = 125;

    static final int BITS_MAX = 2_000;
    private static final int WORD = 16;
    private static final int BYTE = 8;

    private Registers() {}

    /** Points whose registers stand in one row: one request. */
    record Block(int unit, Table table, int address, int count, List<Point> points) {
        Block {
            points = List.copyOf(points);
        }
    }

    /** As few requests as there can be without asking for a register that nobody wants: a server may refuse that. */
    static List<Block> blocks(List<Point> points) {
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(
                Comparator.comparingInt(Point::unit).thenComparing(Point::table).thenComparingInt(Point::address));
        List<Block> blocks = new ArrayList<>();
        for (Point point : sorted) {
            int end = point.address() + point.type().registers();
            Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            boolean joins = last != null
                    && last.unit() == point.unit()
                    && last.table() == point.table()
                    && point.address() <= last.address() + last.count()
                    && end - last.address() <= (point.table().bits() ? BITS_MAX : REGISTERS_MAX);
            if (joins && last != null) {
                List<Point> more = new ArrayList<>(last.points());
                more.add(point);
                int count = Math.max(last.count(), end - last.address());
                blocks.set(blocks.size() - 1, new Block(point.unit(), point.table(), last.address(), count, more));
            } else {
                blocks.add(new Block(
                        point.unit(),
                        point.table(),
                        point.address(),
                        point.type().registers(),
                        List.of(point)));
            }
        }
        return blocks;
    }

    /** The bits of a point's registers, without sign; −1 where the answer is too short. */
    static long raw(Point point, Block block, byte[] answer) {
        int at = point.address() - block.address();
        if (block.table().bits()) {
            return at / BYTE < answer.length ? answer[at / BYTE] >> at % BYTE & 1 : -1;
        }
        if (answer.length < 2 * (at + point.type().registers())) {
            return -1;
        }
        long first = word(answer, at);
        if (point.type().registers() == 1) {
            return point.type() == ModbusSettings.Encoding.BIT ? first >> point.bit() & 1 : first;
        }
        long second = word(answer, at + 1);
        return point.lowFirst() ? second << WORD | first : first << WORD | second;
    }

    private static long word(byte[] answer, int register) {
        return (answer[2 * register] & 0xffL) << BYTE | (answer[2 * register + 1] & 0xffL);
    }

    /** The sample: the registers as their type says, times gain, plus offset; not finite where a float isn't. */
    static double value(Point point, long raw) {
        double read = switch (point.type()) {
            case INT16 -> (short) raw;
            case INT32 -> (int) raw;
            case FLOAT32 -> Float.intBitsToFloat((int) raw);
            case UINT16, UINT32, BIT -> raw;
        };
        return read * point.gain() + point.offset();
    }
}
