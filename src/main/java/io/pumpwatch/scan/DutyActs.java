package io.pumpwatch.scan;

import static io.pumpwatch.scan.Authority.CREW;
import static io.pumpwatch.station.Role.CHIEF;

import io.pumpwatch.station.Role;
import java.util.Map;
import java.util.Set;

/** Who may do what in the duty book. */
final class DutyActs {
    /** Acts by name with who may; an empty set: anybody, without a PIN. */
    static final Map<String, Set<Role>> ROWS = Map.ofEntries(
            Map.entry("ReportAccident", Set.of()),
            Map.entry("EnrolPerson", Set.of(CHIEF)),
            Map.entry("RemovePerson", Set.of(CHIEF)),
            Map.entry("ChangePin", Set.of(CHIEF)),
            Map.entry("SignOn", CREW),
            Map.entry("SignOff", CREW),
            Map.entry("CloseAccident", Set.of(CHIEF)));

    private DutyActs() {}
}
