package io.pumpwatch.field.modbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.field.modbus.ModbusSettings.Encoding;
import io.pumpwatch.field.modbus.ModbusSettings.Point;
import io.pumpwatch.field.modbus.ModbusSettings.Table;
import io.pumpwatch.field.modbus.Registers.Block;
import io.pumpwatch.station.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What registers mean, and which are asked for together. */
class RegistersTest {
    static Point point(int number, int unit, Table table, int address, Encoding type) {
        return new Point(new Tag("FT-" + number), unit, table, address, type, false, 0, 1, 0);
    }

    private static double value(Encoding type, boolean lowFirst, int bit, int... bytes) {
        byte[] answer = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            answer[i] = (byte) bytes[i];
        }
        Point point = new Point(new Tag("FT-1"), 1, Table.HOLDING, 7, type, lowFirst, bit, 1, 0);
        Block block = Registers.blocks(List.of(point)).get(0);
        return Registers.value(point, Registers.raw(point, block, answer));
    }

    @Test
    void typesAndWordOrder() {
        assertEquals(0xfffe, value(Encoding.UINT16, false, 0, 0xff, 0xfe));
        assertEquals(-2, value(Encoding.INT16, false, 0, 0xff, 0xfe));
        assertEquals(0xfffe0001L, value(Encoding.UINT32, false, 0, 0xff, 0xfe, 0x00, 0x01));
        assertEquals(0x0001fffeL, value(Encoding.UINT32, true, 0, 0xff, 0xfe, 0x00, 0x01));
        assertEquals(-131_071, value(Encoding.INT32, false, 0, 0xff, 0xfe, 0x00, 0x01));
        assertEquals(1.5, value(Encoding.FLOAT32, false, 0, 0x3f, 0xc0, 0, 0));
        assertEquals(1.5, value(Encoding.FLOAT32, true, 0, 0, 0, 0x3f, 0xc0));
        assertTrue(Double.isNaN(value(Encoding.FLOAT32, false, 0, 0x7f, 0xc0, 0, 0)));
        assertEquals(1, value(Encoding.BIT, false, 15, 0x80, 0));
        assertEquals(0, value(Encoding.BIT, false, 14, 0x80, 0));
    }

    @Test
    void gainAndOffset() {
        Point tenths = new Point(new Tag("FT-1"), 1, Table.INPUT, 0, Encoding.INT16, false, 0, 0.1, -5);
        assertEquals(-30.0, Registers.value(tenths, 0xff06), 1e-9, "-250 tenths less 5");
    }

    @Test
    void anAnswerThatIsTooShortIsNoValue() {
        Point point = point(1, 1, Table.HOLDING, 7, Encoding.FLOAT32);
        Block block = Registers.blocks(List.of(point)).get(0);
        assertEquals(-1, Registers.raw(point, block, new byte[] {1, 2}));
        Point coil = point(2, 1, Table.COIL, 0, Encoding.BIT);
        assertEquals(-1, Registers.raw(coil, Registers.blocks(List.of(coil)).get(0), new byte[0]));
    }

    @Test
    void bitsOfCoils() {
        List<Point> coils = List.of(point(1, 1, Table.COIL, 3, Encoding.BIT), point(2, 1, Table.COIL, 4, Encoding.BIT));
        Block block = Registers.blocks(coils).get(0);
        assertEquals(2, block.count());
        assertEquals(0, Registers.raw(coils.get(0), block, new byte[] {0b10}));
        assertEquals(1, Registers.raw(coils.get(1), block, new byte[] {0b10}));
    }

    /** A gap isn't asked for: a server may refuse the whole request for one address that it doesn't have. */
    @Test
    void neighboursShareARequestAndGapsAreNotRead() {
        List<Block> blocks = Registers.blocks(List.of(
                point(1, 1, Table.HOLDING, 4, Encoding.FLOAT32),
                point(2, 1, Table.HOLDING, 2, Encoding.FLOAT32),
                point(3, 1, Table.HOLDING, 7, Encoding.UINT16),
                point(4, 1, Table.INPUT, 6, Encoding.UINT16),
                point(5, 2, Table.HOLDING, 6, Encoding.UINT16),
                point(6, 1, Table.HOLDING, 3, Encoding.UINT16)));
        assertEquals(
                List.of("1 HOLDING 2 4", "1 HOLDING 7 1", "1 INPUT 6 1", "2 HOLDING 6 1"),
                blocks.stream()
                        .map(block -> block.unit() + " " + block.table() + " " + block.address() + " " + block.count())
                        .toList());
        assertEquals(3, blocks.get(0).points().size());
    }

    @Test
    void aRequestIsNoLongerThanTheProtocolAllows() {
        List<Point> many = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> point(i + 1, 1, Table.HOLDING, 2 * i, Encoding.FLOAT32))
                .toList();
        List<Block> blocks = Registers.blocks(many);
        assertEquals(2, blocks.size());
        blocks.forEach(block -> assertTrue(block.count() <= Registers.REGISTERS_MAX));
    }
}
