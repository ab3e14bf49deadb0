package io.pumpwatch.app.demo;

import io.pumpwatch.app.demo.WeekPeople.Crew;
import io.pumpwatch.duty.BriefingCommand.HoldBriefing;
import io.pumpwatch.duty.BriefingCommand.Risk;
import io.pumpwatch.duty.BriefingCommand.SignBriefing;
import io.pumpwatch.duty.Handover;
import io.pumpwatch.duty.HandoverCommand.AcceptHandover;
import io.pumpwatch.duty.HandoverCommand.CountTools;
import io.pumpwatch.duty.HandoverCommand.Counted;
import io.pumpwatch.duty.HandoverCommand.DraftHandover;
import io.pumpwatch.duty.HandoverCommand.RemarkHandover;
import io.pumpwatch.duty.HandoverCommand.SignHandover;
import io.pumpwatch.duty.HandoverState;
import io.pumpwatch.duty.ShiftCommand.Declaration;
import io.pumpwatch.duty.ShiftCommand.SignOff;
import io.pumpwatch.duty.ShiftCommand.SignOn;
import io.pumpwatch.duty.Timetable.Slot;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.view.StationView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One shift's usual deeds: coming, briefing, checks, taking over, rounds, going. Pure. */
final class WeekShifts {
    static final long MINUTE_MS = 60_000;
    /** Minutes for which people try again. */
    private static final int TRIES = 20;

    private final StationPlan plan;
    private final WeekSheets sheets;
    private final List<Deed> deeds = new ArrayList<>();
    private final long beginMs;

    WeekShifts(StationPlan plan, long beginMs) {
        this.plan = plan;
        this.sheets = new WeekSheets(plan);
        this.beginMs = beginMs;
    }

    List<Deed> deeds() {
        return deeds;
    }

    /** Milliseconds since the week's begin of so many minutes after a wall time. */
    private long at(long utcMs, long minutes) {
        return utcMs - beginMs + minutes * MINUTE_MS;
    }

    static Crew crew(String shift) {
        return Objects.requireNonNull(WeekPeople.CREWS.get(shift), shift);
    }

    /**
     * A whole shift.
     *
     * @param first nobody was here before: no handover, and the morning's round is theirs
     * @param away who doesn't come; empty for nobody
     * @param late the handover is accepted an hour after the change
     */
    void shift(Slot slot, boolean first, boolean briefed, String away, boolean late) {
        Crew crew = crew(slot.shift());
        List<String> here =
                crew.all().stream().filter(person -> !person.equals(away)).toList();
        long onMs = at(slot.beginUtcMs(), -25);
        for (String person : here) {
            deeds.add(Deed.of(onMs + here.indexOf(person) * MINUTE_MS, person, new SignOn(Declaration.WHOLE)));
        }
        sheets(slot.beginUtcMs(), -20, "pre-shift", List.of(here.get(1)));
        if (briefed) {
            brief(slot, here);
        }
        if (first) {
            sheets(slot.beginUtcMs(), 15, SheetPlan.ROUND, List.of(here.get(1), here.get(0)));
        } else {
            Crew before = crew(before(slot.shift()));
            handover(slot.beginUtcMs(), before.leader(), crew.leader(), late ? 60 : 0);
        }
        rounds(slot, here);
        sheets(slot.endUtcMs(), -80, "post-shift", List.of(here.get(1)));
    }

    /** The crew goes some minutes after the next one has taken over; some stay longer. */
    void off(String person, long endUtcMs, long minutes) {
        for (int minute = 0; minute < TRIES; minute++) {
            deeds.add(new Deed(at(endUtcMs, minutes + minute), person, view -> {
                boolean here = view.state().duty().onDuty().containsKey(person);
                boolean stays = view.state().duty().handovers().crew().contains(person);
                return here && !stays ? new Command.Duty(new SignOff()) : null;
            }));
        }
    }

    private static String before(String shift) {
        return switch (shift) {
            case "day" -> "night";
            case "evening" -> "day";
            default -> "evening";
        };
    }

    private void sheets(long utcMs, long minutes, String sheet, List<String> people) {
        deeds.addAll(sheets.fill(at(utcMs, minutes), sheet, people));
    }

    private void brief(Slot slot, List<String> here) {
        Risk risk = new Risk("burst hose", "keep clear of hoses while a pump starts");
        Risk water = new Risk("slipping at the sump", "rail shut, boots on");
        deeds.add(Deed.of(
                at(slot.beginUtcMs(), -16),
                WeekPeople.TECHNICIAN,
                new HoldBriefing("Keep 31 to 33 MPa; watch the sump.", List.of(risk, water))));
        for (String person : here) {
            deeds.add(Deed.of(at(slot.beginUtcMs(), -14), person, new SignBriefing()));
        }
    }

    /** From ten minutes before the change on, a step a minute; a pump that is being switched makes them wait. */
    private void handover(long changeMs, String outgoing, String incoming, long lateMinutes) {
        long fromMs = changeMs + (lateMinutes - 10) * MINUTE_MS;
        for (int minute = 0; minute < TRIES; minute++) {
            deeds.add(new Deed(at(fromMs, minute), outgoing, view -> give(view, fromMs)));
            deeds.add(new Deed(at(fromMs, minute) + MINUTE_MS / 2, incoming, view -> take(view)));
        }
    }

    private @Nullable Command give(StationView view, long fromMs) {
        HandoverState state = view.state().duty().handovers();
        Handover last = state.last();
        Handover.Note accepted = last == null ? null : last.accepted();
        Handover open = state.open();
        if ((accepted != null && accepted.at().utcMs() >= fromMs) || (open != null && open.signed() != null)) {
            return null;
        }
        if (open == null) {
            return new Command.Duty(new DraftHandover());
        }
        if (open.tools().isEmpty()) {
            List<Counted> counts = plan.duty().handover().tools().stream()
                    .map(tool -> new Counted(tool.id(), tool.count(), ""))
                    .toList();
            return new Command.Duty(new CountTools(counts));
        }
        return new Command.Duty(
                open.remarks().isEmpty() ? new RemarkHandover("orders", "none from above") : new SignHandover(""));
    }

    private static @Nullable Command take(StationView view) {
        Handover open = view.state().duty().handovers().open();
        return open == null || open.signed() == null ? null : new Command.Duty(new AcceptHandover(""));
    }

    /** Its own round or rounds and its level readings. */
    private void rounds(Slot slot, List<String> here) {
        List<String> two = List.of(here.get(1), here.get(0));
        switch (slot.shift()) {
            case "day" -> sheets(slot.beginUtcMs(), 4 * 60, SheetPlan.ROUND, two);
            case "evening" -> {
                sheets(slot.beginUtcMs(), 2 * 60, SheetPlan.ROUND, two);
                sheets(slot.beginUtcMs(), 6 * 60 + 5, SheetPlan.ROUND, two);
            }
            default -> sheets(slot.beginUtcMs(), 6 * 60 + 5, SheetPlan.ROUND, two);
        }
        for (int hours : List.of(0, 4)) {
            sheets(slot.beginUtcMs(), hours * 60L + 35, "level-log", List.of(here.get(1)));
        }
    }
}
