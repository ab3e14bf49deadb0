package io.pumpwatch.scan;

import static io.pumpwatch.scan.Authority.CREW;

import io.pumpwatch.station.Role;
import java.util.Map;
import java.util.Set;

/** Who may do what with rounds, sheets, jobs and defects. */
final class RoundsActs {
    /** Acts by name with who may; an empty set: anybody, without a PIN. */
    static final Map<String, Set<Role>> ROWS = Map.ofEntries(Map.entry("ReportDefect", CREW));

    private RoundsActs() {}
}
