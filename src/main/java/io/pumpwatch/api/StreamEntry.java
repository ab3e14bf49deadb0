package io.pumpwatch.api;

/**
 * Data of the stream's {@code entry} events: something was kept. What it says is read at {@code /api/v1/events}.
 *
 * @param utc when it was decided
 * @param kind such as alarm.moved
 */
public record StreamEntry(long epoch, long seq, String utc, String kind) {}
