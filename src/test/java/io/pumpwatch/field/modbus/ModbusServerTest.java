package io.pumpwatch.field.modbus;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.app.SystemClock;
import io.pumpwatch.field.modbus.ModbusSettings.Connection;
import io.pumpwatch.field.modbus.ModbusSettings.Encoding;
import io.pumpwatch.field.modbus.ModbusSettings.Point;
import io.pumpwatch.field.modbus.ModbusSettings.Table;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.SampleFault;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The field as the scan sees it, against an independent server over TCP and over a serial line. */
@Timeout(120)
class ModbusServerTest {
    private static final List<Point> POINTS = List.of(
            point("FT-301", 1, Table.INPUT, 0, Encoding.UINT16, false, 0, 1),
            point("TT-301", 1, Table.HOLDING, 1, Encoding.INT16, false, 0, 0.1),
            point("LT-301", 1, Table.INPUT, 2, Encoding.FLOAT32, false, 0, 1),
            point("LT-302", 1, Table.INPUT, 4, Encoding.FLOAT32, true, 0, 1),
            point("QT-301", 1, Table.HOLDING, 6, Encoding.INT32, false, 0, 1),
            point("QT-302", 1, Table.HOLDING, 8, Encoding.UINT32, false, 0, 1),
            point("AT-301", 1, Table.HOLDING, 10, Encoding.FLOAT32, false, 0, 1),
            point("XS-301", 1, Table.INPUT, 12, Encoding.BIT, false, 2, 1),
            point("XS-302", 1, Table.INPUT, 12, Encoding.BIT, false, 1, 1),
            point("XS-303", 1, Table.DISCRETE, 1, Encoding.BIT, false, 0, 1),
            point("XS-304", 1, Table.COIL, 1, Encoding.BIT, false, 0, 1),
            point("LT-401", 2, Table.INPUT, 2, Encoding.FLOAT32, false, 0, 1),
            point("LT-501", 9, Table.INPUT, 2, Encoding.FLOAT32, false, 0, 1),
            point("PT-301", 2, Table.HOLDING, 99, Encoding.UINT16, false, 0, 1));

    private final SystemClock clock = new SystemClock();
    private final Map<Tag, Sample> last = new TreeMap<>();

    private static Point point(
            String tag, int unit, Table table, int address, Encoding type, boolean lowFirst, int bit, double gain) {
        return new Point(new Tag(tag), unit, table, address, type, lowFirst, bit, gain, 0);
    }

    private ModbusField open(Pymodbus server, long timeoutMs) {
        Connection connection = new Connection("plc", server.way(), 50, timeoutMs, POINTS);
        return ModbusField.open(new ModbusSettings(List.of(connection)), clock::uptimeNs);
    }

    private boolean read(ModbusField field, String tag, SampleFault wanted) {
        field.read(clock.now()).forEach(sample -> last.put(sample.tag(), sample));
        Sample sample = last.get(new Tag(tag));
        return sample != null && sample.fault() == wanted;
    }

    private Sample sample(String tag) {
        return Objects.requireNonNull(last.get(new Tag(tag)), tag);
    }

    private double value(String tag) {
        return sample(tag).value();
    }

    private void everyValueIsRead(ModbusField field) {
        await().atMost(Duration.ofSeconds(20)).until(() -> read(field, "LT-401", SampleFault.NONE));
        await().atMost(Duration.ofSeconds(20)).until(() -> read(field, "PT-301", SampleFault.BUS_ERROR));
        await().atMost(Duration.ofSeconds(20)).until(() -> read(field, "LT-501", SampleFault.BUS_ERROR));
        assertEquals(40_000, value("FT-301"));
        assertEquals(-25.0, value("TT-301"), 1e-9);
        assertEquals(4.25, value("LT-301"));
        assertEquals(4.25, value("LT-302"), "low word first");
        assertEquals(-70_000, value("QT-301"));
        assertEquals(3_000_000_000.0, value("QT-302"));
        assertEquals(SampleFault.NOT_A_NUMBER, sample("AT-301").fault());
        assertEquals(1, value("XS-301"));
        assertEquals(0, value("XS-302"));
        assertEquals(1, value("XS-303"));
        assertEquals(0, value("XS-304"));
        assertEquals(1.5, value("LT-401"), "a second unit of the same line");
        String health = field.health().inputs();
        Connection connection = field.cycles().get(0).connection();
        assertTrue(health.contains("modbus plc unit 9: no answer"), health);
        boolean serial = connection.way() instanceof ModbusSettings.Rtu;
        String refused = serial ? "refused by the server" : "illegal data address (2)";
        assertTrue(health.contains("modbus plc unit 2 holding/99: " + refused), health);
        assertEquals(
                Long.valueOf(40_000),
                field.sights().stream()
                        .filter(sight -> sight.tag().name().equals("FT-301"))
                        .findFirst()
                        .orElseThrow()
                        .counts());
    }

    @Test
    void overTcp() throws IOException {
        try (Pymodbus server = Pymodbus.tcp();
                ModbusField field = open(server, 500)) {
            everyValueIsRead(field);
        }
    }

    @Test
    void overASerialLine(@TempDir Path folder) throws IOException {
        try (Pymodbus server = Pymodbus.rtu(folder);
                ModbusField field = open(server, 500)) {
            everyValueIsRead(field);
        }
    }

    @Test
    void aServerThatIsKilledIsAFaultAndComesBack() throws IOException {
        try (Pymodbus server = Pymodbus.tcp();
                ModbusField field = open(server, 500)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> read(field, "LT-301", SampleFault.NONE));
            server.kill();
            await().atMost(Duration.ofSeconds(20)).until(() -> read(field, "LT-301", SampleFault.BUS_ERROR));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> field.health().inputs().equals("modbus plc: connection refused"));
            server.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> read(field, "LT-301", SampleFault.NONE));
        }
    }

    /** A server that hangs: the connection stands, nothing comes. The scan's reads go on meanwhile. */
    @Test
    void aServerThatHangsIsAFaultAndHoldsUpNobody() throws Exception {
        try (Pymodbus server = Pymodbus.tcp();
                ModbusField field = open(server, 300)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> read(field, "LT-301", SampleFault.NONE));
            server.signal("STOP");
            long longestNs = 0;
            long endNs = clock.uptimeNs() + 2_000_000_000L;
            while (clock.uptimeNs() < endNs) {
                long beforeNs = clock.uptimeNs();
                read(field, "LT-301", SampleFault.BUS_ERROR);
                longestNs = Math.max(longestNs, clock.uptimeNs() - beforeNs);
            }
            assertEquals(SampleFault.BUS_ERROR, sample("LT-301").fault());
            assertTrue(longestNs < 200_000_000L, "a read took " + longestNs + " ns");
            assertTrue(
                    field.health().inputs().contains("no answer"),
                    field.health().inputs());
            server.signal("CONT");
            await().atMost(Duration.ofSeconds(20)).until(() -> read(field, "LT-301", SampleFault.NONE));
        }
    }

    @Test
    void aDeviceThatIsNotThereIsSaid(@TempDir Path folder) {
        ModbusSettings.Rtu way =
                new ModbusSettings.Rtu(folder.resolve("none").toString(), 9_600, ModbusSettings.Parity.EVEN, 1);
        Connection connection = new Connection("soft-starter", way, 50, 500, POINTS);
        try (ModbusField field = ModbusField.open(new ModbusSettings(List.of(connection)), clock::uptimeNs)) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> field.health().inputs().equals("modbus soft-starter: no " + folder.resolve("none")));
            assertTrue(read(field, "LT-301", SampleFault.BUS_ERROR));
        }
    }
}
