package io.pumpwatch.scan;

import io.pumpwatch.alarms.AlarmsState;
import io.pumpwatch.duty.DutyState;
import io.pumpwatch.interlocks.InterlockState;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Stamp;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that survives a restart; a fold of all entries.
 *
 * @param seq of the last entry folded
 * @param seen alarms that dispatch marked as seen, by whom
 */
public record StationState(
        long seq,
        AlarmsState alarms,
        InterlockState interlocks,
        DutyState duty,
        Agent agent,
        SortedMap<AlarmId, String> seen) {
    /** Version of this record's shape, for snapshots. */
    public static final int VERSION = 1;

    /** Before the first entry. */
    public static final StationState EMPTY =
            new StationState(0, AlarmsState.EMPTY, InterlockState.EMPTY, DutyState.EMPTY, Agent.NEW, new TreeMap<>());

    /**
     * The agent itself.
     *
     * @param boot counts its starts
     * @param started when it last started
     * @param clean whether it has been stopped in good order since
     * @param configSha256 station file in force; empty before the first
     * @param setpoints of that file
     * @param linkFault what is wrong with the way to dispatch; empty while nothing is
     */
    public record Agent(
            long boot,
            @Nullable Stamp started,
            boolean clean,
            String configSha256,
            SortedMap<AlarmId, Double> setpoints,
            String linkFault) {
        static final Agent NEW = new Agent(0, null, true, "", new TreeMap<>(), "");
    }
}
