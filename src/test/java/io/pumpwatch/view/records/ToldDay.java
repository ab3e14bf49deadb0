package io.pumpwatch.view.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Stamp;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A day of records that a test tells entry by entry. */
abstract class ToldDay {
    static final Loaded FULL =
            Objects.requireNonNull(StationFile.read(Path.of("config/full.toml")).loaded());
    private static final ZoneId ZONE = FULL.plan().zone();
    static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    final List<Line> lines = new ArrayList<>();

    static long ms(double hour) {
        return DAY.atStartOfDay(ZONE).toInstant().toEpochMilli() + Math.round(hour * 3_600_000);
    }

    void at(double hour, String kind, Object... namesAndValues) {
        Map<String, Object> body = new java.util.TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        Stamp stamp = new Stamp(1, ms(hour), ms(hour) - ms(-1), ClockTrust.NTP);
        lines.add(new Line(1, lines.size() + 1, stamp, kind, body));
    }

    Asked asked(double nowHour) {
        return new Asked(FULL.plan(), Lang.EN, DAY, DAY, ms(nowHour), List.of(), Asked.Readings.NONE, Scope.ALL);
    }

    Books books(double nowHour) {
        Books books = new Books();
        lines.forEach(books::take);
        books.finish(ms(nowHour));
        return books;
    }

    List<RuleRow> rows(double nowHour) {
        return RulePage.rows(books(nowHour), asked(nowHour));
    }

    RuleRow row(double nowHour, String rule, boolean hours) {
        return rows(nowHour).stream()
                .filter(row -> row.rule.equals(rule) && row.hours == hours)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + rule));
    }

    static void is(RuleRow row, double due, double kept, double late, double missed, double unknown) {
        assertEquals(
                List.of(due, kept, late, missed, unknown),
                List.of(round(row.due), round(row.kept), round(row.late), round(row.missed), round(row.unknown)),
                row.rule + ": due, kept, late, missed, unknown");
    }

    private static double round(double hours) {
        return Math.round(hours * 1_000) / 1_000.0;
    }
}
