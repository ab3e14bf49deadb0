package io.pumpwatch.app.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.station.Lang;
import io.pumpwatch.view.records.Asked;
import io.pumpwatch.view.records.Books;
import io.pumpwatch.view.records.Line;
import io.pumpwatch.view.records.Report;
import io.pumpwatch.view.records.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of a year's summary, and the plain lines that it was made of. */
abstract class YearTables {
    private static final Pattern UPTIME = Pattern.compile("\"uptime\":(\\d+)");

    final StationYear year;
    private final Report summary;

    YearTables(StationYear year) {
        this.year = year;
        Books books = new Books();
        year.lines.stream()
                .filter(line -> Books.wants(line.kind()))
                .forEach(line -> books.take(Line.of(EntryLine.head(line.text()))));
        books.finish(year.endMs());
        Asked asked = new Asked(
                year.plan(),
                Lang.EN,
                year.first,
                year.first.plusDays(year.days - 1L),
                year.endMs(),
                List.of(),
                Asked.Readings.NONE);
        this.summary = Objects.requireNonNull(Reports.of("summary", books, asked));
    }

    final List<List<String>> table(String title) {
        return summary.sections().stream()
                .filter(section -> section.title().contains(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " of "
                        + summary.sections().stream().map(Report.Section::title).toList()))
                .rows();
    }

    final List<String> row(String title, Predicate<List<String>> which, String what) {
        return table(title).stream()
                .filter(which)
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + " in " + table(title)));
    }

    final List<String> row(String title, String first) {
        return row(title, row -> row.get(0).equals(first), first);
    }

    final List<String> lines(String kind, String... texts) {
        List<String> found = new ArrayList<>();
        for (EntryLine line : year.lines) {
            if (line.kind().equals(kind)) {
                String text = line.text();
                if (List.of(texts).stream().allMatch(text::contains)) {
                    found.add(text);
                }
            }
        }
        return found;
    }

    static long uptime(String line) {
        Matcher matcher = UPTIME.matcher(line);
        assertTrue(matcher.find(), line);
        return Long.parseLong(matcher.group(1));
    }

    static String text(String line, String member) {
        Matcher matcher = Pattern.compile("\"" + member + "\":\"?([^\",}]*)").matcher(line);
        return matcher.find() ? matcher.group(1) : "";
    }
}
