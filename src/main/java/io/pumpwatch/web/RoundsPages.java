package io.pumpwatch.web;

import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.api.Commissioned;
import io.pumpwatch.api.Defects;
import io.pumpwatch.api.WorkItems;
import io.pumpwatch.rounds.DefectsState;
import io.pumpwatch.rounds.RoundsPlan;
import io.pumpwatch.rounds.RoundsState;
import io.pumpwatch.station.Lang;
import io.pumpwatch.view.StationView;
import io.pumpwatch.web.Page.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is read of rounds, sheets, jobs and defects. */
final class RoundsPages {
    private RoundsPages() {}

    static void add(Map<String, Page> pages) {
        pages.put("sheets", asked -> new SheetAnswer(asked.view(), asked.lang()).list(asked.first("id")));
        pages.put("defects", RoundsPages::defects);
        pages.put("jobs", asked -> new JobAnswer(asked.view(), asked.lang()).list());
        pages.put("work", RoundsPages::work);
        pages.put("commissioned", asked -> commissioned(asked.view(), asked.lang()));
    }

    private static Defects defects(Asked asked) {
        DefectsState state = asked.view().state().rounds().defects();
        return new Defects(
                asked.view().plan().zone().getId(),
                defects(state.open(), asked.view()),
                defects(state.closed(), asked.view()));
    }

    private static List<Defects.Defect> defects(SortedMap<Long, DefectsState.Defect> some, StationView view) {
        List<Defects.Defect> all = new ArrayList<>();
        some.forEach((number, defect) -> all.add(new Defects.Defect(
                number,
                defect.equipment(),
                defect.words(),
                defect.by(),
                AlarmAnswer.nameOf(view, defect.by()),
                Wire.utc(defect.at()),
                defect.sheet(),
                Wire.word(defect.status()),
                defect.assigned(),
                AlarmAnswer.nameOf(view, defect.assigned()),
                defect.handledBy(),
                AlarmAnswer.nameOf(view, defect.handledBy()),
                defect.handled(),
                defect.overdue(),
                Wire.word(defect.level()))));
        return all;
    }

    private static WorkItems work(Asked asked) {
        StationView view = asked.view();
        List<WorkItems.Item> items = new ArrayList<>();
        view.state().rounds().openWork().forEach((number, item) -> {
            AlarmPlan point = view.plan().alarms().point(item.point());
            String name = point == null ? "" : point.words().name().in(asked.lang());
            items.add(new WorkItems.Item(
                    number, item.point().toString(), name, Wire.utc(item.at()), Wire.word(item.level())));
        });
        return new WorkItems(view.plan().zone().getId(), items);
    }

    private static Commissioned commissioned(StationView view, Lang lang) {
        List<Commissioned.Instrument> all = new ArrayList<>();
        new TreeMap<>(view.plan().rounds().instruments()).forEach((tag, plan) -> {
            RoundsState.Commissioned known =
                    view.state().rounds().commissioned().get(tag);
            all.add(new Commissioned.Instrument(
                    tag.name(),
                    plan.name().in(lang),
                    plan.unit(),
                    expected(plan),
                    known != null ? Wire.utc(known.at()) : null,
                    known != null ? known.by() : null,
                    known != null ? AlarmAnswer.nameOf(view, known.by()) : null,
                    known != null ? Wire.number(known.errorPercent()) : null,
                    known != null ? known.proven().toString() : null,
                    known != null ? Wire.utc(known.dueMs()) : null,
                    known != null && view.now().utcMs() > known.dueMs()));
        });
        return new Commissioned(view.plan().zone().getId(), all);
    }

    private static List<Double> expected(RoundsPlan.Instrument plan) {
        double quarter = (plan.high() - plan.low()) / 4;
        return List.of(plan.low(), plan.low() + quarter, plan.low() + 2 * quarter, plan.high() - quarter, plan.high());
    }
}
