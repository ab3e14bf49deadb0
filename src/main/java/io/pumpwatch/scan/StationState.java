package io.pumpwatch.scan;

import io.pumpwatch.alarms.AlarmsState;
import io.pumpwatch.duty.DutyState;
import io.pumpwatch.interlocks.InterlockState;
import io.pumpwatch.rounds.RoundsState;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.List;
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
        RoundsState rounds,
        Agent agent,
        SortedMap<AlarmId, String> seen) {
    /** Version of this record's shape, for snapshots. */
    public static final int VERSION = 6;

    /** Before the first entry. */
    public static final StationState EMPTY = new StationState(
            0, AlarmsState.EMPTY, InterlockState.EMPTY, DutyState.EMPTY, RoundsState.EMPTY, Agent.NEW, new TreeMap<>());

    StationState with(long nextSeq, AlarmsState next, SortedMap<AlarmId, String> nextSeen) {
        return new StationState(nextSeq, next, interlocks, duty, rounds, agent, nextSeen);
    }

    StationState with(long nextSeq, InterlockState next) {
        return new StationState(nextSeq, alarms, next, duty, rounds, agent, seen);
    }

    StationState with(long nextSeq, DutyState next) {
        return new StationState(nextSeq, alarms, interlocks, next, rounds, agent, seen);
    }

    StationState with(long nextSeq, RoundsState next) {
        return new StationState(nextSeq, alarms, interlocks, duty, next, agent, seen);
    }

    StationState with(long nextSeq, Agent next) {
        return new StationState(nextSeq, alarms, interlocks, duty, rounds, next, seen);
    }

    StationState withSeen(long nextSeq, AlarmId point, String by) {
        SortedMap<AlarmId, String> next = new TreeMap<>(seen);
        next.put(point, by);
        return new StationState(nextSeq, alarms, interlocks, duty, rounds, agent, next);
    }

    /**
     * Between two boots nobody watched.
     *
     * @param from the last entry of the one
     * @param to the first entry of the next
     */
    public record Away(Stamp from, Stamp to) {}

    /**
     * The agent itself.
     *
     * @param boot counts its starts
     * @param started when it last started
     * @param clean whether it has been stopped in good order since
     * @param configSha256 station file in force; empty before the first
     * @param setpoints of that file
     * @param linkFault what is wrong with the way to dispatch; empty while nothing is
     * @param stepped when wall time was last stepped, if ever
     * @param last when the last entry was decided
     * @param away the last times without an agent, oldest first, at most {@link #AWAY_MAX}
     */
    public record Agent(
            long boot,
            @Nullable Stamp started,
            boolean clean,
            String configSha256,
            SortedMap<AlarmId, Double> setpoints,
            String linkFault,
            @Nullable Stamp stepped,
            @Nullable Stamp last,
            List<Away> away) {
        /** So many are remembered: more than a shift that goes well has. */
        public static final int AWAY_MAX = 20;

        static final Agent NEW = new Agent(0, null, true, "", new TreeMap<>(), "", null, null, List.of());

        Agent started(long bootNow, Stamp at) {
            return new Agent(bootNow, at, false, configSha256, setpoints, linkFault, stepped, last, away);
        }

        Agent stopped() {
            return new Agent(boot, started, true, configSha256, setpoints, linkFault, stepped, last, away);
        }

        Agent loaded(String sha256, SortedMap<AlarmId, Double> loadedSetpoints) {
            return new Agent(boot, started, clean, sha256, loadedSetpoints, linkFault, stepped, last, away);
        }

        Agent linked(String fault) {
            return new Agent(boot, started, clean, configSha256, setpoints, fault, stepped, last, away);
        }

        Agent stepped(Stamp at) {
            return new Agent(boot, started, clean, configSha256, setpoints, linkFault, at, last, away);
        }

        /** Any entry: whatever the first one of a boot is, nobody watched between it and the last one before. */
        Agent watched(Stamp at) {
            List<Away> next = away;
            if (last != null && last.boot() != at.boot()) {
                next = new ArrayList<>(away.subList(Math.max(0, away.size() + 1 - AWAY_MAX), away.size()));
                next.add(new Away(last, at));
                next = List.copyOf(next);
            }
            return new Agent(boot, started, clean, configSha256, setpoints, linkFault, stepped, at, next);
        }
    }
}
