package io.pumpwatch.scan;

import static io.pumpwatch.scan.Authority.CREW;
import static io.pumpwatch.station.Role.CHIEF;
import static io.pumpwatch.station.Role.INSPECTOR;
import static io.pumpwatch.station.Role.OPERATOR;
import static io.pumpwatch.station.Role.SHIFT_LEADER;
import static io.pumpwatch.station.Role.TECHNICIAN;

import io.pumpwatch.station.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Who may do what in the duty book. */
final class DutyActs {
    private static final Set<Role> SHIFT = Set.of(OPERATOR, SHIFT_LEADER);
    private static final Set<Role> LEAD = Set.of(SHIFT_LEADER, CHIEF);
    private static final Set<Role> CREW_AND_INSPECTORS = EnumSet.complementOf(EnumSet.of(Role.DISPATCH));

    /** Acts by name with who may; an empty set: anybody, without a PIN. */
    static final Map<String, Set<Role>> ROWS = Map.ofEntries(
            Map.entry("ReportAccident", Set.of()),
            Map.entry("EnrolPerson", Set.of(CHIEF)),
            Map.entry("RemovePerson", Set.of(CHIEF)),
            Map.entry("ChangePin", Set.of(CHIEF)),
            Map.entry("SignOn", CREW),
            Map.entry("SignOff", CREW),
            Map.entry("RecordPaper", Set.of(CHIEF)),
            Map.entry("WithdrawPaper", Set.of(CHIEF)),
            Map.entry("WriteRemark", Set.of(INSPECTOR)),
            Map.entry("RecordViolation", Set.of(INSPECTOR, SHIFT_LEADER, CHIEF)),
            Map.entry("AnswerRemark", CREW),
            Map.entry("CloseRemark", Set.of(INSPECTOR, CHIEF)),
            Map.entry("Countersign", Set.of(INSPECTOR)),
            Map.entry("TypeIn", CREW),
            Map.entry("SignOnWithout", CREW),
            Map.entry("AnswerPresence", CREW),
            Map.entry("RecordTest", CREW_AND_INSPECTORS),
            Map.entry("ArrangeShift", Set.of(CHIEF)),
            Map.entry("ExcuseAbsence", LEAD),
            Map.entry("HoldBriefing", Set.of(TECHNICIAN)),
            Map.entry("SignBriefing", CREW),
            Map.entry("CallMuster", Set.of(CHIEF)),
            Map.entry("ArriveAtMuster", CREW),
            Map.entry("ExcuseFromMuster", LEAD),
            Map.entry("EndMuster", LEAD),
            Map.entry("AnnounceEntry", CREW),
            Map.entry("ExplainEntry", CREW),
            Map.entry("ApproveVisitor", Set.of(CHIEF)),
            Map.entry("RevokeVisitor", Set.of(CHIEF)),
            Map.entry("AdmitVisitor", CREW),
            Map.entry("ReportOutsider", CREW),
            Map.entry("LetOut", CREW),
            Map.entry("DraftHandover", SHIFT),
            Map.entry("CountTools", SHIFT),
            Map.entry("RemarkHandover", Set.of(OPERATOR, SHIFT_LEADER, INSPECTOR)),
            Map.entry("ReceiveOrder", Set.of(OPERATOR, SHIFT_LEADER, CHIEF)),
            Map.entry("SignHandover", SHIFT),
            Map.entry("AcceptHandover", SHIFT),
            Map.entry("ObjectToHandover", SHIFT),
            Map.entry("RefuseHandover", SHIFT),
            Map.entry("AmendHandover", SHIFT),
            Map.entry("SeeAmendments", SHIFT),
            Map.entry("CountersignHandover", Set.of(INSPECTOR)),
            Map.entry("AllowLeaving", LEAD),
            Map.entry("ConfirmAccident", LEAD),
            Map.entry("StateAccident", CREW_AND_INSPECTORS),
            Map.entry("NoteScene", CREW_AND_INSPECTORS),
            Map.entry("KeepEvidence", Set.of()),
            Map.entry("CloseAccident", Set.of(CHIEF)));

    private DutyActs() {}
}
