package io.pumpwatch.view.records;

import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.interlocks.InterlockPlan.Header;
import io.pumpwatch.view.records.Spans.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rules that hold at every hour. What is due is kept, missed or unknown and nothing else, so the three always add up to
 * it: an hour that nobody watched is unknown, whatever was going on when the watching ended. Pure.
 */
final class RuleHours {
    private static final double HOUR_MS = 3_600_000;

    private final Books books;
    private final Asked asked;
    private final long fromMs;
    private final long toMs;
    private final double unknown;

    RuleHours(Books books, Asked asked, long fromMs, long toMs) {
        this.books = books;
        this.asked = asked;
        this.fromMs = fromMs;
        this.toMs = toMs;
        this.unknown = books.unknownMs(fromMs, toMs) / HOUR_MS;
    }

    private double watched(List<Span> spans) {
        return books.watchedMs(spans, fromMs, toMs) / HOUR_MS;
    }

    /** P1, P2 and whatever rule a header names: due while a pump of it runs, missed in excursions. */
    void pressures(Function<String, RuleRow> rows) {
        List<PumpBook.Run> all = books.pumps().runs(fromMs, toMs);
        for (Header header : asked.plan().interlocks().headers()) {
            RuleRow row = rows.apply(header.ruleId());
            List<Span> runs = all.stream()
                    .filter(run ->
                            header.pumps().stream().anyMatch(pump -> pump.name().equals(run.pump)))
                    .map(run -> new Span(run.start.utcMs(), run.endUtcMs < 0 ? toMs : run.endUtcMs))
                    .toList();
            double ran = watched(runs);
            double out = Math.min(ran, watched(excursions(header.pressure().name(), row)));
            row.due += ran + unknown;
            row.missed += out;
            row.kept += ran - out;
            row.unknown += unknown;
        }
    }

    /** Stretches outside the bounds; one that hasn't ended lasts to the end. */
    private List<Span> excursions(String pressure, RuleRow row) {
        List<Span> spans = new ArrayList<>();
        for (Line line : books.of("interlock.excursion-ended")) {
            if (line.text("header").equals(pressure)) {
                spans.add(new Span(line.utcMs() - line.whole("durationMs"), line.utcMs()));
                if (line.utcMs() >= fromMs && line.utcMs() < toMs) {
                    row.lines.add(line);
                }
            }
        }
        Line open = open(pressure);
        if (open != null && open.utcMs() < toMs) {
            spans.add(new Span(open.utcMs(), toMs));
            row.lines.add(open);
        }
        return spans;
    }

    private @Nullable Line open(String pressure) {
        Line began = null;
        for (Line line : books.of("interlock.excursion-began")) {
            began = line.text("header").equals(pressure) ? line : began;
        }
        Line last = began;
        boolean ended = last != null
                && books.of("interlock.excursion-ended").stream()
                        .anyMatch(line -> line.text("header").equals(pressure) && last.before(line));
        return ended ? null : last;
    }

    /** D2: enough people who answer, hour by hour of the whole time. */
    void crew(RuleRow row) {
        int needed = asked.plan().duty().crew().needed();
        if (needed == 0) {
            // A station that asks for nobody, such as a rig.
            return;
        }
        row.due = (toMs - fromMs) / HOUR_MS;
        row.unknown = unknown;
        row.kept = watched(enough(answering(), needed));
        row.missed = Math.max(0, row.due - row.kept - unknown);
        for (String kind : List.of("duty.crew-short", "duty.presence-missed")) {
            row.lines.addAll(books.of(kind, fromMs, toMs));
        }
    }

    /**
     * Everybody's stretches on duty, less those in which they gave no answer: from when that was told until the alarm
     * of presence is over.
     */
    private List<Span> answering() {
        String presence = DutyPlan.DUTY.alarm(DutyPlan.PRESENCE).toString();
        List<AlarmBook.Raise> raises = books.alarms().touching(presence::equals, fromMs, toMs);
        List<Span> spans = new ArrayList<>();
        for (Crews.Stay stay : Crews.stays(books, fromMs, toMs)) {
            long sinceMs = stay.span().fromMs();
            for (Line missed :
                    books.of("duty.presence-missed", sinceMs, stay.span().toMs())) {
                if (missed.text("person").equals(stay.person()) && missed.utcMs() >= sinceMs) {
                    spans.add(new Span(sinceMs, missed.utcMs()));
                    sinceMs = raises.stream()
                            .filter(raise -> raise.at.utcMs() <= missed.utcMs() && raise.endMs(toMs) > missed.utcMs())
                            .mapToLong(raise -> raise.endMs(toMs))
                            .max()
                            .orElse(missed.utcMs());
                }
            }
            if (sinceMs < stay.span().toMs()) {
                spans.add(new Span(sinceMs, stay.span().toMs()));
            }
        }
        return spans;
    }

    /** Stretches that at least so many of these cover. */
    private List<Span> enough(List<Span> stays, int needed) {
        Map<Long, Integer> steps = new TreeMap<>();
        for (Span stay : stays) {
            if (stay.toMs() > fromMs && stay.fromMs() < toMs) {
                steps.merge(Math.max(fromMs, stay.fromMs()), 1, Integer::sum);
                steps.merge(Math.min(toMs, stay.toMs()), -1, Integer::sum);
            }
        }
        List<Span> spans = new ArrayList<>();
        long sinceMs = fromMs;
        int here = 0;
        for (Map.Entry<Long, Integer> step : steps.entrySet()) {
            if (here >= needed) {
                spans.add(new Span(sinceMs, step.getKey()));
            }
            here += step.getValue();
            sinceMs = step.getKey();
        }
        return spans;
    }

    /** D3: each drainage pump ready, hour by hour; its sheets (the level log) come by the timetable. */
    void readiness(RuleRow row) {
        Map<String, Long> notReady = new TreeMap<>();
        double missed = 0;
        for (Line line : books.of("interlock.readiness-changed")) {
            Long since = notReady.remove(line.text("pump"));
            if (since != null) {
                missed += watched(List.of(new Span(since, line.utcMs())));
            }
            if (!line.texts("reasons").isEmpty()) {
                notReady.put(line.text("pump"), line.utcMs());
            }
            if (line.utcMs() >= fromMs && line.utcMs() < toMs) {
                row.lines.add(line);
            }
        }
        for (long since : notReady.values()) {
            missed += watched(List.of(new Span(since, toMs)));
        }
        long pumps = asked.plan().interlocks().pumps().stream()
                .filter(pump -> !pump.kind().inhibitable())
                .count();
        row.due = pumps * (toMs - fromMs) / HOUR_MS;
        row.unknown = pumps * unknown;
        row.missed = Math.min(missed, row.due - row.unknown);
        row.kept = Math.max(0, row.due - row.missed - row.unknown);
    }

    /** A rule of the site's own: missed while any alarm point that shows it stands. */
    RuleRow own(Asked.OwnRule rule) {
        RuleRow row = new RuleRow(rule.id(), true);
        Predicate<String> shows =
                point -> rule.shownBy().stream().anyMatch(name -> point.equals(name) || point.startsWith(name + "."));
        List<Span> spans = books.alarms().touching(shows, fromMs, toMs).stream()
                .map(raise -> new Span(raise.at.utcMs(), raise.endMs(toMs)))
                .toList();
        row.due = (toMs - fromMs) / HOUR_MS;
        row.unknown = unknown;
        row.missed = watched(spans);
        row.kept = Math.max(0, row.due - row.missed - row.unknown);
        return row;
    }
}
