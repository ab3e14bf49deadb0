package io.pumpwatch.web;

import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.view.StationView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an answer names, as its reader knows it. */
record Spoken(StationView view, Lang lang, Reader reader) {
    /** Arguments that name a person. */
    private static final List<String> PEOPLE = List.of("person", "second", "of");

    /** On a page people and sheets go by their names, as everywhere on it; who types commands goes on with ids. */
    Map<String, String> args(Map<String, String> args) {
        Map<String, String> named = new LinkedHashMap<>(args);
        if (reader == Reader.PAGE) {
            named.computeIfPresent("sheet", (name, id) -> {
                SheetPlan sheet = view.plan().rounds().sheet(id);
                return sheet == null ? id : sheet.name().in(lang);
            });
            for (String field : PEOPLE) {
                named.computeIfPresent(field, (name, id) -> AlarmAnswer.nameOf(view, id));
            }
        }
        return named;
    }

    /**
     * A refusal; the scan names sheets in the station's language.
     *
     * @param sheet that the act was about, by its id; empty for none
     */
    Refusal refusal(Refusal refusal, String sheet) {
        Map<String, String> named = args(refusal.args());
        SheetPlan asked = reader == Reader.PAGE ? view.plan().rounds().sheet(sheet) : null;
        if (asked != null) {
            named.computeIfPresent(
                    "item",
                    (name, id) -> asked.items().stream()
                            .filter(item -> item.id().equals(id))
                            .map(item -> item.text().in(lang))
                            .findFirst()
                            .orElse(id));
        }
        named.computeIfPresent("sheets", (name, sheets) -> {
            String said = sheets;
            for (SheetPlan each : view.plan().rounds().sheets()) {
                said = said.replace(
                        each.name().in(view.plan().lang()), each.name().in(lang));
            }
            return said;
        });
        return new Refusal(refusal.code(), named);
    }
}
