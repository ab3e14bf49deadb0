package io.pumpwatch.view.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rule by rule: what is due, kept, late, missed and unknown of a day that is told entry by entry. */
class RulePageTest extends ToldDay {
    private static final double CLOSE = 0.001;

    /** From 6 to 10 the agent is off; before it two were there, a pump ran out of bounds, another wasn't ready. */
    private void fourHoursWithoutAgent() {
        at(0, "agent.started", "boot", 1);
        at(0, "duty.signed-on", "person", "op-1");
        at(0, "duty.signed-on", "person", "op-2");
        at(1, "interlock.pump-started", "pump", "P-101");
        at(2, "interlock.pump-started", "pump", "P-102");
        at(5, "interlock.excursion-began", "header", "PT-101");
        at(5, "interlock.readiness-changed", "pump", "P-301", "reasons", List.of("no-power"));
        at(6, "agent.stopped", "why", "asked");
        at(10, "agent.started", "boot", 1);
        at(11, "interlock.excursion-ended", "header", "PT-101", "durationMs", 6 * 3_600_000);
        at(12, "interlock.readiness-changed", "pump", "P-301", "reasons", List.of());
        at(13, "duty.signed-off", "person", "op-2");
        at(14, "interlock.pump-stopped", "pump", "P-101", "ranMs", 13 * 3_600_000, "why", "announced");
        at(14, "interlock.pump-stopped", "pump", "P-102", "ranMs", 12 * 3_600_000, "why", "announced");
    }

    @Test
    void whatNobodyWatchedIsUnknownHoweverItWasGoingOn() {
        fourHoursWithoutAgent();
        // Ran 1 to 6 and 10 to 14; out of bounds 5 to 6 and 10 to 11.
        is(row(20, "P1", true), 9 + 4, 7, 0, 2, 4);
        // Two on duty 0 to 6 and 10 to 13.
        is(row(20, "D2", true), 20, 9, 0, 7, 4);
        double pumps = FULL.plan().interlocks().pumps().stream()
                .filter(pump -> !pump.kind().inhibitable())
                .count();
        is(row(20, "D3", true), 20 * pumps, 20 * pumps - 3 - 4 * pumps, 0, 3, 4 * pumps);
    }

    @Test
    void whatIsDueIsAlwaysTheSumOfWhatBecameOfIt() {
        fourHoursWithoutAgent();
        for (RuleRow row : rows(20)) {
            assertEquals(row.due, row.kept + row.late + row.missed + row.unknown, CLOSE, row.rule);
        }
    }

    @Test
    void anExcursionThatLastsIsMissedUpToNow() {
        at(0, "agent.started", "boot", 1);
        at(1, "interlock.pump-started", "pump", "P-101");
        at(2, "interlock.excursion-began", "header", "PT-101");
        at(3, "interlock.excursion-ended", "header", "PT-101", "durationMs", 3_600_000);
        at(4, "interlock.excursion-began", "header", "PT-101");
        RuleRow row = row(5, "P1", true);
        is(row, 4, 2, 0, 2, 0);
        assertEquals(2, row.lines.size(), "the one that ended, the one that lasts");
    }

    @Test
    void aMissHasItsRecordBehindItAndIsMissedWithoutOneToo() {
        at(0, "agent.started", "boot", 1);
        at(10, "rounds.sheet-missed", "sheet", "round", "key", DAY + "/morning", "rule", "D6");
        RuleRow one = row(13, "D6", false);
        is(one, 1, 0, 0, 1, 0);
        assertEquals(
                List.of("rounds.sheet-missed"),
                one.lines.stream().map(Line::kind).toList());
        lines.remove(1);
        is(row(13, "D6", false), 1, 0, 0, 1, 0);
    }

    @Test
    void aRemarkIsDueWhenItsDaysAreOver() {
        at(-400, "agent.started", "boot", 1);
        at(1, "duty.remark-written", "remark", 1, "rule", "E1");
        at(2, "duty.remark-written", "remark", 2, "rule", "E1");
        at(3, "duty.remark-written", "remark", 3, "rule", "E1");
        at(4, "duty.remark-closed", "remark", 1);
        is(row(24, "E1", false), 1, 1, 0, 0, 0);
        at(24 * 15, "duty.remark-closed", "remark", 2);
        is(row(24 * 16, "E1", false), 3, 1, 1, 1, 0);
    }

    @Test
    void aStartLockThatStillWaitsForItsCauseIsKeptUntilAPumpStarts() {
        at(0, "agent.started", "boot", 1);
        at(1, "interlock.swing-latched", "header", "PT-101");
        is(row(3, "P3", false), 1, 1, 0, 0, 0);
        at(2, "interlock.pump-started", "pump", "P-101", "against", List.of("swing:PT-101"));
        is(row(3, "P3", false), 1, 0, 0, 1, 0);
    }

    @Test
    void lowSprayPressureIsDueOnceItGoesUpOrIsHandled() {
        at(0, "agent.started", "boot", 1);
        at(1, "alarm.moved", "id", "PT-201.L", "to", "UNACKED", "on", "RAISE", "priority", "HIGH");
        is(row(1.05, "P5", false), 0, 0, 0, 0, 0);
        at(2, "rounds.work-escalated", "point", "PT-201.L");
        is(row(2.1, "P5", false), 1, 0, 0, 1, 0);
        at(3, "rounds.work-handled", "point", "PT-201.L");
        is(row(3.1, "P5", false), 1, 0, 1, 0, 0);
    }

    @Test
    void theSummaryListsThePapersThatAreInForce() {
        at(0, "agent.started", "boot", 1);
        for (String person : List.of("op-1", "op-2", "op-3")) {
            paper(1, person, "A", "2026-04-01");
        }
        at(2, "duty.paper-withdrawn", "person", "op-1", "sort", "CERTIFICATE", "kind", "grid-permit");
        paper(3, "op-1", "B", "2026-04-02");
        at(4, "duty.paper-withdrawn", "person", "op-2", "sort", "CERTIFICATE", "kind", "grid-permit");
        at(5, "duty.person-left", "person", "op-3");
        List<List<String>> listed =
                Objects.requireNonNull(Reports.of("summary", books(6), asked(6))).sections().stream()
                        .filter(section -> section.title().contains("Certificates"))
                        .findFirst()
                        .orElseThrow()
                        .rows();
        assertEquals(List.of(List.of("op-1", "grid work permit", "B", "2026-04-02")), listed);
        assertTrue(listed.stream().noneMatch(row -> row.contains("op-3")), "who has left needs no paper");
    }

    @Test
    void theRunningSheetTellsStartsAndStopsAndMarksWhatAPersonMustNote() {
        at(0, "agent.started", "boot", 1);
        at(1.25, "interlock.pump-started", "pump", "P-101");
        at(
                2.5,
                "interlock.pump-stopped",
                "pump",
                "P-101",
                "ranMs",
                4_500_000,
                "why",
                "announced",
                "reason",
                "shift ends");
        List<List<String>> hours = Objects.requireNonNull(Reports.of("day", books(3), asked(3)))
                .sections()
                .get(0)
                .rows();
        assertEquals(3, hours.size(), "a line each hour");
        assertTrue(hours.stream().allMatch(row -> row.get(1).equals("(to note)")), hours::toString);
        assertTrue(hours.get(1).contains("P-101 started 2026-03-04 01:15"), hours::toString);
        assertTrue(hours.get(2).contains("P-101 stopped 2026-03-04 02:30: shift ends"), hours::toString);
    }

    private void paper(double hour, String person, String number, String expires) {
        at(
                hour,
                "duty.paper-recorded",
                "person",
                person,
                "sort",
                "CERTIFICATE",
                "kind",
                "grid-permit",
                "number",
                number,
                "expires",
                expires);
    }
}
