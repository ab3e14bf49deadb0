package io.pumpwatch.view.records;

import io.pumpwatch.interlocks.InterlockPlan.Header;
import io.pumpwatch.view.records.Report.Section;
import io.pumpwatch.view.records.Spans.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Rule by rule, how well it was kept: what was due comes from the timetable and the conditions, never from the records
 * that happen to exist; time without data counts as unknown, never as kept. Pure.
 */
final class RulePage {
    private static final double HOUR_MS = 3_600_000;
    private static final int LINES_MAX = 500;
    private static final List<String> RULES = List.of(
            "E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "P1", "P2", "P3", "P4", "P5", "P6", "D1", "D2", "D3",
            "D4", "D5", "D6", "D7", "D8", "D9");

    private final Books books;
    private final Asked asked;
    private final long fromMs;
    private final long toMs;
    private final Map<String, RuleRow> rows = new TreeMap<>();

    private RulePage(Books books, Asked asked) {
        this.books = books;
        this.asked = asked;
        this.fromMs = Math.max(asked.fromMs(), Math.max(0, books.firstMs()));
        this.toMs = Math.max(fromMs, asked.untilMs());
    }

    /** A row for each rule, in the order of the domain's tables, the site's own last. */
    static List<RuleRow> rows(Books books, Asked asked) {
        RulePage page = new RulePage(books, asked);
        for (String rule : RULES) {
            page.rows.put(
                    rule, new RuleRow(rule, List.of("P1", "P2", "D2", "D3").contains(rule)));
        }
        RuleDues.fill(page.rows, books, asked, page.fromMs, page.toMs);
        page.pressures();
        page.swings();
        page.crew();
        page.readiness();
        RuleRoster.fill(page.row("D9"), books, asked, page.fromMs);
        RuleEvents.fill(page.rows, books, asked.plan(), page.fromMs, page.toMs);
        List<RuleRow> all = new ArrayList<>();
        for (String rule : RULES) {
            all.add(page.row(rule));
            RuleRow times = page.rows.remove(rule + RuleRow.TIMES);
            if (times != null) {
                all.add(times);
            }
        }
        // Rules that the site adds, by their limits and by their sheets.
        asked.rules().stream().filter(rule -> !rule.shownBy().isEmpty()).forEach(rule -> all.add(page.own(rule)));
        page.rows.forEach((rule, row) -> {
            if (!RULES.contains(rule)) {
                all.add(row);
            }
        });
        return all;
    }

    private RuleRow row(String rule) {
        return rows.computeIfAbsent(rule, id -> new RuleRow(id, false));
    }

    static List<Section> sections(Books books, Asked asked, Cells cells) {
        Cells.Rows table =
                cells.rows("rules", "rule", "text", "unit", "due", "kept", "late", "missed", "unknown", "shownBy");
        Cells.Rows behind = cells.rows("behind", "rule", "time", "what", "who", "words", "entry");
        for (RuleRow row : rows(books, asked)) {
            table.row(
                    row.rule,
                    text(asked, cells, row.rule),
                    cells.say(row.hours ? "hours" : "times"),
                    shown(row, row.due),
                    shown(row, row.kept),
                    shown(row, row.late),
                    shown(row, row.missed),
                    shown(row, row.unknown),
                    shownBy(asked, row));
            row.lines.stream()
                    .limit(LINES_MAX)
                    .forEach(line -> behind.row(
                            row.rule,
                            cells.time(line.utcMs()),
                            cells.known("rep.kind.", line.kind()),
                            Deeds.who(line, books),
                            Deeds.words(line),
                            line.place()));
        }
        return List.of(table.done(), behind.done());
    }

    private static String text(Asked asked, Cells cells, String rule) {
        return asked.rules().stream()
                .filter(own -> own.id().equals(rule))
                .map(own -> own.text().in(asked.lang()))
                .findFirst()
                .orElseGet(() -> cells.known("rule.", rule));
    }

    /** Sheets, limits and instruments that show how a rule is kept. */
    private static String shownBy(Asked asked, RuleRow row) {
        List<String> all = new ArrayList<>();
        asked.plan().rounds().sheets().stream()
                .filter(sheet -> sheet.rule().equals(row.rule) && !row.hours)
                .forEach(sheet -> all.add(sheet.name().in(asked.lang())));
        asked.plan().interlocks().headers().stream()
                .filter(header -> row.rule.equals(header.ruleId()))
                .forEach(header -> all.add(header.pressure().name()));
        asked.rules().stream()
                .filter(own -> own.id().equals(row.rule) && row.hours)
                .forEach(own -> all.addAll(own.shownBy()));
        return String.join(", ", all);
    }

    private static String shown(RuleRow row, double number) {
        return row.hours ? Cells.number(number) : Long.toString(Math.round(number));
    }

    /** P1, P2 and whatever rule a header names: due while a pump of it runs, missed in excursions. */
    private void pressures() {
        for (Header header : asked.plan().interlocks().headers()) {
            RuleRow row = row(header.ruleId());
            List<Span> runs = new ArrayList<>();
            header.pumps()
                    .forEach(pump -> books.pumps().runs(fromMs, toMs).stream()
                            .filter(run -> run.pump.equals(pump.name()))
                            .forEach(run ->
                                    runs.add(new Span(run.start.utcMs(), run.endUtcMs < 0 ? toMs : run.endUtcMs))));
            double runHours = Spans.covered(runs, fromMs, toMs) / HOUR_MS;
            double out = 0;
            for (Line line : books.of("interlock.excursion-ended", fromMs, toMs)) {
                if (line.text("header").equals(header.pressure().name())) {
                    out += line.number("durationMs") / HOUR_MS;
                    row.lines.add(line);
                }
            }
            // A run may reach over a time in which nobody watched: that part of it is never kept.
            double unwatched = 0;
            for (Span run : runs) {
                long from = Math.max(fromMs, run.fromMs());
                long to = Math.min(toMs, run.toMs());
                unwatched += to > from ? books.unknownMs(from, to) / HOUR_MS : 0;
            }
            row.due += runHours;
            row.missed += Math.min(out, runHours);
            row.kept += Math.max(0, runHours - out - unwatched);
            row.unknown += books.unknownMs(fromMs, toMs) / HOUR_MS;
        }
    }

    /** P3: released by its two people, and no pump of that header started while it stood. */
    private void swings() {
        RuleRow row = row("P3");
        for (Line latched : books.of("interlock.swing-latched", fromMs, toMs)) {
            String header = latched.text("header");
            Line released = books.of("interlock.swing-released").stream()
                    .filter(line -> line.text("header").equals(header) && line.utcMs() >= latched.utcMs())
                    .findFirst()
                    .orElse(null);
            long untilMs = released == null ? toMs : released.utcMs();
            boolean against = books.pumps().runs(latched.utcMs(), untilMs).stream()
                    .filter(run -> run.start.utcMs() >= latched.utcMs() && run.start.utcMs() < untilMs)
                    .anyMatch(run -> run.start.texts("against").contains("swing:" + header));
            row.once(released != null && !against, latched);
        }
    }

    /** D2: enough people, hour by hour of the whole time. */
    private void crew() {
        RuleRow row = row("D2");
        int needed = Math.max(1, asked.plan().duty().crew().needed());
        List<Crews.Stay> stays = Crews.stays(books, fromMs, toMs);
        double enough = enoughMs(stays, needed) / HOUR_MS;
        double unknown = books.unknownMs(fromMs, toMs) / HOUR_MS;
        row.due = (toMs - fromMs) / HOUR_MS;
        row.unknown = unknown;
        row.kept = Math.max(0, Math.min(enough, row.due - unknown));
        row.missed = Math.max(0, row.due - row.kept - unknown);
        for (String kind : List.of("duty.crew-short", "duty.presence-missed")) {
            row.lines.addAll(books.of(kind, fromMs, toMs));
        }
    }

    private long enoughMs(List<Crews.Stay> stays, int needed) {
        Map<Long, Integer> steps = new TreeMap<>();
        for (Crews.Stay stay : stays) {
            steps.merge(Math.max(fromMs, stay.span().fromMs()), 1, Integer::sum);
            steps.merge(Math.min(toMs, stay.span().toMs()), -1, Integer::sum);
        }
        long sum = 0;
        long sinceMs = fromMs;
        int here = 0;
        for (Map.Entry<Long, Integer> step : steps.entrySet()) {
            sum += here >= needed ? step.getKey() - sinceMs : 0;
            here += step.getValue();
            sinceMs = step.getKey();
        }
        return sum;
    }

    /** D3: each drainage pump ready, hour by hour; its sheets (the level log) come by the timetable. */
    private void readiness() {
        RuleRow row = row("D3");
        Map<String, Long> notReady = new TreeMap<>();
        double missed = 0;
        for (Line line : books.of("interlock.readiness-changed")) {
            Long since = notReady.remove(line.text("pump"));
            if (since != null) {
                missed += new Span(since, line.utcMs()).within(fromMs, toMs) / HOUR_MS;
            }
            if (!line.texts("reasons").isEmpty()) {
                notReady.put(line.text("pump"), line.utcMs());
            }
            if (line.utcMs() >= fromMs && line.utcMs() < toMs) {
                row.lines.add(line);
            }
        }
        for (long since : notReady.values()) {
            missed += new Span(since, toMs).within(fromMs, toMs) / HOUR_MS;
        }
        long pumps = asked.plan().interlocks().pumps().stream()
                .filter(pump -> !pump.kind().inhibitable())
                .count();
        double unknown = pumps * books.unknownMs(fromMs, toMs) / HOUR_MS;
        row.due = pumps * (toMs - fromMs) / HOUR_MS;
        row.unknown = unknown;
        row.missed = Math.min(missed, row.due - unknown);
        row.kept = Math.max(0, row.due - row.missed - unknown);
    }

    /** A rule of the site's own: missed while any alarm point that shows it stands. */
    private RuleRow own(Asked.OwnRule rule) {
        RuleRow row = new RuleRow(rule.id(), true);
        Predicate<String> shows =
                point -> rule.shownBy().stream().anyMatch(name -> point.equals(name) || point.startsWith(name + "."));
        List<Span> spans = books.alarms().touching(shows, fromMs, toMs).stream()
                .map(raise -> new Span(raise.at.utcMs(), raise.endMs(toMs)))
                .toList();
        row.due = (toMs - fromMs) / HOUR_MS;
        row.unknown = books.unknownMs(fromMs, toMs) / HOUR_MS;
        row.missed = Math.min(Spans.covered(spans, fromMs, toMs) / HOUR_MS, row.due - row.unknown);
        row.kept = Math.max(0, row.due - row.missed - row.unknown);
        return row;
    }
}
