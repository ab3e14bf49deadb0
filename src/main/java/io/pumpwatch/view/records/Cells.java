package io.pumpwatch.view.records;

import io.pumpwatch.station.Words;
import io.pumpwatch.view.Named;
import io.pumpwatch.view.records.Report.Section;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes values as cells: one spelling for each. */
final class Cells {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final double HOUR_MS = 3_600_000;

    private final Words words;
    private final ZoneId zone;
    private final Named named;

    Cells(Named named) {
        this.words = Words.of(named.lang());
        this.zone = named.plan().zone();
        this.named = named;
    }

    /** Names for ids. */
    Named named() {
        return named;
    }

    String say(String key, String... namesAndValues) {
        Map<String, String> args = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            args.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return words.say("rep." + key, args);
    }

    /** Words of any key, or the text itself. */
    String known(String family, String word) {
        String key = family + word.toLowerCase(Locale.ROOT).replace('_', '-');
        return words.has(key) ? words.say(key) : word;
    }

    /** Local time to the second; empty for none. */
    String time(long utcMs) {
        return utcMs < 0 ? "" : LOCAL.format(Instant.ofEpochMilli(utcMs).atZone(zone));
    }

    /** Local time to the minute. */
    String minute(long utcMs) {
        return utcMs < 0 ? "" : MINUTE.format(Instant.ofEpochMilli(utcMs).atZone(zone));
    }

    static String hours(long ms) {
        return String.format(Locale.ROOT, "%.2f", ms / HOUR_MS);
    }

    static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "";
    }

    static String seconds(long ms) {
        return ms < 0 ? "" : Long.toString(Math.round(ms / 1_000.0));
    }

    static String percent(long part, long whole) {
        return whole <= 0 ? "" : String.format(Locale.ROOT, "%.1f", 100.0 * part / whole);
    }

    /** A table under construction; columns are keys {@code rep.col.*}. */
    final class Rows {
        private final String title;
        private final List<String> columns = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();

        private Rows(String title, String... keys) {
            this.title = title;
            for (String key : keys) {
                columns.add(say("col." + key));
            }
        }

        /** A column that isn't a key. */
        Rows column(String name) {
            columns.add(name);
            return this;
        }

        Rows row(String... cells) {
            return row(Arrays.asList(cells));
        }

        Rows row(List<String> cells) {
            if (cells.size() != columns.size()) {
                throw new IllegalStateException(cells.size() + " cells for " + columns + " of " + title);
            }
            rows.add(List.copyOf(cells));
            return this;
        }

        Section done() {
            return new Section(title, columns, rows);
        }
    }

    Rows rows(String titleKey, String... columnKeys) {
        return new Rows(say(titleKey), columnKeys);
    }
}
