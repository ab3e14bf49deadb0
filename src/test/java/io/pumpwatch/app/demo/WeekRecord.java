package io.pumpwatch.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.duty.BriefingCommand.HoldBriefing;
import io.pumpwatch.duty.HandoverCommand.AcceptHandover;
import io.pumpwatch.rounds.SheetCommand.SignSheet;
import io.pumpwatch.view.records.Report;
import java.util.List;

/** The parts of the week's shift records against what people remember: briefings, rounds and checks, roles, tools. */
final class WeekRecord {
    private WeekRecord() {}

    private static List<List<String>> rows(Report shifts, String title) {
        return shifts.sections().stream()
                .filter(section -> section.title().endsWith("  " + title))
                .flatMap(section -> section.rows().stream())
                .toList();
    }

    static void check(Report shifts, WeekLedger ledger) {
        int held = ledger.count(HoldBriefing.class, 0, Long.MAX_VALUE);
        List<List<String>> briefings = rows(shifts, "Briefing");
        assertEquals(held, briefings.size());
        assertTrue(
                briefings.stream().allMatch(row -> row.get(3).contains("burst hose → keep clear")),
                briefings::toString);
        // Each signature of a round or check stands with its sheet.
        List<List<String>> sheets = rows(shifts, "Rounds and checks");
        long signatures = sheets.stream()
                .filter(row -> !row.get(4).isEmpty())
                .mapToLong(row -> row.get(4).split(", ", -1).length)
                .sum();
        assertEquals(ledger.count(SignSheet.class, 0, Long.MAX_VALUE), signatures, sheets::toString);
        assertTrue(sheets.stream().anyMatch(row -> row.get(3).equals("missed")), sheets::toString);
        assertTrue(rows(shifts, "Crew").stream().allMatch(row -> !row.get(4).isEmpty()), "somebody without a role");
        int accepted = ledger.count(AcceptHandover.class, 0, Long.MAX_VALUE);
        assertEquals(
                accepted,
                shifts.sections().stream()
                        .filter(section -> section.title().endsWith("  Tools"))
                        .count());
    }
}
