package io.pumpwatch.view.records;

import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.AlarmId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules that a condition calls up: an accident, a job, a visit. Due is what the condition asked for. Pure. */
final class RuleEvents {
    /** An accident that no leader confirmed in this time isn't kept, ms. */
    private static final long CONFIRM_MS = 120_000;

    private final Map<String, RuleRow> rows;
    private final Books books;
    private final long fromMs;
    private final long toMs;

    private RuleEvents(Map<String, RuleRow> rows, Books books, long fromMs, long toMs) {
        this.rows = rows;
        this.books = books;
        this.fromMs = fromMs;
        this.toMs = toMs;
    }

    static void fill(Map<String, RuleRow> rows, Books books, StationPlan plan, long fromMs, long toMs) {
        RuleEvents events = new RuleEvents(rows, books, fromMs, toMs);
        events.accidents();
        events.remarks();
        // A job closes with every tool accounted for (E2) and every step signed (E4).
        events.each("E2", "rounds.job-closed", line -> line.whole("missing") == 0);
        events.each("E4", "rounds.job-closed", line -> line.whole("skipped") == 0);
        // Everybody signs on with all their gear; who was blocked did no work without it.
        events.each("E3", "duty.signed-on", line -> line.texts("missing").isEmpty());
        events.each(
                "D5",
                "duty.visitor-entered",
                line -> line.flag("listed") && !line.text("escort").isEmpty());
        events.each("D5", "duty.door-forced", line -> false);
        events.each("D5", "duty.outsider-inside", line -> false);
        events.each("D7", "duty.muster-called", events::mustered);
        events.certificates(plan);
        events.spray(plan);
        events.each("E5", "rounds.job-closed", line -> true);
        events.tidy();
    }

    private RuleRow row(String rule) {
        return RuleRow.times(rows, rule);
    }

    private void each(String rule, String kind, Predicate<Line> good) {
        books.of(kind, fromMs, toMs).forEach(line -> row(rule).once(good.test(line), line));
    }

    private void each(String rule, String kind, Predicate<Line> good, Predicate<Line> counts) {
        books.of(kind, fromMs, toMs).stream()
                .filter(counts)
                .forEach(line -> row(rule).once(good.test(line), line));
    }

    private boolean any(String kind, String field, Line of) {
        return books.of(kind).stream()
                .anyMatch(line -> line.text(field).equals(of.text(field)) && line.utcMs() >= of.utcMs());
    }

    private boolean mustered(Line called) {
        return !any("duty.muster-incomplete", "muster", called);
    }

    /** D1: whoever comes for work that needs a certificate has one, or was blocked. */
    private void certificates(StationPlan plan) {
        each("D1", "duty.signed-on", line -> true, line -> {
            DutyPlan.Work work = plan.duty().work().get(line.text("work"));
            return work != null && !work.certificates().isEmpty();
        });
        each(
                "D1",
                "duty.sign-on-blocked",
                line -> true,
                line -> line.text("why").startsWith("certificate."));
    }

    /** P5: each low spray pressure is handled before it goes up; handled later is late. */
    private void spray(StationPlan plan) {
        Set<String> points =
                plan.rounds().workPoints().stream().map(AlarmId::toString).collect(Collectors.toSet());
        for (AlarmBook.Raise raise : books.alarms().raises(fromMs, toMs)) {
            if (!points.contains(raise.point)) {
                continue;
            }
            Line handled = next("rounds.work-handled", raise);
            Line escalated = next("rounds.work-escalated", raise);
            boolean up = handled != null && escalated != null && escalated.utcMs() < handled.utcMs();
            RuleRow row = row("P5");
            row.due++;
            row.kept += handled != null && !up ? 1 : 0;
            row.late += up ? 1 : 0;
            row.missed += handled == null ? 1 : 0;
            if (handled != null) {
                row.lines.add(handled);
            }
        }
    }

    private @Nullable Line next(String kind, AlarmBook.Raise raise) {
        return books.of(kind).stream()
                .filter(line -> line.text("point").equals(raise.point) && line.utcMs() >= raise.at.utcMs())
                .findFirst()
                .orElse(null);
    }

    /** E7: confirmed in time, readings frozen, a statement signed. */
    private void accidents() {
        long last = 0;
        for (Line reported : books.of("duty.accident-reported", fromMs, toMs)) {
            if (reported.whole("accident") == last) {
                continue;
            }
            last = reported.whole("accident");
            Line confirmed = books.of("duty.accident-confirmed").stream()
                    .filter(line -> line.text("accident").equals(reported.text("accident")))
                    .findFirst()
                    .orElse(null);
            boolean inTime = confirmed != null && Spans.between(reported.at(), confirmed.at()) <= CONFIRM_MS;
            boolean good = inTime
                    && any("duty.evidence-kept", "accident", reported)
                    && any("duty.accident-stated", "accident", reported);
            row("E7").once(good, reported);
        }
    }

    /** Remarks and violations count for their rule: kept once they are closed. */
    private void remarks() {
        for (String kind : List.of("duty.remark-written", "duty.violation-recorded")) {
            for (Line line : books.of(kind, fromMs, toMs)) {
                boolean closed = any("duty.remark-closed", "remark", line);
                String rule = line.text("rule");
                boolean supervised = rule.startsWith("P");
                row(supervised ? "P6" : "E1").once(closed, line);
                if (kind.equals("duty.violation-recorded") && rows.containsKey(rule)) {
                    row(rule).missed++;
                    row(rule).due++;
                    row(rule).lines.add(line);
                }
            }
        }
    }

    /** E5 is an item of every round, job and handover: it is kept as those are. */
    private void tidy() {
        RuleRow tidy = row("E5");
        for (String rule : List.of("D6", "D4")) {
            RuleRow from = row(rule);
            tidy.due += from.due;
            tidy.kept += from.kept;
            tidy.late += from.late;
            tidy.missed += from.missed;
            tidy.unknown += from.unknown;
        }
    }
}
