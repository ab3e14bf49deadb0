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

/** Who may do what with alarms and interlocks. */
final class ProtectionActs {
    /** Acts by name with who may; an empty set: anybody, without a PIN. */
    static final Map<String, Set<Role>> ROWS = Map.ofEntries(
            Map.entry("Silence", Set.of()),
            Map.entry("Acknowledge", Set.of(OPERATOR, SHIFT_LEADER, CHIEF)),
            Map.entry("Confirm", CREW),
            Map.entry("Reset", Set.of(OPERATOR, STATION_FITTER, MINING_FITTER, SHIFT_LEADER, CHIEF)),
            Map.entry("Shelve", Set.of(OPERATOR, SHIFT_LEADER, CHIEF)),
            Map.entry("Unshelve", Set.of(OPERATOR, SHIFT_LEADER, CHIEF)),
            Map.entry("TakeOut", Set.of(TECHNICIAN, SHIFT_LEADER, CHIEF)),
            Map.entry("PutBack", Set.of(TECHNICIAN, SHIFT_LEADER, CHIEF)),
            Map.entry("StartDrill", Set.of(TECHNICIAN, SHIFT_LEADER, CHIEF)),
            Map.entry("EndDrill", Set.of(TECHNICIAN, SHIFT_LEADER, CHIEF)),
            Map.entry("RecordCause", Set.of(STATION_FITTER, MINING_FITTER, TECHNICIAN)),
            // Never the chief: whoever presses for production doesn't release a protection.
            Map.entry("Release", Set.of(SHIFT_LEADER)),
            Map.entry("AllowTrial", Set.of(SHIFT_LEADER)),
            Map.entry("ResetTrip", Set.of(STATION_FITTER, MINING_FITTER, SHIFT_LEADER)),
            Map.entry("Load", Set.of(TECHNICIAN, CHIEF)),
            Map.entry("AnnounceStop", CREW),
            Map.entry("ExplainStop", CREW),
            Map.entry("ReadGauge", CREW),
            Map.entry("DriveOutput", Set.of(TECHNICIAN, SHIFT_LEADER, CHIEF)),
            Map.entry("EndOutputCheck", CREW),
            Map.entry("SetFlood", Set.of(SHIFT_LEADER, CHIEF)));

    private ProtectionActs() {}
}
