package io.pumpwatch.app.demo;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.app.demo.WeekPeople.Crew;
import io.pumpwatch.duty.AccidentCommand;
import io.pumpwatch.duty.DoorCommand;
import io.pumpwatch.duty.MusterCommand;
import io.pumpwatch.duty.PaperCommand;
import io.pumpwatch.duty.PaperState;
import io.pumpwatch.duty.RemarkCommand;
import io.pumpwatch.duty.RotaCommand.ArrangeShift;
import io.pumpwatch.duty.ShiftCommand.Declaration;
import io.pumpwatch.duty.ShiftCommand.SignOff;
import io.pumpwatch.duty.ShiftCommand.SignOn;
import io.pumpwatch.duty.Timetable.Slot;
import io.pumpwatch.rounds.DefectCommand;
import io.pumpwatch.rounds.JobCommand;
import io.pumpwatch.rounds.JobPlan;
import io.pumpwatch.rounds.JobState.Where;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.StationView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The week's story: three crews keep the station, most days as they should, and some of what goes wrong at stations
 * goes wrong here. Pure; the same in every run.
 */
final class WeekBook {
    private static final long MINUTE_MS = WeekShifts.MINUTE_MS;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final String DRAIN_JOB = "drainage-repair";

    private final StationPlan plan;
    private final long beginMs;
    private final WeekShifts shifts;
    private final WeekSheets sheets;
    private final List<Deed> deeds = new ArrayList<>();

    private WeekBook(StationPlan plan) {
        this.plan = plan;
        this.beginMs = WeekPlan.beginMs(plan.zone());
        this.shifts = new WeekShifts(plan, beginMs);
        this.sheets = new WeekSheets(plan);
    }

    /** Everything that people do by plan, in the order of its time. */
    static List<Deed> of(StationPlan plan) {
        WeekBook book = new WeekBook(plan);
        book.people();
        book.shifts();
        book.byDay();
        book.monday();
        book.wednesday();
        book.friday();
        book.sunday();
        List<Deed> all = new ArrayList<>(book.deeds);
        all.addAll(book.shifts.deeds());
        all.removeIf(deed -> book.leftOut(deed));
        all.sort(Comparator.comparingLong(Deed::atMs));
        return all;
    }

    /** A time of the week: {@code day} 0 is Monday. */
    private long at(int day, int hour, int minute) {
        return WeekPlan.MONDAY
                        .plusDays(day)
                        .atTime(hour, minute)
                        .atZone(plan.zone())
                        .toInstant()
                        .toEpochMilli()
                - beginMs;
    }

    /** What isn't done: Tuesday's noon round. */
    private boolean leftOut(Deed deed) {
        return deed.atMs() >= at(1, 12, 0) && deed.atMs() < at(1, 12, 30) && deed.doing() instanceof WeekSheets.Walk;
    }

    private void people() {
        LocalDate monday = WeekPlan.MONDAY;
        WeekPeople.CREWS.forEach((shift, crew) -> {
            List<String> due = new ArrayList<>(crew.all());
            if (shift.equals("day")) {
                due.add(WeekPeople.FITTER);
            }
            LocalDate from = shift.equals("night") ? monday.plusDays(1) : monday;
            deeds.add(Deed.of(0, WeekPeople.CHIEF, new ArrangeShift(shift, from, 7, due)));
        });
        deeds.add(Deed.of(
                0,
                WeekPeople.CHIEF,
                new PaperCommand.RecordPaper(
                        WeekPeople.FITTER,
                        PaperState.Sort.CERTIFICATE,
                        "grid-permit",
                        "DW-2026-017",
                        monday.plusDays(20))));
    }

    private void shifts() {
        long endMs = beginMs + WeekPlan.WEEK_MS;
        List<Slot> slots = plan.duty().timetable().slots(WeekPlan.MONDAY, WeekPlan.MONDAY.plusDays(7)).stream()
                .filter(slot -> slot.beginUtcMs() > beginMs && slot.beginUtcMs() < endMs)
                .toList();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            String key = slot.key();
            boolean briefed = !key.equals("2026-07-12/evening");
            boolean late = key.equals("2026-07-12/evening");
            String away = key.equals("2026-07-11/night") ? "op-c2" : "";
            shifts.shift(slot, i == 0, briefed, away, late);
            boolean waits = key.equals("2026-07-12/day");
            Crew crew = WeekShifts.crew(slot.shift());
            for (String person : crew.all()) {
                long minutes = key.equals("2026-07-07/day") && person.equals("op-a1") ? 120 : waits ? 65 : 5;
                if (!person.equals(away)) {
                    shifts.off(person, slot.endUtcMs(), minutes);
                }
            }
        }
    }

    /** Those who come by day: the station's fitter, and the mining team's, who stays away on Thursday. */
    private void byDay() {
        IntStream.range(0, 7).forEach(day -> {
            stay(WeekPeople.FITTER, at(day, 8, 6), at(day, 15, 20));
            deeds.addAll(sheets.fill(at(day, 9, 0), "spray-daily", List.of(WeekPeople.FITTER)));
            if (day != 3) {
                stay(WeekPeople.MINER, at(day, 10, 0), at(day, 12, 0));
                deeds.addAll(sheets.fill(at(day, 10, 30), "fitter-daily", List.of(WeekPeople.MINER)));
            }
        });
        // What is due by intervals is due from the first day on.
        deeds.addAll(sheets.fill(at(0, 13, 0), "fire", List.of("op-a1")));
        deeds.addAll(sheets.fill(at(0, 13, 10), "theft", List.of("op-a1")));
        deeds.addAll(sheets.fill(at(1, 13, 0), "float-test", List.of("op-a2")));
        deeds.addAll(sheets.fill(at(1, 14, 0), "safety", List.of(WeekPeople.FITTER)));
    }

    private void stay(String person, long fromMs, long toMs) {
        deeds.add(Deed.of(fromMs, person, new SignOn(Declaration.WHOLE)));
        deeds.add(Deed.of(toMs, person, new SignOff()));
    }

    /** A leak found in the evening's first round, handled, and looked at by somebody else. */
    private void monday() {
        deeds.add(Deed.of(at(0, 13, 30), "op-a2", new DefectCommand.ReportDefect("P-102", "drips at the seal")));
        deeds.add(Deed.of(at(0, 13, 40), "leader-a", new DefectCommand.AssignDefect(1, WeekPeople.FITTER)));
        deeds.add(Deed.of(at(0, 14, 30), WeekPeople.FITTER, new DefectCommand.HandleDefect(1, "seal renewed")));
        deeds.add(Deed.of(at(0, 14, 50), "op-a2", new DefectCommand.CloseDefect(1, "dry for twenty minutes")));
    }

    /** A job on a drainage pump under lock-out, and the inspector's visit. */
    private void wednesday() {
        String fitter = WeekPeople.FITTER;
        JobPlan job = Objects.requireNonNull(plan.rounds().job(DRAIN_JOB), DRAIN_JOB);
        deeds.add(new Deed(at(2, 9, 20), fitter, view -> open(view)));
        deeds.add(Deed.of(at(2, 9, 21), fitter, new JobCommand.JoinJob(1)));
        long nowMs = at(2, 9, 25);
        for (int tool = 1; tool <= job.tools().size(); tool++) {
            deeds.add(Deed.of(nowMs, fitter, new JobCommand.CountTool(1, Integer.toString(tool), Where.OUT, "")));
        }
        for (var step : job.steps()) {
            nowMs += 10 * MINUTE_MS;
            deeds.add(Deed.of(nowMs, fitter, new JobCommand.SignStep(1, step.id(), "")));
        }
        nowMs += 10 * MINUTE_MS;
        for (int tool = 1; tool <= job.tools().size(); tool++) {
            deeds.add(Deed.of(nowMs, fitter, new JobCommand.CountTool(1, Integer.toString(tool), Where.BACK, "")));
        }
        deeds.add(Deed.of(nowMs + MINUTE_MS, fitter, new JobCommand.LeaveJob(1)));
        deeds.add(Deed.of(nowMs + 2 * MINUTE_MS, fitter, new JobCommand.CloseJob(1, "bearing renewed", true)));
        deeds.add(Deed.of(at(2, 9, 50), "leader-a", new DoorCommand.AnnounceEntry("inspection", HOUR_MS / 2)));
        deeds.add(Deed.of(
                at(2, 9, 55), "leader-a", new DoorCommand.AdmitVisitor(WeekPeople.INSPECTOR, "op-a2", "inspection")));
        deeds.add(Deed.of(
                at(2, 10, 20), WeekPeople.INSPECTOR, new RemarkCommand.WriteRemark("E5", "rags beside pump 2")));
        deeds.add(Deed.of(at(2, 10, 50), "leader-a", new DoorCommand.LetOut(1)));
        deeds.add(Deed.of(at(2, 13, 30), "leader-a", new RemarkCommand.AnswerRemark(1, "cleared away")));
        deeds.add(Deed.of(at(4, 10, 0), WeekPeople.INSPECTOR, new RemarkCommand.CloseRemark(1, "seen, tidy")));
    }

    private Command open(StationView view) {
        Tag pump = List.of(new Tag("P-303"), new Tag("P-302"), new Tag("P-301")).stream()
                .filter(tag -> !view.state().interlocks().pump(tag).running())
                .findFirst()
                .orElse(new Tag("P-303"));
        return new Command.Rounds(new JobCommand.OpenJob(DRAIN_JOB, pump, "noisy bearing"));
    }

    /** In the evening somebody is hurt. */
    private void friday() {
        deeds.add(Deed.of(at(4, 20, 10), "op-b2", new AccidentCommand.ReportAccident("hand caught at the coupling")));
        deeds.add(Deed.of(at(4, 20, 11), "leader-b", new AccidentCommand.ConfirmAccident("on my way")));
        deeds.add(Deed.of(at(4, 20, 30), "leader-b", new AccidentCommand.NoteScene("pump stopped, place fenced off")));
        deeds.add(Deed.of(at(4, 20, 50), "op-b2", new AccidentCommand.StateAccident("the guard was off")));
        deeds.add(Deed.of(at(4, 21, 0), "op-b1", new AccidentCommand.StateAccident("I saw the guard beside the pump")));
        deeds.add(Deed.of(at(4, 21, 45), WeekPeople.CHIEF, new AccidentCommand.CloseAccident("guards checked")));
    }

    /** A drill in the morning; the muster that the rain calls is ended by the leader. */
    private void sunday() {
        AlarmId high = new Tag("LT-301").alarm("HH");
        deeds.add(new Deed(
                at(6, 10, 0),
                "leader-a",
                view -> new Command.Alarm(
                        new AlarmCommand.StartDrill(List.of(high), "monthly drill", 10 * MINUTE_MS))));
        deeds.add(new Deed(at(6, 10, 6), "leader-a", view -> new Command.Alarm(new AlarmCommand.EndDrill())));
        deeds.add(Deed.of(
                at(6, 13, 20), "leader-a", new MusterCommand.ExcuseFromMuster("op-c2", "ill, with a doctor's note")));
        deeds.add(Deed.of(at(6, 15, 30), "leader-a", new MusterCommand.EndMuster("the water falls")));
    }

    /** Who doesn't answer the presence question at that time. */
    static Set<String> asleep(long atMs) {
        long fromMs = 2 * 24 * HOUR_MS + 18 * HOUR_MS;
        return atMs >= fromMs && atMs < fromMs + 3 * HOUR_MS ? Set.of("op-c1") : Set.of();
    }

    /** Who doesn't come to a muster. */
    static Set<String> stays() {
        return Set.of(WeekPeople.MINER, "op-c2");
    }
}
