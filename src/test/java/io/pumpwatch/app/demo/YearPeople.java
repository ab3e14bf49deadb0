package io.pumpwatch.app.demo;

import io.pumpwatch.app.demo.DemoCrew.Member;
import io.pumpwatch.app.demo.WeekPeople.Crew;
import io.pumpwatch.duty.AccidentCommand;
import io.pumpwatch.duty.HandoverCommand;
import io.pumpwatch.duty.HandoverReason;
import io.pumpwatch.duty.MusterCommand;
import io.pumpwatch.duty.PaperCommand;
import io.pumpwatch.duty.PaperState;
import io.pumpwatch.duty.RotaCommand.ArrangeShift;
import io.pumpwatch.duty.ShiftCommand.Declaration;
import io.pumpwatch.duty.ShiftCommand.SignOff;
import io.pumpwatch.duty.ShiftCommand.SignOn;
import io.pumpwatch.duty.Timetable.Slot;
import io.pumpwatch.rounds.DefectCommand;
import io.pumpwatch.rounds.RoundsCommand;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.StationPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;

/** What the people of a simulated year do, day by day; what goes wrong goes wrong by the calendar. */
final class YearPeople {
    static final List<Member> MEMBERS = WeekPeople.members(new Random(1));

    private final StationPlan plan;
    private final LocalDate first;
    private final long beginMs;

    YearPeople(StationPlan plan, LocalDate first, long beginMs) {
        this.plan = plan;
        this.first = first;
        this.beginMs = beginMs;
    }

    private long at(LocalDate date, int hour, int minute) {
        return date.atTime(hour, minute).atZone(plan.zone()).toInstant().toEpochMilli() - beginMs;
    }

    /** The certificate of a member, by place in the list: each ends at another time. */
    static LocalDate expires(LocalDate first, int place) {
        return first.plusDays(20 + 31L * place);
    }

    /** Whether nobody walks the round at noon. */
    static boolean noonMissed(LocalDate date) {
        return date.toEpochDay() % 11 == 4;
    }

    /** Whether the evening's crew takes over an hour late. */
    static boolean late(LocalDate date) {
        return date.toEpochDay() % 17 == 3;
    }

    /** Whether a defect is found on that day; when it is closed, or null for one that stays open. */
    static boolean finds(LocalDate date) {
        return date.toEpochDay() % 5 == 0;
    }

    /** Days until it is closed; 0 for one that stays open. */
    static int closedAfter(LocalDate found) {
        long number = found.toEpochDay() / 5;
        return number % 7 == 0 ? 0 : number % 4 == 0 ? 9 : 3;
    }

    /** What begins on that day: its shifts, with what is done ahead of them, and what is done by day. */
    List<Deed> of(LocalDate date) {
        List<Deed> deeds = new ArrayList<>();
        boolean opening = date.equals(first);
        if (Math.floorMod(date.toEpochDay() - first.toEpochDay(), 28) == 0) {
            WeekPeople.CREWS.forEach((shift, crew) -> deeds.add(Deed.of(
                    at(date, 7, 33),
                    WeekPeople.CHIEF,
                    new ArrangeShift(shift, shift.equals("night") ? date.plusDays(1) : date, 28, crew.all()))));
        }
        if (opening) {
            papers(deeds, date);
        }
        for (Slot slot : plan.duty().timetable().slots(date, date)) {
            if (slot.beginUtcMs() > beginMs) {
                shift(deeds, date, slot, opening && slot.shift().equals("day"));
            }
        }
        byDay(deeds, date);
        defects(deeds, date);
        if (late(date)) {
            // One of those who come late has drunk: nothing is handed over to them.
            HandoverCommand drunk = new HandoverCommand.RefuseHandover(HandoverReason.DRUNK, "op-b2", "");
            deeds.add(new Deed(
                    at(date, 16, 51) + 30_000,
                    "leader-a",
                    view -> view.state().duty().handovers().open() == null ? null : new Command.Duty(drunk)));
        }
        if (date.toEpochDay() % 60 == 20) {
            accident(deeds, date);
        }
        if (YearWater.pours(date, 13 * 60)) {
            deeds.add(new Deed(
                    at(date, 15, 30),
                    "leader-a",
                    view -> view.state().duty().premises().muster().open() == null
                            ? null
                            : new Command.Duty(new MusterCommand.EndMuster("the water falls"))));
        }
        return deeds;
    }

    private void papers(List<Deed> deeds, LocalDate date) {
        for (int i = 0; i < MEMBERS.size(); i++) {
            deeds.add(Deed.of(
                    at(date, 7, 34),
                    WeekPeople.CHIEF,
                    new PaperCommand.RecordPaper(
                            MEMBERS.get(i).id(),
                            PaperState.Sort.CERTIFICATE,
                            "grid-permit",
                            "DW-" + i,
                            expires(first, i))));
        }
    }

    private void shift(List<Deed> deeds, LocalDate date, Slot slot, boolean nobodyBefore) {
        boolean evening = slot.shift().equals("evening");
        WeekShifts shifts = new WeekShifts(plan, beginMs);
        shifts.shift(slot, nobodyBefore, true, "", evening && late(date));
        Crew crew = WeekShifts.crew(slot.shift());
        boolean waits = slot.shift().equals("day") && late(date);
        crew.all().forEach(person -> shifts.off(person, slot.endUtcMs(), waits ? 65 : 5));
        long noonMs = at(date, 12, 0);
        shifts.deeds().stream()
                .filter(deed -> !(noonMissed(date)
                        && deed.doing() instanceof WeekSheets.Walk walk
                        && walk.sheet().equals(SheetPlan.ROUND)
                        && deed.atMs() >= noonMs
                        && deed.atMs() < noonMs + 30 * 60_000))
                .forEach(deeds::add);
    }

    private void byDay(List<Deed> deeds, LocalDate date) {
        WeekSheets sheets = new WeekSheets(plan);
        long day = date.toEpochDay() - first.toEpochDay();
        stay(deeds, WeekPeople.FITTER, at(date, 8, 6), at(date, 15, 20));
        deeds.addAll(sheets.fill(at(date, 9, 0), "spray-daily", List.of(WeekPeople.FITTER)));
        if (date.toEpochDay() % 13 != 5) {
            stay(deeds, WeekPeople.MINER, at(date, 10, 10), at(date, 12, 0));
            deeds.addAll(sheets.fill(at(date, 10, 30), "fitter-daily", List.of(WeekPeople.MINER)));
        }
        if (day % 28 == 1) {
            deeds.addAll(sheets.fill(at(date, 13, 0), "fire", List.of("op-a1")));
            deeds.addAll(sheets.fill(at(date, 13, 10), "theft", List.of("op-a1")));
            deeds.addAll(sheets.fill(at(date, 13, 30), "float-test", List.of("op-a2")));
            deeds.addAll(sheets.fill(at(date, 14, 0), "safety", List.of(WeekPeople.FITTER)));
        }
    }

    private static void stay(List<Deed> deeds, String person, long fromMs, long toMs) {
        deeds.add(Deed.of(fromMs, person, new SignOn(Declaration.WHOLE)));
        deeds.add(Deed.of(toMs, person, new SignOff()));
    }

    /** Found by an operator, handled by the fitter two days later, looked at by the leader. */
    private void defects(List<Deed> deeds, LocalDate date) {
        if (!finds(date)) {
            return;
        }
        String words = "drips since " + date;
        deeds.add(Deed.of(at(date, 9, 40), "op-a1", new DefectCommand.ReportDefect("P-101", words)));
        on(deeds, at(date, 9, 50), "leader-a", words, n -> new DefectCommand.AssignDefect(n, WeekPeople.FITTER));
        int after = closedAfter(date);
        if (after > 0) {
            long handledMs = at(date.plusDays(after - 1L), 10, 0);
            on(deeds, handledMs, WeekPeople.FITTER, words, n -> new DefectCommand.HandleDefect(n, "seal renewed"));
            on(deeds, at(date.plusDays(after), 11, 0), "leader-a", words, n -> new DefectCommand.CloseDefect(n, "dry"));
        }
    }

    /** Somebody looks up the number of a defect by its words. */
    private static void on(List<Deed> deeds, long atMs, String by, String words, LongFunction<RoundsCommand> act) {
        deeds.add(new Deed(
                atMs,
                by,
                view -> view.state().rounds().openDefects().entrySet().stream()
                        .filter(each -> each.getValue().words().equals(words))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .<Command>map(number -> new Command.Rounds(act.apply(number)))
                        .orElse(null)));
    }

    private void accident(List<Deed> deeds, LocalDate date) {
        deeds.add(Deed.of(at(date, 20, 10), "op-b2", new AccidentCommand.ReportAccident("hand caught")));
        deeds.add(Deed.of(at(date, 20, 11), "leader-b", new AccidentCommand.ConfirmAccident("on my way")));
        deeds.add(Deed.of(at(date, 20, 50), "op-b2", new AccidentCommand.StateAccident("the guard was off")));
        deeds.add(Deed.of(at(date, 21, 45), WeekPeople.CHIEF, new AccidentCommand.CloseAccident("guards checked")));
    }
}
