package io.pumpwatch.view.records;

import io.pumpwatch.view.records.Report.Section;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Entries in words: who did what, and when. Pure. */
final class Deeds {
    /** Told in tables of their own, or of no use to a reader. */
    private static final Set<String> ELSEWHERE = Set.of(
            "alarm.moved",
            "agent.trip-curve",
            "agent.head-signed",
            "agent.config-loaded",
            "duty.handover-items",
            "duty.signed-on",
            "duty.signed-off");

    private static final int ROWS_MAX = 2_000;

    private Deeds() {}

    /** Who did it; empty where nobody did. */
    static String who(Line line, Books books) {
        String by = line.text("by");
        return books.name(by.isEmpty() ? line.text("person") : by);
    }

    /** Everything that happened within a stretch of wall time but what other tables tell. */
    static Section section(Cells cells, Books books, String title, long fromMs, long toMs) {
        return section(cells, books, title, kind -> !ELSEWHERE.contains(kind), fromMs, toMs);
    }

    /** The same of the days asked for, of which the reader may see. */
    static Section section(Cells cells, Books books, Asked asked) {
        List<Line> lines = asked.scope().times(books, asked).stream()
                .flatMap(span ->
                        books
                                .within(Math.max(span.fromMs(), asked.fromMs()), Math.min(span.toMs(), asked.toMs()))
                                .stream())
                .toList();
        return section(cells, books, "deeds", lines, kind -> !ELSEWHERE.contains(kind));
    }

    /** What happened of some kinds. */
    static Section section(Cells cells, Books books, String title, Predicate<String> kinds, long fromMs, long toMs) {
        return section(cells, books, title, books.within(fromMs, toMs), kinds);
    }

    private static Section section(Cells cells, Books books, String title, List<Line> lines, Predicate<String> kinds) {
        Cells.Rows rows = cells.rows(title, "time", "what", "who", "words", "entry");
        lines.stream()
                .filter(line -> kinds.test(line.kind()))
                .sorted(Line.ORDER)
                .limit(ROWS_MAX)
                .forEach(line -> row(rows, cells, books, line));
        return rows.done();
    }

    static void row(Cells.Rows rows, Cells cells, Books books, Line line) {
        rows.row(
                cells.time(line.utcMs()),
                cells.known("rep.kind.", line.kind()),
                who(line, books),
                DeedWords.of(line, cells.named()),
                line.place());
    }
}
