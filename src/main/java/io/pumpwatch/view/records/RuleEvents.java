package io.pumpwatch.view.records;

import io.pumpwatch.duty.DutyPlan;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.AlarmId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules that a condition calls up: an accident, a job, a visit. Due is what the condition asked for. Pure. */
final class RuleEvents {
    private static final long DAY_MS = 86_400_000;
    /** So long after an accident its readings are frozen; sooner nothing is missing, unless nobody confirmed it. */
    private static final long EVIDENCE_MS = 35 * 60_000L;

    /** What the agent records of itself as a violation comes right behind the act that it is part of. */
    private static final Set<String> COUNTED =
            Set.of("duty.signed-on", "duty.outsider-inside", "duty.handover-accepted");

    private final Map<String, RuleRow> rows;
    private final Books books;
    private final Asked asked;
    private final long fromMs;
    private final long toMs;

    private RuleEvents(Map<String, RuleRow> rows, Books books, Asked asked, long fromMs, long toMs) {
        this.rows = rows;
        this.books = books;
        this.asked = asked;
        this.fromMs = fromMs;
        this.toMs = toMs;
    }

    static void fill(Map<String, RuleRow> rows, Books books, Asked asked, long fromMs, long toMs) {
        StationPlan plan = asked.plan();
        RuleEvents events = new RuleEvents(rows, books, asked, fromMs, toMs);
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
        events.alone();
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

    /**
     * D5: an outsider is counted once, as a visitor who isn't on the list; that a pump ran stands behind it. One who is
     * on the list and whose escort had to leave came in as they must, so that they were alone counts by itself.
     */
    private void alone() {
        Set<String> listed = new HashSet<>();
        books.of("duty.visitor-entered").stream()
                .filter(line -> line.flag("listed"))
                .forEach(line -> listed.add(line.text("visit")));
        for (Line line : books.of("duty.outsider-inside", fromMs, toMs)) {
            if (listed.contains(line.text("visit"))) {
                row("D5").once(false, line);
            } else {
                row("D5").lines.add(line);
            }
        }
    }

    private boolean mustered(Line called) {
        return !any("duty.muster-incomplete", "muster", called);
    }

    /** D1: whoever comes for work that needs a certificate has one, or was blocked; it mustn't end while they work. */
    private void certificates(StationPlan plan) {
        each("D1", "duty.signed-on", line -> true, line -> {
            DutyPlan.Work work = plan.duty().work().get(line.text("work"));
            return work != null && !work.certificates().isEmpty();
        });
        Set<String> live = new HashSet<>();
        books.of("rounds.job-opened").stream()
                .filter(line -> line.flag("live"))
                .forEach(line -> live.add(line.text("job")));
        each("D1", "rounds.job-joined", line -> true, line -> live.contains(line.text("job")));
        each(
                "D1",
                "duty.sign-on-blocked",
                line -> true,
                line -> line.text("why").startsWith("certificate."));
        String ended = DutyPlan.DUTY.alarm(DutyPlan.LIVE_WORK).toString();
        for (AlarmBook.Raise raise : books.alarms().raises(fromMs, toMs)) {
            if (raise.point.equals(ended)) {
                row("D1").due++;
                row("D1").missed++;
            }
        }
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
            if (handled == null && escalated == null) {
                // It is still the operators' to handle.
                continue;
            }
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
        long confirmMs = asked.plan().duty().accidentConfirmMs();
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
            boolean inTime = confirmed != null && Spans.between(reported.at(), confirmed.at()) <= confirmMs;
            boolean good = inTime
                    && any("duty.evidence-kept", "accident", reported)
                    && any("duty.accident-stated", "accident", reported);
            boolean late = confirmed == null ? asked.nowMs() - reported.utcMs() > confirmMs : !inTime;
            if (good || late || asked.nowMs() - reported.utcMs() > EVIDENCE_MS) {
                row("E7").once(good, reported);
            }
        }
    }

    /**
     * Remarks and violations: kept once they are closed in their time, late after it. One that is open within its time
     * isn't due yet. A violation is a miss of its own rule too, unless the act that it is part of counts there already.
     */
    private void remarks() {
        long allowedMs = asked.plan().duty().crew().remarkDays() * DAY_MS;
        Set<String> acts = new HashSet<>();
        COUNTED.forEach(kind ->
                books.of(kind, fromMs, toMs).forEach(line -> acts.add(line.epoch() + "/" + (line.seq() + 1))));
        for (String kind : List.of("duty.remark-written", "duty.violation-recorded")) {
            for (Line line : books.of(kind, fromMs, toMs)) {
                String rule = line.text("rule");
                remark(row(rule.startsWith("P") ? "P6" : "E1"), line, allowedMs);
                boolean counted = acts.contains(line.place());
                if (kind.equals("duty.violation-recorded") && rows.containsKey(rule)) {
                    row(rule).due += counted ? 0 : 1;
                    row(rule).missed += counted ? 0 : 1;
                    row(rule).lines.add(line);
                }
            }
        }
    }

    private void remark(RuleRow row, Line written, long allowedMs) {
        Line closed = books.of("duty.remark-closed").stream()
                .filter(line -> line.text("remark").equals(written.text("remark")) && written.before(line))
                .findFirst()
                .orElse(null);
        long openMs = closed == null ? asked.nowMs() - written.utcMs() : Spans.between(written.at(), closed.at());
        boolean overdue = allowedMs > 0 && openMs > allowedMs;
        row.due += closed != null || overdue ? 1 : 0;
        row.kept += closed != null && !overdue ? 1 : 0;
        row.late += closed != null && overdue ? 1 : 0;
        row.missed += closed == null && overdue ? 1 : 0;
        row.lines.add(written);
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
