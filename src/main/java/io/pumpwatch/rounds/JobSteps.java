package io.pumpwatch.rounds;

import io.pumpwatch.rounds.JobCommand.SignStep;
import io.pumpwatch.rounds.JobCommand.SkipStep;
import io.pumpwatch.rounds.JobEvent.StepSigned;
import io.pumpwatch.rounds.JobEvent.StepSkipped;
import io.pumpwatch.rounds.JobState.Gauge;
import io.pumpwatch.rounds.JobState.Job;
import io.pumpwatch.rounds.JobState.Step;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The steps of a job, one by one in their order (E4, lock-out, D1). Pure. */
final class JobSteps {
    /** A gauge reading proves nothing about a line after this. */
    static final long GAUGE_MS = 30 * 60_000L;

    private final Work work;
    private final long number;
    private final Job job;
    private final String by;

    JobSteps(Work work, long number, Job job, String by) {
        this.work = work;
        this.number = number;
        this.job = job;
        this.by = by;
    }

    RoundsDecision sign(SignStep command) {
        Step next = job.next();
        if (next == null || !isOrPlaced(next, command.step())) {
            return wrong(command.step(), next);
        }
        if (!job.locks().containsKey(by)) {
            return RoundsDecision.refuse("job.not-on", "job", Long.toString(number), "person", by);
        }
        if (job.live() && !work.facts.liveWork().contains(by)) {
            // It may have run out since they signed on.
            return RoundsDecision.refuse("job.certificate", "person", by);
        }
        if (job.pump() != null && !next.kind().lockOut() && !job.lockedOut()) {
            return RoundsDecision.refuse("job.lock-out", "step", next.id());
        }
        if (!next.kind().needsRelief() || job.pump() == null) {
            return RoundsDecision.of(new StepSigned(number, next.id(), command.words(), Double.NaN, null, "", by));
        }
        return relieved(next, command.words());
    }

    /** A good reading below the limit, or a second person's gauge reading of the last half hour. */
    private RoundsDecision relieved(Step step, String words) {
        Tag tag = job.pump();
        RoundsPlan.@Nullable Pump pump = tag == null ? null : work.plan.pumps().get(tag);
        double below = pump == null ? 0 : pump.relievedBelow();
        Tag instrument = pump == null ? null : pump.pressure();
        Reading reading = instrument == null ? null : work.facts.readings().get(instrument);
        boolean good = reading != null && reading.quality() == Quality.GOOD;
        if (good && reading != null && reading.value() < below) {
            return RoundsDecision.of(
                    new StepSigned(number, step.id(), words, reading.value(), reading.quality(), "", by));
        }
        Gauge gauge = job.gauge();
        boolean fresh = gauge != null && !gauge.by().equals(by) && fresh(gauge);
        boolean low = gauge != null && fresh && gauge.value() < below;
        // A good instrument that shows pressure outweighs a gauge, unless another pump keeps their header at it: then
        // it tells nothing of the line that is shut off.
        if (gauge != null && low && (!good || headerRuns(instrument))) {
            return RoundsDecision.of(new StepSigned(number, step.id(), words, gauge.value(), null, gauge.by(), by));
        }
        if (low && reading != null && instrument != null) {
            String value = String.format(Locale.ROOT, "%.2f", reading.value());
            return RoundsDecision.refuse(
                    "job.pressure-shown", "step", step.id(), "value", value, "instrument", instrument.name());
        }
        if (gauge != null && gauge.by().equals(by) && fresh(gauge)) {
            return RoundsDecision.refuse("job.gauge-own", "step", step.id(), "person", by);
        }
        return RoundsDecision.refuse(
                "job.pressure",
                "step",
                step.id(),
                "below",
                String.format(Locale.ROOT, "%s", below),
                "instrument",
                instrument == null ? "-" : instrument.name());
    }

    private boolean headerRuns(@Nullable Tag instrument) {
        return work.plan.pumps().values().stream()
                .anyMatch(pump -> Objects.equals(pump.pressure(), instrument)
                        && !pump.tag().equals(job.pump())
                        && work.facts.running().contains(pump.tag()));
    }

    private boolean fresh(Gauge gauge) {
        long ageMs = work.since(gauge.at());
        return ageMs >= 0 && ageMs <= GAUGE_MS;
    }

    private boolean isOrPlaced(Step step, String named) {
        return step.id().equals(named)
                || Integer.toString(job.steps().indexOf(step) + 1).equals(named);
    }

    private RoundsDecision wrong(String named, @Nullable Step next) {
        return RoundsDecision.refuse("job.step", "step", named, "next", next == null ? "-" : next.id());
    }

    RoundsDecision skip(SkipStep command) {
        Step next = job.next();
        if (next == null || !isOrPlaced(next, command.step())) {
            return wrong(command.step(), next);
        }
        if (command.reason().isBlank()) {
            return RoundsDecision.refuse("reason.missing");
        }
        boolean leads = work.facts.is(by, Jobs.LEADER);
        if (next.kind().lockOut() && !leads) {
            return RoundsDecision.refuse("job.skip-leader", "step", next.id());
        }
        return job.locks().containsKey(by) || leads
                ? RoundsDecision.of(new StepSkipped(number, next.id(), command.reason(), by))
                : RoundsDecision.refuse("job.not-on", "job", Long.toString(number), "person", by);
    }
}
