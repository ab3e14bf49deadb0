package io.pumpwatch.config;

/**
 * Trends.
 *
 * @param retentionDays of the one-second summaries
 * @param ringMs full-rate ring
 * @param lossMs what a power cut may cost at most
 * @param sizeMbMax of all files
 */
public record HistorySettings(int retentionDays, long ringMs, long lossMs, int sizeMbMax) {}
