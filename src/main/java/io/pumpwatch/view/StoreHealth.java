package io.pumpwatch.view;

/**
 * How the stores of the station fare.
 *
 * @param journalBytes of all entries that are kept
 * @param pending entries on their way to the disk
 * @param unkept entries that couldn't be kept since start
 * @param freeBytes left on the disk of the data folder; -1 where that isn't known
 * @param lowRoom so little of it that it will soon take no more records
 * @param scansDropped scans that the history had no room for
 * @param samplesLost seconds that the history gave up
 * @param damagedPlaces in files of the history
 * @param historyFault what the history's disk says; empty when it works
 * @param memoryBytes that the program's heap takes
 * @param voice off, on, or what is wrong with the program that speaks
 */
public record StoreHealth(
        long journalBytes,
        long pending,
        long unkept,
        long freeBytes,
        boolean lowRoom,
        long scansDropped,
        long samplesLost,
        long damagedPlaces,
        String historyFault,
        long memoryBytes,
        String voice) {}
