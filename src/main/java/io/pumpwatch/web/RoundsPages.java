package io.pumpwatch.web;

import io.pumpwatch.api.Defects;
import io.pumpwatch.web.Page.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is read of rounds, sheets, jobs and defects. */
final class RoundsPages {
    private RoundsPages() {}

    static void add(Map<String, Page> pages) {
        pages.put("defects", RoundsPages::defects);
    }

    private static Defects defects(Asked asked) {
        List<Defects.Defect> open = new ArrayList<>();
        asked.view()
                .state()
                .rounds()
                .defects()
                .forEach((number, defect) -> open.add(new Defects.Defect(
                        number, defect.equipment(), defect.words(), defect.by(), Wire.utc(defect.at()))));
        return new Defects(asked.view().plan().zone().getId(), open);
    }
}
