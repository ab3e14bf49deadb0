package io.pumpwatch.scan;

import static io.pumpwatch.scan.HandoverSheet.line;
import static io.pumpwatch.scan.HandoverSheet.utc;

import io.pumpwatch.duty.HandoverItem;
import io.pumpwatch.duty.HandoverItem.Kind;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.rounds.SheetState;
import io.pumpwatch.station.Now;
import java.util.ArrayList;
import java.util.List;

/** The crew's own work in a handover sheet: open defects and jobs, rounds and sheets that were missed. Pure. */
final class HandoverWork {
    private static final long DAY_MS = 86_400_000;

    private HandoverWork() {}

    static List<HandoverItem> of(StationPlan plan, StationState state, Now now) {
        List<HandoverItem> items = new ArrayList<>();
        state.rounds()
                .openDefects()
                .forEach((number, defect) -> items.add(line(
                        Kind.DEFECT,
                        Long.toString(number),
                        "equipment",
                        defect.equipment(),
                        "words",
                        defect.words(),
                        "by",
                        defect.by(),
                        "since",
                        utc(defect.at()))));
        state.rounds().openJobs().forEach((number, job) -> {
            String on = job.pump() == null ? "" : " " + job.pump();
            String people = String.join(
                    ", ", job.locks().keySet().stream().map(state.duty()::name).toList());
            String words = job.name() + on + ": " + job.words() + (people.isEmpty() ? "" : " (" + people + ")");
            items.add(line(
                    Kind.JOB,
                    Long.toString(number),
                    "words",
                    words,
                    "job",
                    job.kind(),
                    "pump",
                    job.pump() == null ? "" : job.pump().name(),
                    "told",
                    job.words(),
                    "people",
                    String.join(", ", job.locks().keySet()),
                    "since",
                    utc(job.at())));
        });
        for (SheetPlan sheet : plan.rounds().sheets()) {
            for (SheetState.Past missed : state.rounds().missedSince(sheet.id(), now.utcMs() - DAY_MS)) {
                String words = sheet.name().in(plan.lang()) + ", " + missed.key();
                items.add(line(Kind.ROUND, sheet.id(), "words", words, "key", missed.key(), "since", utc(missed.at())));
            }
        }
        return items;
    }
}
