package io.pumpwatch.view.records;

import io.pumpwatch.view.records.Report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rule by rule, how well it was kept: what was due comes from the timetable and the conditions, never from the records
 * that happen to exist; time without data counts as unknown, never as kept. Pure.
 */
final class RulePage {
    private static final int LINES_MAX = 500;
    private static final List<String> RULES = List.of(
            "E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "P1", "P2", "P3", "P4", "P5", "P6", "D1", "D2", "D3",
            "D4", "D5", "D6", "D7", "D8", "D9");

    private final Books books;
    private final long fromMs;
    private final long toMs;
    private final Map<String, RuleRow> rows = new TreeMap<>();

    private RulePage(Books books, Asked asked) {
        this.books = books;
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
        page.swings();
        RuleHours hours = new RuleHours(books, asked, page.fromMs, page.toMs);
        hours.pressures(page::row);
        hours.crew(page.row("D2"));
        hours.readiness(page.row("D3"));
        RuleRoster.fill(page.row("D9"), books, asked, page.fromMs);
        RuleEvents.fill(page.rows, books, asked, page.fromMs, page.toMs);
        List<RuleRow> all = new ArrayList<>();
        for (String rule : RULES) {
            all.add(page.row(rule));
            RuleRow times = page.rows.remove(rule + RuleRow.TIMES);
            if (times != null) {
                all.add(times);
            }
        }
        // Rules that the site adds, by their limits and by their sheets.
        asked.rules().stream().filter(rule -> !rule.shownBy().isEmpty()).forEach(rule -> all.add(hours.own(rule)));
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
                            DeedWords.of(line, cells.named()),
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

    /** P3: no pump of that header started before two people had found and released the cause. */
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
            row.once(!against, latched);
        }
    }
}
