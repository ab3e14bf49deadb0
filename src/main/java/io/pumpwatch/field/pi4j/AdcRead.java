package io.pumpwatch.field.pi4j;

import io.pumpwatch.station.Tag;

/**
 * One read of one channel, or that it failed.
 *
 * @param number of this channel's reads, from 1
 * @param atNs uptime of the field's own clock
 * @param counts as the chip gave them; meaningless where {@code fault} isn't empty
 * @param milliamps calibrated
 * @param fault why there is none; empty where there is
 */
public record AdcRead(Tag tag, long number, long atNs, int counts, double milliamps, String fault) {}
