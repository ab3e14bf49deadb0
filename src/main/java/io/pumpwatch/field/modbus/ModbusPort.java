package io.pumpwatch.field.modbus;

import io.pumpwatch.field.modbus.ModbusSettings.Connection;
import io.pumpwatch.field.modbus.ModbusSettings.Table;

/** One open connection. It reads and nothing else: there is no call here that could write to a server. */
interface ModbusPort extends AutoCloseable {
    /**
     * Reads {@code count} registers or bits. Waits for the answer, at most the connection's timeout.
     *
     * @return two bytes for each register, the high one first; for bits the first in the lowest bit of the first byte
     */
    byte[] read(int unit, Table table, int address, int count) throws ModbusFault;

    @Override
    void close();

    /** Opens a connection. */
    @FunctionalInterface
    interface Opener {
        ModbusPort open(Connection connection) throws ModbusFault;
    }
}
