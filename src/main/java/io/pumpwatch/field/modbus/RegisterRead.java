package io.pumpwatch.field.modbus;

import io.pumpwatch.station.Tag;

/**
 * One read of one value, or that it failed.
 *
 * @param atNs uptime of the field's own clock
 * @param raw bits of its registers, without sign; meaningless where {@code fault} isn't empty
 * @param value after gain and offset
 * @param fault why there is none; empty where there is
 */
record RegisterRead(Tag tag, long atNs, long raw, double value, String fault) {}
