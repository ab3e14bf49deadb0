package io.pumpwatch.field.modbus;

import io.pumpwatch.field.Field;
import io.pumpwatch.field.FieldContractTest;
import io.pumpwatch.field.modbus.ModbusSettings.Connection;
import io.pumpwatch.field.modbus.ModbusSettings.Encoding;
import io.pumpwatch.field.modbus.ModbusSettings.Point;
import io.pumpwatch.field.modbus.ModbusSettings.Table;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract over real requests to an independent server; the test steps the connection, so that time is its own. */
class ModbusFieldContractTest extends FieldContractTest {
    private static final long MS = 1_000_000;
    private static final long EVERY_MS = 500;
    /** A poller doesn't make up for longer leaps either. */
    private static final long LEAP_NS = 60_000 * MS;

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
        return new Stepped(new ModbusSettings(List.of(new Connection("plc", at.way(), EVERY_MS, 2_000, points))));
    }

    @Override
    protected List<Output> knownOutputs() {
        return List.of();
    }

    /** The field with its connection stepped up to the moment of each read. */
    private static final class Stepped implements Field {
        private final AtomicLong nowNs = new AtomicLong(-1);
        private final ModbusField field;
        private final ConnectionCycle cycle;
        private long dueNs = -1;

        Stepped(ModbusSettings settings) {
            field = new ModbusField(settings, LibraryPort::open, nowNs::get);
            cycle = field.cycles().get(0);
        }

        @Override
        public List<Sample> read(Now now) {
            long toNs = now.uptimeMs() * MS;
            dueNs = dueNs < 0 || toNs - dueNs > LEAP_NS ? toNs : dueNs;
            while (dueNs <= toNs) {
                nowNs.set(dueNs);
                dueNs = cycle.step(dueNs);
            }
            nowNs.set(toNs);
            return field.read(now);
        }

        @Override
        public void write(List<Output> outputs, Now now) {
            field.write(outputs, now);
        }

        @Override
        public void close() {
            field.close();
        }
    }
}
