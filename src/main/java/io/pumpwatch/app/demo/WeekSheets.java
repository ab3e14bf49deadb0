package io.pumpwatch.app.demo;

import io.pumpwatch.rounds.SheetCommand;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.rounds.SheetPlan.Item;
import io.pumpwatch.rounds.SheetState;
import io.pumpwatch.rounds.Verdict;
import io.pumpwatch.scan.Command;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.Reading;
import io.pumpwatch.view.StationView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Filling in a sheet: item after item as somebody walks, what differs noted, then the signatures. Pure. */
final class WeekSheets {
    /** From one item to the next. */
    private static final long ITEM_MS = 20_000;

    private final StationPlan plan;

    /** One of the deeds of which a sheet is made. */
    record Walk(String sheet, Deed.Doing doing) implements Deed.Doing {
        @Override
        public @Nullable Command at(StationView view) {
            return doing.at(view);
        }
    }

    WeekSheets(StationPlan plan) {
        this.plan = plan;
    }

    /** A sheet from its start to its last signature. */
    List<Deed> fill(long atMs, String id, List<String> people) {
        return fill(atMs, id, people, "", "");
    }

    /**
     * The same, with something that isn't right.
     *
     * @param abnormal item that isn't; empty for none
     * @param words what is wrong with it
     */
    List<Deed> fill(long atMs, String id, List<String> people, String abnormal, String words) {
        SheetPlan sheet = Objects.requireNonNull(plan.rounds().sheet(id), id);
        String by = people.get(0);
        List<Deed> deeds = new ArrayList<>();
        deeds.add(Deed.of(atMs, by, new SheetCommand.StartSheet(id)));
        long nowMs = atMs;
        for (Item item : sheet.items()) {
            nowMs += ITEM_MS;
            boolean wrong = item.id().equals(abnormal);
            deeds.add(new Deed(nowMs, by, view -> enter(view, id, item, wrong, words)));
            deeds.add(new Deed(nowMs + ITEM_MS / 2, by, view -> note(view, id, item)));
        }
        for (String person : people) {
            nowMs += ITEM_MS;
            deeds.add(Deed.of(nowMs, person, new SheetCommand.SignSheet(id)));
        }
        return deeds.stream()
                .map(deed -> new Deed(deed.atMs(), deed.by(), new Walk(id, deed.doing())))
                .toList();
    }

    private static Command enter(StationView view, String sheet, Item item, boolean wrong, String words) {
        Double value = null;
        Verdict verdict = wrong ? Verdict.ABNORMAL : Verdict.NORMAL;
        String said = wrong ? words : item.evidence() ? "tested, works" : "";
        if (item.number()) {
            value = number(view, item);
            boolean outside = value < item.low() || value > item.high();
            verdict = outside ? Verdict.ABNORMAL : verdict;
            said = outside ? "outside its range at this time" : said;
        }
        return new Command.Rounds(
                new SheetCommand.EnterItem(sheet, item.id(), verdict, value, said, item.location(), false));
    }

    /** What the gauge on the spot shows: the instrument's reading; without one a value in the range. */
    private static double number(StationView view, Item item) {
        Reading beside = item.compare() == null
                ? null
                : view.live().conditioned().current().get(item.compare());
        if (beside != null && Double.isFinite(beside.value())) {
            return Math.round(beside.value() * 100) / 100.0;
        }
        return Double.isFinite(item.low() + item.high()) ? (item.low() + item.high()) / 2 : 1;
    }

    /** A number that differs from the instrument asks for a note. */
    private static @Nullable Command note(StationView view, String sheet, Item item) {
        SheetState.Run run = view.state().rounds().sheet(sheet).open();
        SheetState.Answer answer = run == null ? null : run.answers().get(item.id());
        boolean differs = answer != null && answer.deviates() && answer.note().isEmpty();
        return differs
                ? new Command.Rounds(new SheetCommand.NoteItem(sheet, item.id(), "the pressure moved while I looked"))
                : null;
    }
}
