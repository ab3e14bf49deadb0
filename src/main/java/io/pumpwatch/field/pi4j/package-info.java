/**
 * The buses and pins of a Raspberry Pi: ADS1115 converters over I2C, contacts and relays over GPIO. What decides is
 * pure and takes its time as an argument; what reaches the kernel stands behind
 * {@link io.pumpwatch.field.pi4j.I2cPort} and {@link io.pumpwatch.field.pi4j.GpioPort}.
 */
@NullMarked
package io.pumpwatch.field.pi4j;

import org.jspecify.annotations.NullMarked;
