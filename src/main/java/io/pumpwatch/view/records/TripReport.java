package io.pumpwatch.view.records;

import io.pumpwatch.view.records.Report.Section;
import io.pumpwatch.view.records.Spans.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page for each trip: what tripped first, the curves of 30 s before and after, who did what. Pure. */
final class TripReport {
    private static final long BEFORE_MS = 5 * 60_000;
    private static final long AFTER_MS = 60 * 60_000;
    private static final String STEPS = "▁▂▃▄▅▆▇█";

    private TripReport() {}

    static List<Section> sections(Books books, Asked asked, Cells cells) {
        List<Section> all = new ArrayList<>();
        List<Span> times = asked.scope().times(books, asked);
        for (Line trip : books.of("interlock.tripped", asked.fromMs(), asked.toMs())) {
            if (!Spans.hold(times, trip.utcMs())) {
                continue;
            }
            String point = trip.text("point");
            Line reset = reset(books, trip);
            Cells.Rows facts = cells.rows("trip", "what", "value");
            facts.row(cells.say("trip.point"), point)
                    .row(cells.say("trip.at"), cells.time(trip.utcMs()))
                    .row(cells.say("trip.value"), Cells.number(trip.number("value")))
                    .row(cells.say("trip.setpoint"), Cells.number(trip.number("setpoint")))
                    .row(cells.say("trip.pumps"), String.join(", ", trip.texts("pumps")))
                    .row(cells.say("trip.first"), cells.say(trip.flag("firstOut") ? "yes" : "no"))
                    .row(cells.say("trip.onDuty"), onDuty(books, trip))
                    .row(cells.say("trip.reset"), reset == null ? "" : cells.time(reset.utcMs()))
                    .row(cells.say("trip.cause"), reset == null ? "" : reset.text("cause"))
                    .row(cells.say("trip.entry"), trip.place());
            Section head = facts.done();
            all.add(new Section(point + " " + cells.time(trip.utcMs()), head.columns(), head.rows()));
            all.add(curves(books, cells, trip));
            all.add(ShiftRecord.alarms(books, cells, trip.utcMs() - BEFORE_MS, trip.utcMs() + BEFORE_MS));
            long toMs = reset == null ? trip.utcMs() + AFTER_MS : Math.max(reset.utcMs() + 1, trip.utcMs() + BEFORE_MS);
            all.add(Deeds.section(cells, books, "trip.deeds", trip.utcMs() - BEFORE_MS, toMs));
        }
        return all;
    }

    private static @Nullable Line reset(Books books, Line trip) {
        return books.of("interlock.trip-reset").stream()
                .filter(line -> line.text("point").equals(trip.text("point")))
                .filter(line -> line.epoch() > trip.epoch() || line.seq() > trip.seq())
                .findFirst()
                .orElse(null);
    }

    private static String onDuty(Books books, Line trip) {
        return String.join(
                ", ",
                Crews.stays(books, trip.utcMs(), trip.utcMs() + 1).stream()
                        .map(stay -> books.name(stay.person()))
                        .toList());
    }

    private static Section curves(Books books, Cells cells, Line trip) {
        Cells.Rows rows = cells.rows("trip.curves", "tag", "unit", "low", "high", "curve", "values");
        for (Line curve : books.of("agent.trip-curve")) {
            boolean same = curve.text("point").equals(trip.text("point")) && curve.whole("tripUtcMs") == trip.utcMs();
            if (same) {
                String[] values = curve.text("values").split(" ", -1);
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (String value : values) {
                    if (!value.equals("-")) {
                        low = Math.min(low, Double.parseDouble(value));
                        high = Math.max(high, Double.parseDouble(value));
                    }
                }
                boolean any = low <= high;
                rows.row(
                        curve.text("tag"),
                        curve.text("unit"),
                        any ? Cells.number(low) : "",
                        any ? Cells.number(high) : "",
                        any ? drawn(values, low, high) : "",
                        curve.text("values"));
            }
        }
        return rows.done();
    }

    /** One character for each value, by height; a blank where there is none. */
    private static String drawn(String[] values, double low, double high) {
        StringBuilder out = new StringBuilder();
        for (String value : values) {
            if (value.equals("-")) {
                out.append(' ');
                continue;
            }
            double share = high > low ? (Double.parseDouble(value) - low) / (high - low) : 0.5;
            out.append(STEPS.charAt((int) Math.min(STEPS.length() - 1, Math.floor(share * STEPS.length()))));
        }
        return out.toString();
    }
}
