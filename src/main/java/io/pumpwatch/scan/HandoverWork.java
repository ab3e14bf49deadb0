package io.pumpwatch.scan;

import static io.pumpwatch.scan.HandoverSheet.line;
import static io.pumpwatch.scan.HandoverSheet.utc;
import static io.pumpwatch.scan.HandoverSheet.word;

import io.pumpwatch.duty.HandoverItem;
import io.pumpwatch.duty.HandoverItem.Kind;
import io.pumpwatch.duty.HandoverPlan;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.rounds.SheetState;
import io.pumpwatch.rounds.Timetable;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Now;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The crew's own work in a handover sheet: what is open, who is inside, what was missed. Pure. */
public final class HandoverWork {
    private static final long DAY_MS = 86_400_000;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Less than half of the last digit that a sheet shows. */
    private static final double HALF_SHOWN = 0.005;

    private HandoverWork() {}

    /**
     * Checks before and after the shift (E6) that wait to be signed, as far as the station has such sheets; where the
     * crew changes early also those that still become due before the change.
     */
    public static List<String> checksOpen(StationPlan plan, StationState state, Lang lang, Now now) {
        List<String> open = new ArrayList<>();
        long changeMs = plan.duty().handover().nextChangeUtcMs(now);
        boolean early = changeMs >= 0
                && changeMs - now.utcMs() <= plan.duty().handover().earlyMs();
        for (SheetPlan sheet : plan.rounds().sheets()) {
            if (!sheet.rule().equals(HandoverPlan.CHECK_RULE)) {
                continue;
            }
            if (state.rounds().sheet(sheet.id()).open() != null) {
                open.add(sheet.named(lang));
            } else if (early) {
                Timetable.Slot next = Timetable.next(sheet.schedule(), plan.zone(), now.utcMs());
                if (next != null && next.fromMs() < changeMs) {
                    String from =
                            CLOCK.format(Instant.ofEpochMilli(next.fromMs()).atZone(plan.zone()));
                    open.add(sheet.named(lang) + " " + from);
                }
            }
        }
        return open;
    }

    /** A value with two digits; nothing is no less than nothing. */
    static String number(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%.2f", Math.abs(value) < HALF_SHOWN ? 0.0 : value)
                : "-";
    }

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
        waiting(state, items);
        for (SheetPlan sheet : plan.rounds().sheets()) {
            for (SheetState.Past missed : state.rounds().missedSince(sheet.id(), now.utcMs() - DAY_MS)) {
                String words = sheet.name().in(plan.lang()) + ", " + missed.key();
                items.add(line(Kind.ROUND, sheet.id(), "words", words, "key", missed.key(), "since", utc(missed.at())));
            }
        }
        return items;
    }

    /** Low pressure that nobody has handled, orders from above, and who is inside. */
    private static void waiting(StationState state, List<HandoverItem> items) {
        state.rounds()
                .openWork()
                .values()
                .forEach(work -> items.add(line(
                        Kind.WORK, work.point().toString(), "level", word(work.level()), "since", utc(work.at()))));
        state.duty()
                .handovers()
                .orders()
                .forEach(order -> items.add(line(
                        Kind.ORDER,
                        "",
                        "giver",
                        order.giver(),
                        "words",
                        order.words(),
                        "by",
                        order.by(),
                        "since",
                        utc(order.at()))));
        state.duty()
                .premises()
                .door()
                .inside()
                .forEach((number, visit) -> items.add(line(
                        Kind.VISITOR,
                        Long.toString(number),
                        "visitor",
                        state.duty().name(visit.name()),
                        "why",
                        visit.listed() ? "" : "outsider",
                        "escort",
                        visit.escort(),
                        "since",
                        utc(visit.at()))));
    }
}
