package io.pumpwatch.app;

import io.pumpwatch.config.SiteRule;
import io.pumpwatch.history.Bucket;
import io.pumpwatch.history.History;
import io.pumpwatch.journal.Journal;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.StationView;
import io.pumpwatch.view.records.Asked;
import io.pumpwatch.view.records.Books;
import io.pumpwatch.view.records.Report;
import io.pumpwatch.view.records.ReportRequest;
import io.pumpwatch.view.records.Reports;
import java.util.List;

/** Makes reports of a journal and a history, of a running agent or of a stopped store. */
public final class RecordRoom {
    /** A reading older than this says nothing about the time asked for. */
    private static final long READING_MS = 60_000;

    private RecordRoom() {}

    /** What a trend says; a {@link History}'s query. */
    @FunctionalInterface
    public interface Query {
        /** Buckets between two wall times. */
        List<Bucket> between(Tag tag, long fromMs, long toMs, int points);
    }

    /** Reports of a running agent. */
    static StationService.Reporter reporter(Journal journal, Trends trends, Agent agent, List<SiteRule> rules) {
        return request -> {
            StationView view = agent.view();
            return report(
                    journal,
                    trends::query,
                    view.plan(),
                    rules,
                    request,
                    view.now().utcMs());
        };
    }

    /** The report of that kind, from every entry that the journal has. */
    public static Report report(
            Journal journal, Query history, StationPlan plan, List<SiteRule> rules, ReportRequest request, long nowMs) {
        Books books = books(journal);
        books.finish(nowMs);
        List<Asked.OwnRule> own = rules.stream()
                .map(rule -> new Asked.OwnRule(rule.id(), rule.text(), rule.shownBy()))
                .toList();
        Asked.Readings readings = (tag, utcMs) -> reading(history, tag, utcMs);
        Asked asked = new Asked(
                plan,
                request.lang(),
                request.from(),
                request.to(),
                Math.max(nowMs, books.lastMs()),
                own,
                readings,
                request.scope());
        Report report = Reports.of(request.kind(), books, asked);
        if (report == null) {
            throw new IllegalArgumentException("no report " + request.kind());
        }
        return report;
    }

    private static Books books(Journal journal) {
        Books books = new Books();
        journal.replay(journal.before(), entry -> books.read(entry.line()));
        return books;
    }

    /** The newest good reading of the minute before. */
    private static double reading(Query history, Tag tag, long utcMs) {
        double value = Double.NaN;
        for (Bucket bucket : history.between(tag, utcMs - READING_MS, utcMs + 1_000, 60)) {
            boolean good = bucket.count() > 0 && bucket.worst() != Quality.BAD;
            if (good && bucket.fromMs() <= utcMs) {
                value = bucket.last();
            }
        }
        return value;
    }
}
