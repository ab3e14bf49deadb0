package io.pumpwatch.scan;

import static io.pumpwatch.scan.Authority.CREW;
import static io.pumpwatch.station.Role.CHIEF;
import static io.pumpwatch.station.Role.INSPECTOR;
import static io.pumpwatch.station.Role.OPERATOR;
import static io.pumpwatch.station.Role.SHIFT_LEADER;

import io.pumpwatch.station.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Who may do what in the duty book. */
final class DutyActs {
    /** The crew, and inspectors. */
    private static final Set<Role> EVERYBODY = everybody();

    /** Acts by name with who may; an empty set: anybody, without a PIN. */
    static final Map<String, Set<Role>> ROWS = Map.ofEntries(
            Map.entry("ReportAccident", Set.of()),
            Map.entry("EnrolPerson", Set.of(CHIEF)),
            Map.entry("RemovePerson", Set.of(CHIEF)),
            Map.entry("ChangePin", Set.of(CHIEF)),
            Map.entry("SignOn", CREW),
            Map.entry("SignOff", CREW),
            Map.entry("DraftHandover", Set.of(OPERATOR, SHIFT_LEADER)),
            Map.entry("CountTools", Set.of(OPERATOR, SHIFT_LEADER)),
            Map.entry("RemarkHandover", Set.of(OPERATOR, SHIFT_LEADER, INSPECTOR)),
            Map.entry("SignHandover", Set.of(OPERATOR, SHIFT_LEADER)),
            Map.entry("AcceptHandover", Set.of(OPERATOR, SHIFT_LEADER)),
            Map.entry("ObjectToHandover", Set.of(OPERATOR, SHIFT_LEADER)),
            Map.entry("RefuseHandover", Set.of(OPERATOR, SHIFT_LEADER)),
            Map.entry("AmendHandover", Set.of(OPERATOR, SHIFT_LEADER)),
            Map.entry("SeeAmendments", Set.of(OPERATOR, SHIFT_LEADER)),
            Map.entry("CountersignHandover", Set.of(INSPECTOR)),
            Map.entry("AllowLeaving", Set.of(SHIFT_LEADER, CHIEF)),
            Map.entry("ConfirmAccident", Set.of(SHIFT_LEADER, CHIEF)),
            Map.entry("StateAccident", EVERYBODY),
            Map.entry("NoteScene", EVERYBODY),
            Map.entry("KeepEvidence", Set.of()),
            Map.entry("CloseAccident", Set.of(CHIEF)));

    private DutyActs() {}

    private static Set<Role> everybody() {
        Set<Role> all = EnumSet.copyOf(CREW);
        all.add(INSPECTOR);
        return Set.copyOf(all);
    }
}
