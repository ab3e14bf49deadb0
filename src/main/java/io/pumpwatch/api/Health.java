package io.pumpwatch.api;

/**
 * Answer of {@code GET /api/v1/health}: how the agent itself fares.
 *
 * @param ok false while something needs a person
 * @param clockTrust unset, rtc or ntp
 * @param uptimeMs of the machine's clock that durations go by
 * @param unkept entries that couldn't be kept since start
 * @param freeBytes on the disk; -1 where that isn't known
 * @param lowRoom so little of it that it will soon take no more records
 * @param memoryBytes of the program's heap
 * @param voice off, on, or what is wrong with the program that speaks; no failure of the agent
 */
public record Health(
        boolean ok,
        String now,
        String version,
        long boot,
        long uptimeMs,
        long scans,
        String clockTrust,
        boolean safeMode,
        String link,
        String linkFault,
        long waiting,
        long journalBytes,
        long pending,
        long storeStalledMs,
        long unkept,
        long freeBytes,
        boolean lowRoom,
        String historyFault,
        long scansDropped,
        long samplesLost,
        long damagedPlaces,
        long memoryBytes,
        String voice) {}
