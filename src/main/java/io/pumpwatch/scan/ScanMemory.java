package io.pumpwatch.scan;

import io.pumpwatch.alarms.AlarmMemory;
import io.pumpwatch.conditioning.Conditioning;
import io.pumpwatch.duty.DutyMemory;
import io.pumpwatch.interlocks.InterlockMemory;
import io.pumpwatch.rounds.RoundsMemory;
import org.jspecify.annotations.Nullable;

/**
 * What isn't kept over a restart.
 *
 * @param machine what was last told of buses, pins and clock
 * @param self what the plan alone decides; null before the first scan
 * @param offsetMs utc minus uptime at the last scan, to see a step of wall time; {@link #NO_OFFSET} before the first
 */
public record ScanMemory(
        Conditioning.Memory conditioning,
        InterlockMemory interlocks,
        AlarmMemory alarms,
        DutyMemory duty,
        RoundsMemory rounds,
        @Nullable SelfCheck self,
        long offsetMs,
        MachineWatch machine) {
    static final long NO_OFFSET = Long.MIN_VALUE;

    /** Of a start. */
    public static final ScanMemory EMPTY = new ScanMemory(
            Conditioning.Memory.EMPTY,
            InterlockMemory.EMPTY,
            AlarmMemory.EMPTY,
            DutyMemory.EMPTY,
            RoundsMemory.EMPTY,
            null,
            NO_OFFSET,
            MachineWatch.EMPTY);
}
