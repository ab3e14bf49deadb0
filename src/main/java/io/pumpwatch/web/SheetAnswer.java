package io.pumpwatch.web;

import io.pumpwatch.api.Sheets;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.rounds.SheetState;
import io.pumpwatch.rounds.SheetState.Run;
import io.pumpwatch.rounds.Timetable;
import io.pumpwatch.rounds.Timetable.Slot;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.view.Named;
import io.pumpwatch.view.StationView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rounds and sheets as the API tells them. */
final class SheetAnswer {
    private final StationView view;
    private final Lang lang;

    SheetAnswer(StationView view, Lang lang) {
        this.view = view;
        this.lang = lang;
    }

    /** All of them, or the one of that id. */
    Sheets list(@Nullable String id) {
        List<Sheets.Sheet> all = new ArrayList<>();
        for (SheetPlan plan : view.plan().rounds().sheets()) {
            if (id == null || id.equals(plan.id())) {
                all.add(sheet(plan, view.state().rounds().sheet(plan.id())));
            }
        }
        return new Sheets(view.plan().zone().getId(), all);
    }

    private Sheets.Sheet sheet(SheetPlan plan, SheetState state) {
        Run run = state.open();
        boolean timely = view.now().trust() != ClockTrust.UNSET;
        Slot next = run == null && timely
                ? Timetable.next(plan.schedule(), view.plan().zone(), view.now().utcMs())
                : null;
        Long fromMs = run != null ? Long.valueOf(run.fromMs()) : next != null ? Long.valueOf(next.fromMs()) : null;
        Long toMs = run != null ? Long.valueOf(run.toMs()) : next != null ? Long.valueOf(next.toMs()) : null;
        boolean ends = run != null && !run.lasting();
        return new Sheets.Sheet(
                plan.id(),
                plan.name().in(lang),
                plan.rule(),
                plan.roles().stream().sorted().map(Wire::word).toList(),
                plan.signatures(),
                word(run),
                run != null ? run.key() : next != null ? next.key() : null,
                fromMs == null ? null : Wire.utc(fromMs),
                toMs == null ? null : Wire.utc(toMs),
                ends && run != null ? Wire.utc(run.lateMs()) : null,
                run == null ? null : Wire.utcOrNull(run.started()),
                plan.shortestMs(),
                signatures(run),
                items(plan, run),
                state.past().stream().map(past -> past(plan, past)).toList());
    }

    private String word(@Nullable Run run) {
        if (run == null) {
            return "upcoming";
        }
        if (view.now().trust() != ClockTrust.UNSET && view.now().utcMs() > run.toMs()) {
            return "late";
        }
        return run.started() == null ? "due" : "in-progress";
    }

    private Sheets.Past past(SheetPlan plan, SheetState.Past past) {
        return new Sheets.Past(
                past.key(),
                Named.of(view, lang).slot(plan.id(), past.key()),
                Wire.utc(past.fromMs()),
                Wire.word(past.outcome()),
                past.fast(),
                past.signed(),
                past.signed().stream().map(id -> AlarmAnswer.nameOf(view, id)).toList(),
                Wire.utc(past.at()));
    }

    private List<Sheets.Signature> signatures(@Nullable Run run) {
        List<Sheets.Signature> all = new ArrayList<>();
        if (run != null) {
            run.signed().forEach((by, at) -> all.add(signature(by, at)));
        }
        return all;
    }

    private Sheets.Signature signature(String by, Stamp at) {
        return new Sheets.Signature(by, view.state().duty().name(by), Wire.utc(at));
    }

    private List<Sheets.Item> items(SheetPlan plan, @Nullable Run run) {
        List<Sheets.Item> all = new ArrayList<>();
        for (SheetPlan.Item item : plan.items()) {
            SheetState.Answer answer = run == null ? null : run.answers().get(item.id());
            all.add(new Sheets.Item(
                    all.size() + 1,
                    item.id(),
                    item.text().in(lang),
                    item.equipment().in(lang),
                    item.number(),
                    item.unit(),
                    Wire.number(item.low()),
                    Wire.number(item.high()),
                    item.compare() == null ? null : item.compare().name(),
                    item.compare() == null ? null : Wire.number(item.tolerance()),
                    !item.location().isEmpty(),
                    item.evidence(),
                    answer == null ? null : answer(answer)));
        }
        return all;
    }

    private Sheets.Answer answer(SheetState.Answer answer) {
        return new Sheets.Answer(
                Wire.word(answer.verdict()),
                Wire.number(answer.value()),
                answer.words(),
                Wire.number(answer.agent()),
                answer.quality() == null ? null : Wire.word(answer.quality()),
                answer.deviates(),
                answer.deviates() && answer.note().isBlank() && answer.words().isBlank(),
                answer.note(),
                answer.by(),
                AlarmAnswer.nameOf(view, answer.by()),
                Wire.utc(answer.at()));
    }
}
