/**
 * Read-only inputs over Modbus TCP and RTU. What decides is pure and takes its time as an argument; what reaches the
 * network or a serial line stands behind {@link io.pumpwatch.field.modbus.ModbusPort}.
 */
@NullMarked
package io.pumpwatch.field.modbus;

import org.jspecify.annotations.NullMarked;
