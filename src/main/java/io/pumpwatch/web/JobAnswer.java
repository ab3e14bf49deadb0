package io.pumpwatch.web;

import io.pumpwatch.api.Jobs;
import io.pumpwatch.rounds.JobPlan;
import io.pumpwatch.rounds.JobState;
import io.pumpwatch.rounds.JobState.Job;
import io.pumpwatch.rounds.JobState.Signed;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import io.pumpwatch.view.Named;
import io.pumpwatch.view.StationView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maintenance jobs as the API tells them. */
final class JobAnswer {
    private final StationView view;
    private final Lang lang;

    JobAnswer(StationView view, Lang lang) {
        this.view = view;
        this.lang = lang;
    }

    Jobs list() {
        List<Jobs.Job> open = new ArrayList<>();
        view.state().rounds().openJobs().forEach((number, job) -> open.add(job(number, job)));
        List<Jobs.Kind> kinds = new ArrayList<>();
        for (JobPlan plan : view.plan().rounds().jobs()) {
            kinds.add(kind(plan));
        }
        return new Jobs(view.plan().zone().getId(), open, kinds, SwingWords.of(view, lang));
    }

    private Jobs.Kind kind(JobPlan plan) {
        return new Jobs.Kind(
                plan.id(),
                plan.name().in(lang),
                plan.pumps().stream().sorted().toList(),
                plan.roles().stream().sorted().map(Wire::word).toList(),
                plan.live(),
                plan.tools().stream().map(tool -> tool.in(lang)).toList(),
                plan.steps().stream().map(JobPlan.Step::text).map(this::said).toList());
    }

    private String said(Text text) {
        return text.in(lang);
    }

    /** Words of the definition in the reader's language, as long as they are those that the job was opened with. */
    private String said(String kept, @Nullable Text now) {
        return now != null && now.in(view.plan().lang()).equals(kept) ? now.in(lang) : kept;
    }

    private static @Nullable Text step(@Nullable JobPlan plan, String id) {
        return plan == null
                ? null
                : plan.steps().stream()
                        .filter(step -> step.id().equals(id))
                        .map(JobPlan.Step::text)
                        .findFirst()
                        .orElse(null);
    }

    private Jobs.Job job(long number, Job job) {
        JobState.Step next = job.next();
        JobPlan plan = view.plan().rounds().job(job.kind());
        List<Jobs.Lock> locks = new ArrayList<>();
        job.locks()
                .forEach((person, since) ->
                        locks.add(new Jobs.Lock(person, AlarmAnswer.nameOf(view, person), Wire.utc(since))));
        List<Jobs.Step> steps = new ArrayList<>();
        for (JobState.Step step : job.steps()) {
            Signed signed = job.signed().get(step.id());
            String state = signed == null ? "open" : signed.skipped() ? "skipped" : "signed";
            steps.add(new Jobs.Step(
                    steps.size() + 1,
                    step.id(),
                    said(step.text(), step(plan, step.id())),
                    Wire.word(step.kind()),
                    state,
                    signed == null ? "" : signed.words(),
                    signed == null ? null : signed.by(),
                    signed == null ? null : AlarmAnswer.nameOf(view, signed.by()),
                    signed == null ? null : Wire.utc(signed.at())));
        }
        Named named = Named.of(view, lang);
        List<Jobs.Tool> tools = new ArrayList<>();
        job.tools()
                .forEach((tool, where) -> tools.add(
                        new Jobs.Tool(tools.size() + 1, named.jobTool(Long.toString(number), tool), Wire.word(where))));
        JobState.Gauge gauge = job.gauge();
        Tag pump = job.pump();
        return new Jobs.Job(
                number,
                job.kind(),
                said(job.name(), plan == null ? null : plan.name()),
                pump == null ? null : pump.name(),
                job.words(),
                job.live(),
                job.by(),
                AlarmAnswer.nameOf(view, job.by()),
                Wire.utc(job.at()),
                next == null ? null : next.id(),
                job.lockedOut(),
                locks,
                steps,
                tools,
                job.instruments().stream().map(Tag::name).toList(),
                gauge == null
                        ? null
                        : new Jobs.Gauge(
                                gauge.value(), gauge.by(), AlarmAnswer.nameOf(view, gauge.by()), Wire.utc(gauge.at())));
    }
}
