package io.pumpwatch.bench;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.config.StationFile;
import io.pumpwatch.journal.Draft;
import io.pumpwatch.journal.EntryId;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.view.records.Asked;
import io.pumpwatch.view.records.Books;
import io.pumpwatch.view.records.Report;
import io.pumpwatch.view.records.Reports;
import io.pumpwatch.view.records.Scope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How long the annual summary of a year takes, from the journal's lines to its tables: 144 alarms a day. */
public final class SummaryBench {
    private static final int ALARMS_A_DAY = 144;
    private static final int DAYS = 365;
    private static final long DAY_MS = 86_400_000;

    private SummaryBench() {}

    /** Prints entries and milliseconds. */
    public static void main(String[] args) {
        Loaded loaded = Objects.requireNonNull(
                StationFile.read(Path.of("config/full.toml")).loaded());
        LocalDate first = LocalDate.of(2026, 1, 1);
        long startMs = first.atStartOfDay(loaded.plan().zone()).toInstant().toEpochMilli();
        List<String> lines = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < ALARMS_A_DAY; i++) {
                long atMs = startMs + day * DAY_MS + i * 200_000L;
                add(lines, atMs, "UNACKED", "RAISE");
                add(lines, atMs + 20_000, "ACKED", "ACKNOWLEDGE");
                add(lines, atMs + 60_000, "NORMAL", "RETURN");
            }
        }
        long beginNs = System.nanoTime();
        Books books = new Books();
        lines.forEach(books::read);
        books.finish(startMs + DAYS * DAY_MS);
        Asked asked = new Asked(
                loaded.plan(),
                Lang.EN,
                first,
                LocalDate.of(2026, 12, 31),
                startMs + DAYS * DAY_MS,
                List.of(),
                Asked.Readings.NONE,
                Scope.ALL);
        Report report = Objects.requireNonNull(Reports.of("summary", books, asked));
        long tookMs = (System.nanoTime() - beginNs) / 1_000_000;
        System.out.println(lines.size() + " entries, " + report.sections().size() + " tables, " + tookMs + " ms");
    }

    private static void add(List<String> lines, long utcMs, String to, String on) {
        String body = "{\"id\":\"LT-301.HH\",\"from\":\"NORMAL\",\"to\":\"" + to + "\",\"on\":\"" + on
                + "\",\"value\":4.56,\"setpoint\":4.5,\"unit\":\"m\",\"priority\":\"HIGH\",\"counted\":true,"
                + "\"by\":\"op-1\"}";
        Stamp at = new Stamp(1, utcMs, utcMs - 1_700_000_000_000L, ClockTrust.NTP);
        lines.add(EntryLine.of(new EntryId(1, lines.size() + 1L), new Draft("alarm.moved", 1, body, at))
                .text());
    }
}
