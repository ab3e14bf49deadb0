package io.pumpwatch.field.replay;

import io.pumpwatch.field.InputFault;
import java.util.List;

/**
 * What came of a recording so far.
 *
 * @param rows used
 * @param refusedRows left out: wrong number of columns, no time, time that goes back, too long a line
 * @param badCells that weren't numbers; each became a failed sample
 * @param missingCells that say that nothing was read; none became a sample
 * @param faults of refused rows and bad cells, the first hundred
 * @param faultsOmitted how many more there were
 */
public record ReplayReport(
        long rows, long refusedRows, long badCells, long missingCells, List<InputFault> faults, long faultsOmitted) {
    public ReplayReport {
        faults = List.copyOf(faults);
    }
}
