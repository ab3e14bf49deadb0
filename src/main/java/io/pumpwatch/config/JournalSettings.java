package io.pumpwatch.config;

/**
 * How long and how much is kept.
 *
 * @param retentionDays whole months older than this go, once dispatch has confirmed them
 * @param sizeMbMax above this the oldest go even so, declared and with an alarm; 0 never
 */
public record JournalSettings(int retentionDays, int sizeMbMax) {}
