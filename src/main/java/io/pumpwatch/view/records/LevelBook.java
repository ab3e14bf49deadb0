package io.pumpwatch.view.records;

import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers that people entered on sheets, with the instrument's reading beside each: what a long period says of levels
 * (D3, D9). The words of an item aren't kept. Lives within one fold.
 */
public final class LevelBook {
    private final Map<String, List<Entered>> entered = new HashMap<>();

    /** A number at a time: the instrument's where it was good, else the person's. */
    record Entered(long utcMs, double value) {}

    void take(Line line) {
        boolean good = line.text("quality").equals("GOOD") && line.body().get("agent") instanceof Number;
        if (line.body().get("value") instanceof Number value && Double.isFinite(value.doubleValue())) {
            double counts = good ? line.number("agent") : value.doubleValue();
            entered.computeIfAbsent(key(line.text("sheet"), line.text("item")), unused -> new ArrayList<>())
                    .add(new Entered(line.utcMs(), counts));
        }
    }

    private static String key(String sheet, String item) {
        return sheet + "/" + item;
    }

    /** What was entered beside this instrument within a stretch of wall time, on any of these sheets. */
    List<Entered> beside(Tag instrument, List<SheetPlan> sheets, long fromMs, long toMs) {
        List<Entered> all = new ArrayList<>();
        for (SheetPlan sheet : sheets) {
            for (SheetPlan.Item item : sheet.items()) {
                if (instrument.equals(item.compare())) {
                    entered.getOrDefault(key(sheet.id(), item.id()), List.of()).stream()
                            .filter(each -> each.utcMs() >= fromMs && each.utcMs() < toMs)
                            .forEach(all::add);
                }
            }
        }
        return all;
    }
}
