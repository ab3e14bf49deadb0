package io.pumpwatch.field.modbus;

import io.pumpwatch.field.Field;
import io.pumpwatch.field.FieldContractTest;
import io.pumpwatch.field.SteppedField;
import io.pumpwatch.field.modbus.ModbusSettings.Connection;
import io.pumpwatch.field.modbus.ModbusSettings.Encoding;
import io.pumpwatch.field.modbus.ModbusSettings.Point;
import io.pumpwatch.field.modbus.ModbusSettings.Table;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract over real requests to an independent server; time is the test's own. */
class ModbusFieldContractTest extends FieldContractTest {
    private static final long EVERY_MS = 500;

    private static @Nullable Pymodbus server;

    @BeforeAll
    static void startServer() throws IOException {
        server = Pymodbus.tcp();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected Field open() throws IOException {
        Pymodbus at = server == null ? Pymodbus.tcp() : server;
        List<Point> points = List.of(
                new Point(new Tag("LT-301"), 1, Table.INPUT, 2, Encoding.FLOAT32, false, 0, 1, 0),
                new Point(new Tag("XS-301"), 2, Table.COIL, 1, Encoding.BIT, false, 0, 1, 0));
        ModbusSettings settings = new ModbusSettings(List.of(new Connection("plc", at.way(), EVERY_MS, 2_000, points)));
        AtomicLong nowNs = new AtomicLong(-1);
        ModbusField field = new ModbusField(settings, LibraryPort::open, nowNs::get);
        return new SteppedField(field, field.cycles(), nowNs);
    }

    @Override
    protected List<Output> knownOutputs() {
        return List.of();
    }
}
