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

    /** On pages and console people and sheets go by their names, as everywhere there; who types commands by ids. */
    Map<String, String> args(Map<String, String> args) {
        Map<String, String> named = new LinkedHashMap<>(args);
        if (reader != Reader.LINE) {
            SheetPlan asked = view.plan().rounds().sheet(args.getOrDefault("sheet", ""));
            if (asked != null) {
                named.computeIfPresent("item", (name, id) -> item(asked, id));
            }
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

    private String item(SheetPlan sheet, String id) {
        return sheet.items().stream()
                .filter(item -> item.id().equals(id))
                .map(item -> item.text().in(lang))
                .findFirst()
                .orElse(id);
    }

    /**
     * A refusal; the scan names sheets in the station's language.
     *
     * @param sheet that the act was about, by its id; empty for none
     */
    Refusal refusal(Refusal refusal, String sheet) {
        Map<String, String> named = args(refusal.args());
        SheetPlan asked = reader != Reader.LINE ? view.plan().rounds().sheet(sheet) : null;
        if (asked != null) {
            named.computeIfPresent("item", (name, id) -> item(asked, id));
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
