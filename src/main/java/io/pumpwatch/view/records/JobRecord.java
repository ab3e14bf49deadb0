package io.pumpwatch.view.records;

import io.pumpwatch.view.records.Report.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maintenance jobs (E2, E4, E5), each whole: steps, tools, locks and signatures. Pure. */
final class JobRecord {
    /** Everything that is told of a maintenance job. */
    static final List<String> DEEDS = List.of(
            "rounds.job-opened",
            "rounds.job-joined",
            "rounds.step-signed",
            "rounds.step-skipped",
            "rounds.gauge-signed",
            "rounds.tool-counted",
            "rounds.job-left",
            "rounds.lock-removed",
            "rounds.job-closed");

    private JobRecord() {}

    static List<Section> sections(Books books, Asked asked, Cells cells) {
        Map<String, List<Line>> jobs = new LinkedHashMap<>();
        DEEDS.stream()
                .flatMap(kind -> books.of(kind).stream())
                .sorted(Line.ORDER)
                .forEach(line -> jobs.computeIfAbsent(line.text("job"), number -> new ArrayList<>())
                        .add(line));
        List<Section> all = new ArrayList<>();
        jobs.forEach((number, deeds) -> {
            if (within(deeds, asked) && asked.scope().shows(deeds)) {
                all.add(job(books, cells, number, deeds));
            }
        });
        return all;
    }

    /** Whether anything was done about the job on the days asked for. */
    private static boolean within(List<Line> deeds, Asked asked) {
        return deeds.stream().anyMatch(line -> line.utcMs() >= asked.fromMs() && line.utcMs() < asked.toMs());
    }

    private static Section job(Books books, Cells cells, String number, List<Line> deeds) {
        Cells.Rows rows = cells.rows("jobs", "time", "what", "who", "words", "entry");
        deeds.forEach(line -> Deeds.row(rows, cells, books, line));
        Section done = rows.done();
        String pump = deeds.get(0).text("pump");
        String title = cells.say(
                "job.title", "number", number, "kind", cells.named().job(books.jobKind(number)), "pump", pump);
        return new Section(title.strip(), done.columns(), done.rows());
    }
}
