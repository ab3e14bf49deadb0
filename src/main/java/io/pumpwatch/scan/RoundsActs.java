package io.pumpwatch.scan;

import static io.pumpwatch.scan.Authority.CREW;
import static io.pumpwatch.station.Role.CHIEF;
import static io.pumpwatch.station.Role.MINING_FITTER;
import static io.pumpwatch.station.Role.OPERATOR;
import static io.pumpwatch.station.Role.SHIFT_LEADER;
import static io.pumpwatch.station.Role.STATION_FITTER;
import static io.pumpwatch.station.Role.TECHNICIAN;

import io.pumpwatch.station.Role;
import java.util.Map;
import java.util.Set;

/** Who may do what with rounds, sheets, jobs and defects. The definition of a sheet or job says which team of these. */
final class RoundsActs {
    private static final Set<Role> WORKERS = Set.of(OPERATOR, STATION_FITTER, MINING_FITTER, TECHNICIAN, SHIFT_LEADER);
    private static final Set<Role> LEADERS = Set.of(SHIFT_LEADER, CHIEF);

    /** Acts by name with who may; an empty set: anybody, without a PIN. */
    static final Map<String, Set<Role>> ROWS = Map.ofEntries(
            Map.entry("StartSheet", WORKERS),
            Map.entry("EnterItem", WORKERS),
            Map.entry("NoteItem", WORKERS),
            Map.entry("SkipItem", WORKERS),
            Map.entry("SignSheet", WORKERS),
            Map.entry("ReportDefect", CREW),
            Map.entry("AssignDefect", LEADERS),
            Map.entry("HandleDefect", CREW),
            Map.entry("CloseDefect", CREW),
            Map.entry("ReopenDefect", CREW),
            Map.entry("OpenJob", Set.of(STATION_FITTER, MINING_FITTER, TECHNICIAN, SHIFT_LEADER)),
            Map.entry("JoinJob", WORKERS),
            Map.entry("LeaveJob", CREW),
            Map.entry("RemoveLock", Set.of(CHIEF)),
            Map.entry("SignStep", WORKERS),
            Map.entry("SkipStep", WORKERS),
            Map.entry("SignGauge", WORKERS),
            Map.entry("CountTool", WORKERS),
            Map.entry("CloseJob", WORKERS),
            Map.entry("HandleWork", CREW),
            Map.entry("CommissionInstrument", Set.of(STATION_FITTER, MINING_FITTER, TECHNICIAN)));

    private RoundsActs() {}
}
