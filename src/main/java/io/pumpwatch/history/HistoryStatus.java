package io.pumpwatch.history;

import java.util.List;

/**
 * How a history fares.
 *
 * @param scansDropped scans that found no room in the queue: gaps
 * @param samplesLost samples and seconds given up because the disk refused for too long: gaps
 * @param damagedPlaces places of damage met in files so far: gaps
 * @param unreadable files that are left alone, each with the reason
 * @param bytesWritten to the files of seconds since the start
 * @param ringBytesWritten to the files of the ring since the start
 * @param durableUptimeMs all up to this uptime is on the disk; {@link Long#MIN_VALUE} before the first flush
 * @param fault what the disk says now; empty when it works
 */
public record HistoryStatus(
        long scansDropped,
        long samplesLost,
        int damagedPlaces,
        List<String> unreadable,
        long bytesWritten,
        long ringBytesWritten,
        long durableUptimeMs,
        String fault) {}
