package io.pumpwatch.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.app.RecordRoom;
import io.pumpwatch.app.RunningAgent;
import io.pumpwatch.app.demo.WeekClock.Window;
import io.pumpwatch.config.Loaded;
import io.pumpwatch.duty.AccidentCommand;
import io.pumpwatch.duty.BriefingCommand;
import io.pumpwatch.duty.DoorCommand;
import io.pumpwatch.duty.HandoverCommand;
import io.pumpwatch.duty.RemarkCommand;
import io.pumpwatch.duty.ShiftCommand;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.rounds.DefectCommand;
import io.pumpwatch.rounds.JobCommand;
import io.pumpwatch.rounds.WorkCommand;
import io.pumpwatch.station.Lang;
import io.pumpwatch.view.records.Report;
import io.pumpwatch.view.records.ReportRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Reports of the week's stopped store against what its people remember and against the plain lines of the journal. */
final class WeekChecks {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final double HOUR_MS = 3_600_000;
    private static final LocalDate MONDAY = WeekPlan.MONDAY;
    private static final Map<String, String> NAMES = new TreeMap<>();

    static {
        WeekPeople.members(new Random(1)).forEach(member -> NAMES.put(member.id(), member.name()));
    }

    private final Loaded loaded;
    private final Path data;
    private final List<Deed.Done> done;
    private final WeekLedger ledger;
    private final WeekLines lines;
    private final long beginMs;
    private final long endMs;
    private final Report rules;

    WeekChecks(Loaded loaded, Path data, List<Deed.Done> done) {
        this.loaded = loaded;
        this.data = data;
        this.done = done;
        this.lines = new WeekLines(data);
        this.beginMs = lines.firstMs();
        this.endMs = lines.lastMs();
        this.ledger = new WeekLedger(done, endMs);
        this.rules = report("rules");
    }

    private Report report(String kind) {
        LocalDate last = Instant.ofEpochMilli(endMs).atZone(ZONE).toLocalDate();
        try (Journal journal = Journal.openReadOnly(data.resolve(RunningAgent.JOURNAL))) {
            return RecordRoom.report(
                    journal,
                    (tag, from, to, points) -> List.of(),
                    loaded.plan(),
                    loaded.rules(),
                    ReportRequest.whole(kind, MONDAY, last, Lang.EN),
                    endMs);
        }
    }

    /** Nothing is refused but a handover that waits for a pump to be switched. */
    void refused() {
        List<String> refused = done.stream()
                .map(Deed.Done::refused)
                .filter(code -> !code.isEmpty() && !code.equals("handover.switching"))
                .toList();
        assertEquals(List.of(), refused);
    }

    private static long ms(LocalDateTime time) {
        return time.atZone(ZONE).toInstant().toEpochMilli();
    }

    private int[] due(List<Window> windows, List<Long> signed) {
        return WeekClock.due(windows, signed, beginMs, endMs);
    }

    private List<String> row(String rule, String unit) {
        return rules.sections().get(0).rows().stream()
                .filter(row -> row.get(0).equals(rule) && row.get(2).equals(unit))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " in " + unit + ": " + rules));
    }

    private void times(String rule, int[] expected) {
        List<String> row = row(rule, "times");
        List<String> wanted = new ArrayList<>();
        for (int number : expected) {
            wanted.add(Integer.toString(number));
        }
        wanted.add("0");
        assertEquals(wanted, row.subList(3, 8), () -> rule + ": due, kept, late, missed, unknown");
    }

    /** Rounds, sheets, handovers and briefings: due by the clock, kept by who signed when. */
    void timetable() {
        times(
                "D6",
                due(
                        List.of(
                                new Window(6, 9, 1),
                                new Window(11, 14, 1),
                                new Window(17, 20, 1),
                                new Window(22, 25, 1)),
                        ledger.signed("round", 2)));
        times("P4", due(List.of(new Window(0, 16, 8)), ledger.signed("fitter-daily", 1)));
        List<Window> levels = new ArrayList<>();
        for (int hour = 0; hour < 24; hour += 4) {
            levels.add(new Window(hour, hour + 1, 0.5));
        }
        times("D3", due(levels, ledger.signed("level-log", 1)));
        int[] before = due(
                List.of(new Window(7.5, 8.5, 1), new Window(15.5, 16.5, 1), new Window(23.5, 24.5, 1)),
                ledger.signed("pre-shift", 1));
        int[] after = due(
                List.of(new Window(6.5, 7.5, 1), new Window(14.5, 15.5, 1), new Window(22.5, 23.5, 1)),
                ledger.signed("post-shift", 1));
        times("E6", new int[] {before[0] + after[0], before[1] + after[1], before[2] + after[2], before[3] + after[3]});
        List<Long> accepted = ledger.all(HandoverCommand.AcceptHandover.class::isInstance).stream()
                .map(Deed.Done::utcMs)
                .toList();
        List<Window> changes = List.of(new Window(-1, 0.5, 6.5), new Window(7, 8.5, 6.5), new Window(15, 16.5, 6.5));
        int[] handovers = due(changes, accepted);
        // The first crew took over from nobody.
        times("D4", new int[] {handovers[0] - 1, handovers[1], handovers[2], handovers[3] - 1});
        List<Long> held = ledger.all(BriefingCommand.HoldBriefing.class::isInstance).stream()
                .map(Deed.Done::utcMs)
                .toList();
        int[] briefed =
                due(List.of(new Window(-0.5, 0.5, 7.5), new Window(7.5, 8.5, 7.5), new Window(15.5, 16.5, 7.5)), held);
        times("E8", briefed);
        times("E9", briefed);
    }

    /** What happens asks for something: jobs, visits, sign-ons, low spray pressure, an accident, a muster, a swing. */
    void conditions() {
        long to = Long.MAX_VALUE;
        int on = ledger.count(ShiftCommand.SignOn.class, 0, to);
        times("E3", new int[] {on, on, 0, 0});
        int jobs = ledger.count(JobCommand.CloseJob.class, 0, to);
        times("E2", new int[] {jobs, jobs, 0, 0});
        times("E4", new int[] {jobs, jobs, 0, 0});
        int visits = ledger.count(DoorCommand.AdmitVisitor.class, 0, to);
        times("D5", new int[] {visits, visits, 0, 0});
        int accidents = ledger.count(AccidentCommand.ReportAccident.class, 0, to);
        times("E7", new int[] {accidents, accidents, 0, 0});
        int swings = lines.of("interlock.swing-latched", "").size();
        times("P3", new int[] {swings, swings, 0, 0});
        // One that is open within its days isn't due yet.
        int closed = ledger.count(RemarkCommand.CloseRemark.class, 0, to);
        times("E1", new int[] {closed, closed, 0, 0});
        int low = lines.of("alarm.moved", "\"id\":\"PT-201.L\"").stream()
                .filter(line -> line.contains("\"to\":\"UNACKED\""))
                .toList()
                .size();
        int handled = ledger.count(WorkCommand.HandleWork.class, 0, to);
        int[] daily = due(List.of(new Window(0, 16, 8)), ledger.signed("spray-daily", 1));
        times("P5", new int[] {daily[0] + low, daily[1] + handled, daily[2], daily[3] + low - handled});
        int musters = lines.of("duty.muster-called", "").size();
        // Somebody didn't come: it isn't kept.
        times("D7", new int[] {musters, 0, 0, musters});
    }

    /** Rules that hold at every hour. */
    void hours() {
        assertEquals((endMs - beginMs) / HOUR_MS, number("D2", 3), 0.01);
        assertEquals(ledger.mannedMs(2, beginMs, endMs, lines.silences(endMs)) / HOUR_MS, number("D2", 4), 0.01);
        for (var each :
                Map.of("P1", List.of("P-101", "P-102"), "P2", List.of("P-201")).entrySet()) {
            double ran = lines.runMs(each.getValue(), endMs) / HOUR_MS;
            String header = each.getKey().equals("P1") ? "PT-101" : "PT-201";
            double out =
                    lines.sum("interlock.excursion-ended", "\"header\":\"" + header + "\"", "durationMs") / HOUR_MS;
            assertEquals(ran, number(each.getKey(), 3), 0.01, each.getKey());
            assertEquals(ran - out, number(each.getKey(), 4), 0.01, each.getKey());
            assertEquals(out, number(each.getKey(), 6), 0.01, each.getKey());
        }
    }

    private double number(String rule, int column) {
        return Double.parseDouble(row(rule, "h").get(column));
    }

    /** Each person's hours of each day, and who was late, absent, or stayed longer. */
    void attendance() {
        Report report = report("attendance");
        for (List<String> row : report.sections().get(0).rows()) {
            String person = row.get(0);
            double sum = 0;
            for (int day = 0; day < row.size() - 9; day++) {
                long fromMs = ms(MONDAY.plusDays(day).atStartOfDay());
                double hours = ledger.stays().stream()
                                .filter(stay -> stay.person().equals(person))
                                .mapToLong(stay -> stay.within(fromMs, fromMs + 86_400_000))
                                .sum()
                        / HOUR_MS;
                String cell = row.get(9 + day);
                assertEquals(hours, cell.isEmpty() ? 0 : Double.parseDouble(cell), 0.006, person + " day " + day);
                sum += hours;
            }
            assertEquals(sum, Double.parseDouble(row.get(3)), 0.01, person);
            assertEquals("0", row.get(5), person + " was never late");
            boolean ill =
                    person.equals("op-c2") && endMs > ms(MONDAY.plusDays(5).atTime(8, 0));
            assertEquals(ill ? "1" : "0", row.get(6), person + " absent");
            boolean rostered = !person.equals(WeekPeople.MINER);
            double overtime = ledger.overtimeMs(person, rostered, ms(MONDAY.atStartOfDay())) / HOUR_MS;
            assertEquals(overtime, Double.parseDouble(row.get(8)), 0.011, person + " overtime");
        }
    }

    /** Each shift's crew, handover, alarms, and what people did in it. */
    void shifts() {
        Report report = report("shift");
        WeekRecord.check(report, ledger);
        for (LocalDateTime begin = MONDAY.atTime(8, 0); ms(begin) < endMs; begin = begin.plusHours(8)) {
            long fromMs = ms(begin);
            long toMs = Math.min(fromMs + 8 * 3_600_000, endMs);
            String name = begin.toString().replace('T', ' ') + " – ";
            List<List<String>> crew = table(report, name, "Crew");
            List<String> wanted = ledger.stays().stream()
                    .filter(stay -> stay.within(fromMs, toMs) > 0)
                    .map(stay -> NAMES.get(stay.person()) + " " + time(stay.fromMs()))
                    .sorted()
                    .toList();
            assertEquals(
                    wanted,
                    crew.stream()
                            .map(row -> row.get(0) + " " + row.get(1))
                            .sorted()
                            .toList(),
                    name);
            assertEquals(
                    lines.raised(fromMs, toMs), table(report, name, "Alarms").size(), name);
            List<List<String>> deeds = new ArrayList<>(table(report, name, "What happened"));
            deeds.addAll(table(report, name, "Handover"));
            for (Class<?> kind : List.of(
                    JobCommand.class,
                    DefectCommand.class,
                    RemarkCommand.class,
                    DoorCommand.class,
                    AccidentCommand.class,
                    BriefingCommand.class,
                    HandoverCommand.class,
                    WorkCommand.class)) {
                for (Deed.Done each : ledger.of(kind, fromMs, toMs)) {
                    assertTrue(
                            deeds.stream()
                                    .anyMatch(row -> row.get(0).equals(time(each.utcMs()))
                                            && row.get(2).equals(NAMES.get(each.by()))),
                            () -> name + ": " + each);
                }
            }
        }
    }

    private static String time(long utcMs) {
        return TIME.format(Instant.ofEpochMilli(utcMs).atZone(ZONE));
    }

    private static List<List<String>> table(Report report, String slot, String title) {
        return report.sections().stream()
                .filter(each -> each.title().startsWith(slot) && each.title().contains(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(slot + " " + title + " of "
                        + report.sections().stream().map(Report.Section::title).toList()))
                .rows();
    }
}
