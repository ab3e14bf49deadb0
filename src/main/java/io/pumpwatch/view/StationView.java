package io.pumpwatch.view;

import io.pumpwatch.journal.EntryId;
import io.pumpwatch.scan.ScanResult.Live;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.Now;

/**
 * What a scan published: immutable, read by every shell.
 *
 * @param boot counts the agent's starts
 * @param offered the last entry handed over; what lies beyond the durable one isn't kept yet
 * @param scans since start
 */
public record StationView(
        StationPlan plan, StationState state, Live live, Now now, long boot, EntryId offered, long scans) {
    /** The last entry handed over. */
    public Position offeredAt() {
        return Position.of(offered);
    }
}
