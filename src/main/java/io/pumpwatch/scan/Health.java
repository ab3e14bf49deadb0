package io.pumpwatch.scan;

import java.util.List;

/**
 * What the shells report of themselves, newest each scan.
 *
 * @param storeStalledMs how long the keeper has been waiting for its disk; 0 while it isn't
 * @param unkept entries that couldn't be kept since start
 * @param linkFault what is wrong with the way to dispatch, in a word; empty while nothing is
 * @param unconfirmed alarms that dispatch hasn't confirmed in their time
 * @param cut records went for lack of room before dispatch had confirmed them
 * @param inputFault buses, chips and pins that don't answer, in words; empty while all do
 * @param outputFault outputs that don't follow, in words; empty while all do
 * @param setAside why the configured station file isn't in force but the last good one; empty while it is
 * @param safeMode started with a read-only journal after crashes in a row
 * @param lowRoom the disk of the records has little room left
 * @param historyFault why the history of values can't be written, in words; empty while it can
 */
public record Health(
        long storeStalledMs,
        long unkept,
        String linkFault,
        List<String> unconfirmed,
        boolean cut,
        boolean safeMode,
        String inputFault,
        String outputFault,
        String setAside,
        boolean lowRoom,
        String historyFault) {
    /** All is well. */
    public static final Health WELL = new Health(0, 0, "", List.of(), false, false, "", "", "", false, "");

    /** Of an agent whose field is well. */
    public Health(
            long storeStalledMs,
            long unkept,
            String linkFault,
            List<String> unconfirmed,
            boolean cut,
            boolean safeMode) {
        this(storeStalledMs, unkept, linkFault, unconfirmed, cut, safeMode, "", "", "", false, "");
    }

    public Health {
        unconfirmed = List.copyOf(unconfirmed);
    }
}
