package io.pumpwatch.view.records;

import io.pumpwatch.station.Words;
import io.pumpwatch.view.records.Report.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Entries in words: who did what, and when. Pure. */
final class Deeds {
    /** Fields that say what an entry is about, in the order of the words. */
    private static final List<String> FIELDS = List.of(
            "point",
            "id",
            "pump",
            "header",
            "level",
            "value",
            "equipment",
            "sheet",
            "key",
            "rule",
            "item",
            "topic",
            "words",
            "reason",
            "cause",
            "action",
            "why",
            "fault",
            "part",
            "folder");

    /** Told in tables of their own, or of no use to a reader. */
    private static final Set<String> ELSEWHERE = Set.of(
            "alarm.moved",
            "agent.trip-curve",
            "agent.head-signed",
            "agent.config-loaded",
            "duty.handover-items",
            "duty.signed-on",
            "duty.signed-off");

    /** Fields of which only the code is kept, with the family of its words. */
    private static final Map<String, String> CODES =
            Map.of("duty.handover-refused reason", "handover.reason.", "duty.sign-on-blocked why", "rep.blocked.");

    private static final int ROWS_MAX = 2_000;

    private Deeds() {}

    /** What the entry is about, codes in words. */
    static String words(Line line, Words words) {
        List<String> parts = new ArrayList<>();
        for (String field : FIELDS) {
            String text = line.text(field);
            if (!text.isEmpty()) {
                String key = CODES.getOrDefault(line.kind() + " " + field, "-")
                        + text.toLowerCase(Locale.ROOT).replace('_', '-');
                parts.add(words.has(key) ? words.say(key) : text);
            }
        }
        if (line.kind().equals("duty.handover-refused") && !line.text("person").isEmpty()) {
            parts.add(line.text("person"));
        }
        parts.addAll(line.texts("missing"));
        return String.join(" · ", parts);
    }

    /** Who did it; empty where nobody did. */
    static String who(Line line, Books books) {
        String by = line.text("by");
        return books.name(by.isEmpty() ? line.text("person") : by);
    }

    /** Everything that happened within a stretch of wall time but what other tables tell. */
    static Section section(Cells cells, Books books, String title, long fromMs, long toMs) {
        Cells.Rows rows = cells.rows(title, "time", "what", "who", "words", "entry");
        books.within(fromMs, toMs).stream()
                .filter(line -> !ELSEWHERE.contains(line.kind()))
                .sorted(Comparator.comparingLong(Line::epoch).thenComparingLong(Line::seq))
                .limit(ROWS_MAX)
                .forEach(line -> row(rows, cells, books, line));
        return rows.done();
    }

    static void row(Cells.Rows rows, Cells cells, Books books, Line line) {
        rows.row(
                cells.time(line.utcMs()),
                cells.known("rep.kind.", line.kind()),
                who(line, books),
                words(line, cells.words()),
                line.place());
    }
}
