package io.pumpwatch.view.records;

import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.station.Tag;
import io.pumpwatch.view.records.AlarmBook.Raise;
import io.pumpwatch.view.records.Report.Section;
import io.pumpwatch.view.records.Spans.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The summary of a period or a year (D9). Pure. */
final class Summary {
    private static final long DAY_MS = 86_400_000;
    private static final int TOP = 10;
    private static final int PAPER_DAYS = 60;

    private Summary() {}

    static List<Section> sections(Books books, Asked asked, Cells cells) {
        long fromMs = asked.fromMs();
        long toMs = asked.untilMs();
        List<Section> all = new ArrayList<>();
        all.add(alarms(books, cells, fromMs, toMs));
        all.add(top(books, cells, fromMs, toMs));
        all.addAll(RulePage.sections(books, asked, cells).subList(0, 1));
        all.add(defects(books, asked, cells));
        all.add(pumps(books, asked, cells));
        all.add(levels(books, asked, cells));
        all.add(happened(books, cells, fromMs, toMs));
        all.add(papers(books, asked, cells));
        all.add(AttendanceReport.sections(books, asked, cells).get(0));
        long unknownMs = books.unknownMs(fromMs, toMs);
        all.add(cells.rows("coverage", "hours", "unknownHours", "percent", "entries", "placed")
                .row(
                        Cells.hours(toMs - fromMs),
                        Cells.hours(unknownMs),
                        Cells.percent(toMs - fromMs - unknownMs, toMs - fromMs),
                        Long.toString(books.lines()),
                        Long.toString(books.placed()))
                .done());
        return all;
    }

    private static Section alarms(Books books, Cells cells, long fromMs, long toMs) {
        Map<String, List<Raise>> byPriority = new TreeMap<>();
        for (String priority : List.of("CRITICAL", "HIGH", "MEDIUM", "LOW")) {
            byPriority.put(priority, new ArrayList<>());
        }
        for (Raise raise : books.alarms().raises(fromMs, toMs)) {
            if (raise.counted) {
                byPriority
                        .computeIfAbsent(raise.priority, key -> new ArrayList<>())
                        .add(raise);
            }
        }
        Cells.Rows rows = cells.rows(
                "alarmClasses", "priority", "count", "perDay", "acknowledged", "meanResponse", "longestResponse");
        double days = Math.max(1.0, (toMs - fromMs) / (double) DAY_MS);
        byPriority.forEach((priority, raises) -> {
            List<Long> responses = raises.stream()
                    .filter(raise -> raise.responseMs >= 0)
                    .map(raise -> raise.responseMs)
                    .toList();
            long sum = responses.stream().mapToLong(each -> each).sum();
            rows.row(
                    cells.known("priority.", priority),
                    Integer.toString(raises.size()),
                    Cells.number(raises.size() / days),
                    Integer.toString(responses.size()),
                    responses.isEmpty() ? "" : Cells.seconds(sum / responses.size()),
                    responses.isEmpty()
                            ? ""
                            : Cells.seconds(responses.stream()
                                    .mapToLong(each -> each)
                                    .max()
                                    .orElse(0)));
        });
        return rows.done();
    }

    private static Section top(Books books, Cells cells, long fromMs, long toMs) {
        Map<String, Integer> counts = new TreeMap<>();
        books.alarms().raises(fromMs, toMs).stream()
                .filter(raise -> raise.counted)
                .forEach(raise -> counts.merge(raise.point, 1, Integer::sum));
        Cells.Rows rows = cells.rows("topAlarms", "alarm", "count", "what");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOP)
                .forEach(each -> rows.row(
                        each.getKey(),
                        Integer.toString(each.getValue()),
                        cells.named().alarm(each.getKey())));
        return rows.done();
    }

    /** Defects of the period, and those from before that were open in it. */
    private static Section defects(Books books, Asked asked, Cells cells) {
        Map<String, Line> closed = new TreeMap<>();
        books.of("rounds.defect-closed").forEach(line -> closed.put(line.text("defect"), line));
        Cells.Rows rows = cells.rows("defects", "number", "equipment", "words", "found", "who", "closed", "ageDays");
        for (Line found : books.of("rounds.defect-found")) {
            Line end = closed.get(found.text("defect"));
            boolean touches = found.utcMs() < asked.untilMs() && (end == null || end.utcMs() >= asked.fromMs());
            if (touches) {
                long endMs = end == null ? asked.untilMs() : Math.min(end.utcMs(), asked.untilMs());
                rows.row(
                        found.text("defect"),
                        found.text("equipment"),
                        found.text("words"),
                        cells.time(found.utcMs()),
                        books.name(found.text("by")),
                        end == null ? "" : cells.time(end.utcMs()),
                        Long.toString((endMs - found.utcMs()) / DAY_MS));
            }
        }
        return rows.done();
    }

    private static Section pumps(Books books, Asked asked, Cells cells) {
        Cells.Rows rows = cells.rows("pumps", "pump", "starts", "hours", "unexpected");
        asked.plan().interlocks().pumps().forEach(pump -> {
            List<PumpBook.Run> runs = books.pumps().runs(asked.fromMs(), asked.untilMs()).stream()
                    .filter(run -> run.pump.equals(pump.tag().name()))
                    .toList();
            long starts = runs.stream()
                    .filter(run -> run.start.utcMs() >= asked.fromMs())
                    .count();
            long unexpected =
                    runs.stream().filter(run -> run.why.equals("unknown")).count();
            rows.row(
                    pump.tag().name(),
                    Long.toString(starts),
                    Cells.hours(books.pumps().ranMs(pump.tag().name(), asked.fromMs(), asked.untilMs())),
                    Long.toString(unexpected));
        });
        return rows.done();
    }

    /** Levels as the sheets logged them, and how often and how long each stood high or low enough for an alarm. */
    private static Section levels(Books books, Asked asked, Cells cells) {
        Cells.Rows rows = cells.rows(
                "levels", "tag", "unit", "logged", "lowest", "mean", "highest", "lowAlarms", "highAlarms", "highHours");
        Set<Tag> tags = new LinkedHashSet<>();
        asked.plan().interlocks().sumps().forEach(sump -> tags.add(sump.level()));
        asked.plan().interlocks().tanks().forEach(tank -> tags.add(tank.level()));
        for (InstrumentPlan instrument : asked.plan().instruments()) {
            if (!tags.contains(instrument.tag())) {
                continue;
            }
            DoubleSummaryStatistics logged = books
                    .levels()
                    .beside(instrument.tag(), asked.plan().rounds().sheets(), asked.fromMs(), asked.untilMs())
                    .stream()
                    .mapToDouble(LevelBook.Entered::value)
                    .summaryStatistics();
            boolean none = logged.getCount() == 0;
            rows.row(
                    instrument.tag().name(),
                    instrument.unit(),
                    Long.toString(logged.getCount()),
                    none ? "" : Cells.number(logged.getMin()),
                    none ? "" : Cells.number(logged.getAverage()),
                    none ? "" : Cells.number(logged.getMax()),
                    Integer.toString(
                            raises(books, asked, instrument.tag(), "L", "LL").size()),
                    Integer.toString(
                            raises(books, asked, instrument.tag(), "H", "HH").size()),
                    Cells.hours(highMs(books, asked, instrument.tag())));
        }
        return rows.done();
    }

    /** Time above high or high-high, whichever the alarm was; a higher one suppresses the lower by design. */
    private static long highMs(Books books, Asked asked, Tag tag) {
        Set<String> points = Set.of(tag.alarm("H").toString(), tag.alarm("HH").toString());
        List<Span> spans = books.alarms().touching(points::contains, asked.fromMs(), asked.untilMs()).stream()
                .map(raise -> new Span(raise.at.utcMs(), raise.endMs(asked.untilMs())))
                .toList();
        return Spans.covered(spans, asked.fromMs(), asked.untilMs());
    }

    private static List<Raise> raises(Books books, Asked asked, Tag tag, String... conditions) {
        Set<String> points = Arrays.stream(conditions)
                .map(each -> tag.alarm(each).toString())
                .collect(Collectors.toSet());
        return books.alarms().raises(asked.fromMs(), asked.untilMs()).stream()
                .filter(raise -> raise.counted && points.contains(raise.point))
                .toList();
    }

    /** What a chief is asked about: trips, swings, accidents, floods, levels lost, violations. */
    private static Section happened(Books books, Cells cells, long fromMs, long toMs) {
        Cells.Rows rows = cells.rows("happened", "what", "count");
        for (String kind : List.of(
                "interlock.tripped",
                "interlock.swing-latched",
                "interlock.excursion-ended",
                "interlock.level-lost",
                "interlock.gauge-read",
                "interlock.flood-mode",
                "duty.muster-called",
                "alarm.flood-began",
                "duty.accident-reported",
                "duty.handover-accepted",
                "duty.handover-refused",
                "duty.violation-recorded",
                "duty.crew-short",
                "rounds.job-closed",
                "rounds.sheet-done",
                "rounds.sheet-missed",
                "agent.started",
                "agent.setpoint-changed")) {
            rows.row(
                    cells.known("rep.kind.", kind),
                    Integer.toString(books.of(kind, fromMs, toMs).size()));
        }
        return rows.done();
    }

    /** The newest paper of each kind that ends within the period or soon after it. */
    private static Section papers(Books books, Asked asked, Cells cells) {
        List<Line> told = new ArrayList<>(books.of("duty.paper-recorded"));
        told.addAll(books.of("duty.paper-withdrawn"));
        told.addAll(books.of("duty.person-left"));
        told.removeIf(line -> line.utcMs() >= asked.untilMs());
        told.sort(Line.ORDER);
        Map<String, Line> newest = new TreeMap<>();
        for (Line line : told) {
            String paper = line.text("person") + " " + line.text("sort") + " " + line.text("kind");
            switch (line.kind()) {
                case "duty.paper-recorded" -> newest.put(paper, line);
                case "duty.paper-withdrawn" -> newest.remove(paper);
                default -> newest.keySet().removeIf(key -> key.startsWith(line.text("person") + " "));
            }
        }
        String last = asked.to().plusDays(PAPER_DAYS).toString();
        Cells.Rows rows = cells.rows("papers", "name", "kind", "number", "expires");
        newest.values().stream()
                .filter(line -> line.text("expires").compareTo(last) <= 0)
                .sorted(Comparator.comparing(line -> line.text("expires")))
                .forEach(line -> rows.row(
                        books.name(line.text("person")),
                        cells.named().certificate(line.text("kind")),
                        line.text("number"),
                        line.text("expires")));
        return rows.done();
    }
}
