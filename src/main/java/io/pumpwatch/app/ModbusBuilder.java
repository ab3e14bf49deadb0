package io.pumpwatch.app;

import io.pumpwatch.config.FieldSettings.Modbus;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.field.modbus.ModbusSettings;
import io.pumpwatch.field.modbus.ModbusSettings.Connection;
import io.pumpwatch.field.modbus.ModbusSettings.Encoding;
import io.pumpwatch.field.modbus.ModbusSettings.Parity;
import io.pumpwatch.field.modbus.ModbusSettings.Point;
import io.pumpwatch.field.modbus.ModbusSettings.Rtu;
import io.pumpwatch.field.modbus.ModbusSettings.Table;
import io.pumpwatch.field.modbus.ModbusSettings.Tcp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The Modbus servers that a station file describes. */
public final class ModbusBuilder {
    private ModbusBuilder() {}

    /** Its settings; a connection that nothing reads is left out. */
    public static ModbusSettings build(Loaded loaded) {
        Modbus modbus = loaded.field().modbus();
        List<Connection> connections = new ArrayList<>();
        new TreeMap<>(modbus.connections()).forEach((name, connection) -> {
            List<Point> points = points(loaded, modbus, name);
            if (!points.isEmpty()) {
                ModbusSettings.Way way = connection.host().isEmpty()
                        ? new Rtu(
                                connection.device(),
                                connection.baud(),
                                Parity.valueOf(connection.parity().name()),
                                connection.stopBits())
                        : new Tcp(connection.host(), connection.port());
                connections.add(new Connection(name, way, connection.everyMs(), connection.timeoutMs(), points));
            }
        });
        return new ModbusSettings(connections);
    }

    private static List<Point> points(Loaded loaded, Modbus modbus, String connection) {
        List<Point> points = new ArrayList<>();
        loaded.plan().instruments().forEach(instrument -> {
            Modbus.Point point = modbus.points().get(instrument.tag());
            if (point != null && point.connection().equals(connection)) {
                points.add(new Point(
                        instrument.tag(),
                        point.unit(),
                        Table.valueOf(point.table().toUpperCase(Locale.ROOT)),
                        point.address(),
                        Encoding.valueOf(point.type().name()),
                        point.lowFirst(),
                        point.bit(),
                        point.gain(),
                        point.offset()));
            }
        });
        return points;
    }
}
