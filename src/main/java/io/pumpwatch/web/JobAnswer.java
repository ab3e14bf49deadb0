package io.pumpwatch.web;

import io.pumpwatch.api.Jobs;
import io.pumpwatch.rounds.JobPlan;
import io.pumpwatch.rounds.JobState;
import io.pumpwatch.rounds.JobState.Job;
import io.pumpwatch.rounds.JobState.Signed;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import io.pumpwatch.view.StationView;
import java.util.ArrayList;
import java.util.List;

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

    private String name(String id) {
        return AlarmAnswer.nameOf(view, id);
    }

    private Jobs.Job job(long number, Job job) {
        JobState.Step next = job.next();
        List<Jobs.Lock> locks = new ArrayList<>();
        job.locks().forEach((person, since) -> locks.add(new Jobs.Lock(person, name(person), Wire.utc(since))));
        List<Jobs.Step> steps = new ArrayList<>();
        for (JobState.Step step : job.steps()) {
            Signed signed = job.signed().get(step.id());
            String state = signed == null ? "open" : signed.skipped() ? "skipped" : "signed";
            steps.add(new Jobs.Step(
                    steps.size() + 1,
                    step.id(),
                    step.text(),
                    Wire.word(step.kind()),
                    state,
                    signed == null ? "" : signed.words(),
                    signed == null ? null : signed.by(),
                    signed == null ? null : name(signed.by()),
                    signed == null ? null : Wire.utc(signed.at())));
        }
        List<Jobs.Tool> tools = new ArrayList<>();
        job.tools().forEach((tool, where) -> tools.add(new Jobs.Tool(tools.size() + 1, tool, Wire.word(where))));
        JobState.Gauge gauge = job.gauge();
        Tag pump = job.pump();
        return new Jobs.Job(
                number,
                job.kind(),
                job.name(),
                pump == null ? null : pump.name(),
                job.words(),
                job.live(),
                job.by(),
                name(job.by()),
                Wire.utc(job.at()),
                next == null ? null : next.id(),
                job.lockedOut(),
                locks,
                steps,
                tools,
                job.instruments().stream().map(Tag::name).toList(),
                gauge == null
                        ? null
                        : new Jobs.Gauge(gauge.value(), gauge.by(), name(gauge.by()), Wire.utc(gauge.at())));
    }
}
