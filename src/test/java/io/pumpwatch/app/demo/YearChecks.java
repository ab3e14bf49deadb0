package io.pumpwatch.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.app.demo.YearFaults.Cut;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.rounds.DefectCommand.CloseDefect;
import io.pumpwatch.rounds.DefectCommand.ReportDefect;
import io.pumpwatch.rounds.SheetCommand.EnterItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Every table of the annual summary against the plain lines, what people remember, and the calendar. */
final class YearChecks extends YearTables {
    private static final double HOUR_MS = 3_600_000;
    private static final long DAY_MS = 86_400_000;

    private final WeekLedger ledger;

    YearChecks(StationYear year) {
        super(year);
        this.ledger = new WeekLedger(year.done, year.endMs());
    }

    /** Restarts, cuts of power and of the way to dispatch, boots without a clock: each is told once. */
    void faults() {
        List<Cut> cuts = year.faults.cuts();
        long unset = cuts.stream().filter(cut -> cut.unsetMs() > 0).count();
        assertTrue(unset > 0 && cuts.stream().filter(Cut::lasts).count() > 1, cuts::toString);
        assertEquals(cuts.size() + 1, lines("agent.started").size());
        assertEquals(
                Integer.toString(cuts.size() + 1),
                row("Counts", "agent started").get(1));
        assertEquals(unset, lines("agent.clock-stepped").size());
        assertEquals(
                cuts.stream().filter(Cut::clean).count(), lines("agent.stopped").size());
        assertTrue(year.linksCut() > 1, "way to dispatch");
        assertEquals(
                year.linksCut(),
                lines("alarm.moved", "\"id\":\"UA-900.LINK\"", "\"on\":\"RAISE\"")
                        .size(),
                "alarms of the way to dispatch");
        // A cut is unknown from the last entry before it on: at least as long as it lasted.
        long awayMs = cuts.stream().mapToLong(cut -> cut.toMs() - cut.fromMs()).sum();
        assertTrue(unknownMs(year.beginMs, year.endMs()) >= awayMs, () -> awayMs + " ms away");
    }

    /** Alarms by class: how many, how many were answered, and how fast. */
    void alarms() {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Integer> points = new TreeMap<>();
        Map<String, List<Long>> answers = new TreeMap<>();
        Map<String, String> open = new HashMap<>();
        for (String line : lines("alarm.moved")) {
            String id = text(line, "id");
            if (text(line, "on").equals("RAISE") && line.contains("\"counted\":true")) {
                counts.merge(text(line, "priority"), 1, Integer::sum);
                points.merge(id, 1, Integer::sum);
                open.put(id, line);
            } else if (text(line, "on").equals("RAISE")) {
                open.remove(id);
            } else if (text(line, "on").equals("ACKNOWLEDGE") && open.containsKey(id)) {
                String raise = Objects.requireNonNull(open.remove(id));
                answers.computeIfAbsent(text(raise, "priority"), key -> new ArrayList<>())
                        .add(between(raise, line));
            }
        }
        assertTrue(counts.values().stream().mapToInt(each -> each).sum() > year.days / 2, counts::toString);
        for (String priority : List.of("CRITICAL", "HIGH", "MEDIUM", "LOW")) {
            List<String> row = row("Alarms by priority", priority.toLowerCase(Locale.ROOT));
            List<Long> own = answers.getOrDefault(priority, List.of());
            assertEquals(counts.getOrDefault(priority, 0).toString(), row.get(1), priority);
            assertEquals(Integer.toString(own.size()), row.get(3), priority + " acknowledged");
            long sum = own.stream().mapToLong(each -> each).sum();
            double mean = own.isEmpty() ? 0 : sum / 1_000.0 / own.size();
            assertEquals(mean, row.get(4).isEmpty() ? 0 : Double.parseDouble(row.get(4)), 0.51, priority + " mean");
            long longest = own.stream().mapToLong(each -> each).max().orElse(0);
            assertEquals(own.isEmpty() ? "" : Long.toString(longest / 1_000), row.get(5), priority + " longest");
        }
        for (List<String> row : table("Most frequent alarms")) {
            assertEquals(Integer.toString(points.getOrDefault(row.get(0), 0)), row.get(1), row.get(0));
        }
    }

    private void rule(String rule, int due, int kept, int late, int missed, int unknown) {
        List<String> row =
                row("Rules", each -> each.get(0).equals(rule) && each.get(2).equals("times"), rule);
        assertEquals(
                List.of(due + "", kept + "", late + "", missed + "", unknown + ""),
                row.subList(3, 8),
                rule + ": due, kept, late, missed, unknown");
    }

    /** Counts a sheet that nobody began: missed, or unknown where nobody watched for more than half of its hours. */
    private void omitted(int[] missedAndUnknown, LocalDate date, int beganMinute, int[] hours, boolean left) {
        long midnightMs = date.atStartOfDay(year.plan().zone()).toInstant().toEpochMilli();
        if (left || year.faults.givenUp(midnightMs + beganMinute * YearFaults.MINUTE_MS)) {
            long fromMs = midnightMs + hours[0] * 3_600_000L;
            long toMs = midnightMs + hours[1] * 3_600_000L;
            missedAndUnknown[2 * unknownMs(fromMs, toMs) > toMs - fromMs ? 1 : 0]++;
        }
    }

    /** Rounds, sheets and handovers: due by the calendar, kept but for the days on which nobody did. */
    void timetable() {
        int lates = 0;
        int[] rounds = new int[2];
        int[] fitters = new int[2];
        for (int i = 0; i < year.days; i++) {
            LocalDate date = year.first.plusDays(i);
            lates += YearPeople.late(date) ? 1 : 0;
            omitted(rounds, date, 12 * 60, new int[] {11, 14}, YearPeople.noonMissed(date));
            omitted(rounds, date, 18 * 60, new int[] {17, 20}, false);
            omitted(fitters, date, 10 * 60 + 30, new int[] {0, 16}, date.toEpochDay() % 13 == 5);
        }
        // The last night's time ends after midnight: its round is due because it was walked.
        int due = 4 * year.days;
        rule("D6", due, due - rounds[0] - rounds[1], 0, rounds[0], rounds[1]);
        rule("P4", year.days, year.days - fitters[0] - fitters[1], 0, fitters[0], fitters[1]);
        // What passed while nobody watched is found out once, afterwards.
        assertEquals(
                rounds[0] + rounds[1],
                lines("rounds.sheet-missed", "\"sheet\":\"round\"").size());
        // Three changes a day, but for the first night's before the records, and the first crew took over from nobody.
        int changes = 3 * year.days - 2;
        rule("D4", changes, changes - lates, lates, 0, 0);
        assertEquals(
                lates,
                lines("alarm.moved", "\"id\":\"UA-900.HANDOVER-OVERDUE\"", "\"on\":\"RAISE\"")
                        .size(),
                "overdue alarms");
        assertEquals(Integer.toString(lates), row("Counts", "refusal").get(1));
        assertEquals(
                lates,
                lines("alarm.moved", "\"id\":\"UA-900.HANDOVER-REFUSED\"", "\"on\":\"RAISE\"")
                        .size(),
                "refusals are alarms");
        int accepted = ledger.count(io.pumpwatch.duty.HandoverCommand.AcceptHandover.class, 0, Long.MAX_VALUE);
        assertEquals(
                accepted, Integer.parseInt(row("Counts", "incoming accepted").get(1)));
    }

    /** Each defect with its age, by when people remember to have reported and closed it. */
    void defects() {
        Map<String, Long> closed = new HashMap<>();
        ledger.of(CloseDefect.class, 0, Long.MAX_VALUE)
                .forEach(each -> closed.put(
                        Long.toString(((CloseDefect) WeekLedger.inner(each.command())).defect()), each.utcMs()));
        List<Deed.Done> found = ledger.of(ReportDefect.class, 0, Long.MAX_VALUE);
        List<List<String>> reported = table("Defects").stream()
                .filter(row -> row.get(2).startsWith("drips since"))
                .toList();
        assertEquals(found.size(), reported.size());
        assertEquals(
                closed.size(),
                reported.stream().filter(row -> !row.get(5).isEmpty()).count());
        for (int i = 0; i < found.size(); i++) {
            List<String> row = reported.get(i);
            ReportDefect report = (ReportDefect) WeekLedger.inner(found.get(i).command());
            assertEquals(List.of(report.equipment(), report.words()), row.subList(1, 3));
            long endMs = closed.getOrDefault(row.get(0), year.endMs());
            assertEquals(Long.toString((endMs - found.get(i).utcMs()) / DAY_MS), row.get(6), row::toString);
        }
        assertEquals(lines("rounds.defect-found").size(), table("Defects").size());
    }

    /** Running hours, by what the plant was made to do. */
    void pumps() {
        int unexpected = 0;
        for (PumpPlan pump : year.pumps()) {
            String name = pump.tag().name();
            double hours = year.water.ranHours(name);
            List<String> row = row("Pumps", name);
            assertEquals(hours, Double.parseDouble(row.get(2)), 0.1, name);
            assertEquals(
                    lines("interlock.pump-started", "\"" + name + "\"").size(), Integer.parseInt(row.get(1)), name);
            int unseen = lines("interlock.pump-stopped", "\"" + name + "\"", "\"why\":\"unknown\"")
                    .size();
            assertEquals(Integer.toString(unseen), row.get(3), name + " stopped unexpectedly");
            unexpected += unseen;
        }
        // Who stops the old one at the change says so before, but for a cut just then.
        int whole = year.faults.changes(year.plan().zone(), true);
        int touched = year.faults.changes(year.plan().zone(), false);
        assertTrue(whole <= unexpected && unexpected <= touched, whole + " " + unexpected + " " + touched);
    }

    /** Levels by the numbers that people entered beside the instrument. */
    void levels() {
        for (String tag : List.of("LT-301", "LT-102")) {
            DoubleSummaryStatistics entered = ledger.of(EnterItem.class, 0, Long.MAX_VALUE).stream()
                    .map(each -> (EnterItem) WeekLedger.inner(each.command()))
                    .filter(each -> each.value() != null && each.item().endsWith(tag.toLowerCase(Locale.ROOT)))
                    .mapToDouble(EnterItem::value)
                    .summaryStatistics();
            List<String> row = row("Levels", tag);
            assertEquals(Long.toString(entered.getCount()), row.get(2), tag + " logged");
            assertEquals(entered.getMin(), Double.parseDouble(row.get(3)), 0.011, tag);
            assertEquals(entered.getAverage(), Double.parseDouble(row.get(4)), 0.011, tag);
            assertEquals(entered.getMax(), Double.parseDouble(row.get(5)), 0.011, tag);
            for (String limit : List.of("L", "H")) {
                int raised = lines("alarm.moved", "\"id\":\"" + tag + "." + limit + "\"", "\"on\":\"RAISE\"")
                        .size();
                assertEquals(Integer.toString(raised), row.get(limit.equals("L") ? 6 : 7), tag + "." + limit);
            }
        }
        long highMs = 0;
        String raised = "";
        for (String line : lines("alarm.moved", "\"id\":\"LT-301.H\"")) {
            if (text(line, "on").equals("RAISE")) {
                raised = line;
            } else if (text(line, "on").equals("RETURN")) {
                highMs += between(raised, line);
            }
        }
        assertEquals(
                highMs / HOUR_MS, Double.parseDouble(row("Levels", "LT-301").get(8)), 0.02);
    }

    /** Floods and musters, accidents, and all else that is counted by its entries. */
    void happened() {
        int rains = 0;
        int accidents = 0;
        for (int i = 0; i < year.days; i++) {
            LocalDate date = year.first.plusDays(i);
            boolean season = date.getMonthValue() >= 6 && date.getMonthValue() <= 9;
            rains += season && YearWater.pours(date, 13 * 60) ? 1 : 0;
            accidents += date.toEpochDay() % 60 == 20 ? 1 : 0;
        }
        assertEquals(Integer.toString(rains), row("Counts", "muster").get(1));
        assertEquals(
                Integer.toString(accidents), row("Counts", "accident reported").get(1));
        assertEquals(
                Integer.toString(lines("alarm.flood-began").size()),
                row("Counts", "flood of alarms").get(1));
        assertEquals(
                Integer.toString(lines("rounds.sheet-missed").size()),
                row("Counts", "sheet missed").get(1));
        assertEquals(
                Integer.toString(lines("interlock.excursion-ended").size()),
                row("Counts", "out of bounds, ended").get(1));
    }

    /** Certificates that end within the time or soon after it. */
    void certificates() {
        LocalDate last = year.first.plusDays(year.days - 1L).plusDays(60);
        List<String> ending = new ArrayList<>();
        for (int i = 0; i < YearPeople.MEMBERS.size(); i++) {
            LocalDate expires = YearPeople.expires(year.first, i);
            if (!expires.isAfter(last)) {
                ending.add(YearPeople.MEMBERS.get(i).name() + " DW-" + i + " " + expires);
            }
        }
        assertTrue(ending.size() > 1, ending::toString);
        assertEquals(
                ending,
                table("Certificates").stream()
                        .map(row -> row.get(0) + " " + row.get(2) + " " + row.get(3))
                        .toList());
    }

    /** Hours on duty and overtime of each person, by when they came and went. */
    void attendance() {
        long fromMs = year.first.atStartOfDay(year.plan().zone()).toInstant().toEpochMilli();
        for (List<String> row : table("Hours of each person")) {
            double hours = ledger.stays().stream()
                            .filter(stay -> stay.person().equals(row.get(0)))
                            .mapToLong(stay -> stay.within(fromMs, year.endMs()))
                            .sum()
                    / HOUR_MS;
            assertEquals(hours, Double.parseDouble(row.get(3)), 0.011 * year.days, row.get(0));
            assertEquals("0", row.get(6), row.get(0) + " absent");
        }
        List<String> coverage = row("Coverage", each -> true, "coverage");
        assertEquals(unknownMs(fromMs, year.endMs()) / HOUR_MS, Double.parseDouble(coverage.get(1)), 0.011);
        assertTrue(Long.parseLong(coverage.get(4)) > 0, "entries of boots whose clock was set later");
    }

    /** Whatever was refused: nothing but a handover that waits for a pump to be switched. */
    void refused() {
        Map<String, Integer> refused = new TreeMap<>();
        year.done.forEach(each -> refused.merge(each.refused(), 1, Integer::sum));
        refused.keySet().removeAll(List.of("", "handover.switching"));
        assertEquals(Map.of(), refused);
    }
}
