package io.pumpwatch.app.demo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.station.Lang;
import io.pumpwatch.view.records.Asked;
import io.pumpwatch.view.records.Books;
import io.pumpwatch.view.records.Report;
import io.pumpwatch.view.records.Reports;
import io.pumpwatch.view.records.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of a year's summary, and the plain lines that it was made of. */
abstract class YearTables {
    private static final Pattern UTC = Pattern.compile("\"utc\":\"([^\"]+)\"");
    private static final Pattern UPTIME = Pattern.compile("\"uptime\":(\\d+)");

    final StationYear year;
    private final Report summary;
    private final BitSet watched;
    /** By boot, the line that tells of the clock's setting. */
    private final Map<String, String> settings = new HashMap<>();

    YearTables(StationYear year) {
        this.year = year;
        Books books = new Books();
        year.lines.forEach(line -> books.read(line.text()));
        books.finish(year.endMs());
        Asked asked = new Asked(
                year.plan(),
                Lang.EN,
                year.first,
                year.first.plusDays(year.days - 1L),
                year.endMs(),
                List.of(),
                Asked.Readings.NONE,
                Scope.ALL);
        lines("agent.clock-stepped").forEach(line -> settings.put(text(line, "boot"), line));
        this.watched = watched();
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

    /** From one entry to a later one: by uptime within a boot, else by the wall. */
    static long between(String from, String to) {
        boolean same = text(from, "boot").equals(text(to, "boot"));
        return same ? uptime(to) - uptime(from) : utcMs(to) - utcMs(from);
    }

    /** When a line was true: what an unset clock said is replaced by how long before its setting it was. */
    private long trueMs(String line) {
        String set = line.contains("\"clock\":\"unset\"") ? settings.get(text(line, "boot")) : null;
        return set == null ? utcMs(line) : utcMs(set) - (uptime(set) - uptime(line));
    }

    private static long uptime(String line) {
        Matcher matcher = UPTIME.matcher(line);
        assertTrue(matcher.find(), line);
        return Long.parseLong(matcher.group(1));
    }

    private static long utcMs(String line) {
        return Instant.parse(
                        UTC.matcher(line).results().findFirst().orElseThrow().group(1))
                .toEpochMilli();
    }

    /** Minutes of true time that lie between two entries of one boot. */
    private BitSet watched() {
        BitSet minutes = new BitSet();
        String before = year.lines.get(0).text();
        for (EntryLine each : year.lines) {
            String line = each.text();
            boolean follows = text(before, "boot").equals(text(line, "boot"));
            if (follows) {
                minutes.set(minute(trueMs(before)), minute(trueMs(line)));
            }
            before = line;
        }
        minutes.set(minute(trueMs(before)), minute(year.endMs()));
        return minutes;
    }

    private int minute(long utcMs) {
        return Math.toIntExact((utcMs - year.beginMs) / YearFaults.MINUTE_MS);
    }

    /** Time of which the entries can't tell. */
    final long unknownMs(long fromMs, long toMs) {
        int from = Math.max(0, minute(fromMs));
        int seen = watched.get(from, Math.max(from, minute(toMs))).cardinality();
        return toMs - fromMs - seen * YearFaults.MINUTE_MS;
    }

    static String text(String line, String member) {
        Matcher matcher = Pattern.compile("\"" + member + "\":\"?([^\",}]*)").matcher(line);
        return matcher.find() ? matcher.group(1) : "";
    }
}
