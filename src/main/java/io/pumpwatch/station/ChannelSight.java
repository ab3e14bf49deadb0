package io.pumpwatch.station;

import org.jspecify.annotations.Nullable;

/**
 * What one channel shows right now, for commissioning; nothing is decided by it.
 *
 * @param tag instrument, contact or output
 * @param channel as the station file names it
 * @param counts as the converter or register gave them; null where there are none
 * @param measured mA of a current loop, the value of a scaled channel, 1 closed or 0 open of a contact, 1 energised or
 *     0 of an output that was read back; NaN where nothing was read
 * @param unit of {@code measured}; empty for contacts and outputs
 * @param fault why nothing is read or driven; empty while it is
 */
public record ChannelSight(
        Tag tag, String channel, @Nullable Long counts, double measured, String unit, String fault) {}
