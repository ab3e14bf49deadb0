package io.pumpwatch.rounds;

import io.pumpwatch.rounds.JobCommand.CloseJob;
import io.pumpwatch.rounds.JobCommand.CountTool;
import io.pumpwatch.rounds.JobCommand.JoinJob;
import io.pumpwatch.rounds.JobCommand.LeaveJob;
import io.pumpwatch.rounds.JobCommand.OpenJob;
import io.pumpwatch.rounds.JobCommand.RemoveLock;
import io.pumpwatch.rounds.JobCommand.SignGauge;
import io.pumpwatch.rounds.JobCommand.SignStep;
import io.pumpwatch.rounds.JobCommand.SkipStep;
import io.pumpwatch.rounds.JobEvent.GaugeSigned;
import io.pumpwatch.rounds.JobEvent.JobClosed;
import io.pumpwatch.rounds.JobEvent.JobJoined;
import io.pumpwatch.rounds.JobEvent.JobLeft;
import io.pumpwatch.rounds.JobEvent.JobOpened;
import io.pumpwatch.rounds.JobEvent.LockRemoved;
import io.pumpwatch.rounds.JobEvent.ToolCounted;
import io.pumpwatch.rounds.JobState.Job;
import io.pumpwatch.rounds.JobState.Signed;
import io.pumpwatch.rounds.JobState.Step;
import io.pumpwatch.rounds.JobState.Where;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Opening and closing of maintenance jobs, who works on them, and tools (E2, E5, lock-out). Pure. */
final class Jobs {
    static final Set<Role> LEADER = Set.of(Role.SHIFT_LEADER);

    private final Work work;
    private final long number;
    private final Job job;
    private final String by;

    private Jobs(Work work, long number, Job job, String by) {
        this.work = work;
        this.number = number;
        this.job = job;
        this.by = by;
    }

    static RoundsDecision decide(Work work, JobCommand command, String by) {
        if (command instanceof OpenJob e) {
            return open(work, e, by);
        }
        long number = numberOf(command);
        Job job = work.state().jobs().open().get(number);
        if (job == null) {
            return RoundsDecision.refuse("job.unknown", "job", Long.toString(number));
        }
        Jobs jobs = new Jobs(work, number, job, by);
        if (command instanceof JoinJob) {
            return jobs.join();
        }
        if (command instanceof LeaveJob) {
            return job.locks().containsKey(by) ? RoundsDecision.of(new JobLeft(number, by)) : jobs.notOn();
        }
        if (command instanceof RemoveLock e) {
            return jobs.remove(e);
        }
        if (command instanceof CloseJob e) {
            return jobs.close(e);
        }
        if (command instanceof CountTool e) {
            return jobs.count(e);
        }
        if (command instanceof SignGauge e) {
            // A gauge that shows less than nothing proves nothing.
            return e.value() >= 0
                    ? RoundsDecision.of(new GaugeSigned(number, e.value(), by))
                    : RoundsDecision.refuse("job.gauge-value", "job", Long.toString(number));
        }
        JobSteps steps = new JobSteps(work, number, job, by);
        return command instanceof SignStep e ? steps.sign(e) : steps.skip((SkipStep) command);
    }

    private static long numberOf(JobCommand command) {
        if (command instanceof JoinJob e) {
            return e.job();
        }
        if (command instanceof LeaveJob e) {
            return e.job();
        }
        if (command instanceof RemoveLock e) {
            return e.job();
        }
        if (command instanceof SignStep e) {
            return e.job();
        }
        if (command instanceof SkipStep e) {
            return e.job();
        }
        if (command instanceof SignGauge e) {
            return e.job();
        }
        if (command instanceof CountTool e) {
            return e.job();
        }
        return command instanceof CloseJob e ? e.job() : 0;
    }

    private static RoundsDecision open(Work work, OpenJob command, String by) {
        JobPlan plan = work.plan.job(command.kind());
        if (plan == null) {
            return RoundsDecision.refuse("job.kind", "kind", command.kind());
        }
        Tag tag = command.pump();
        RoundsPlan.@Nullable Pump pump = tag == null ? null : work.plan.pumps().get(tag);
        String named = tag == null ? "-" : tag.name();
        boolean fits = plan.pumps().isEmpty()
                ? tag == null
                : pump != null && plan.pumps().contains(pump.kind());
        if (!fits) {
            String kinds = plan.pumps().isEmpty() ? "-" : String.join(", ", new TreeSet<>(plan.pumps()));
            return RoundsDecision.refuse("job.pump", "kind", plan.id(), "pump", named, "pumps", kinds);
        }
        if (!work.facts.is(by, plan.roles()) && !work.facts.is(by, LEADER)) {
            return team(plan);
        }
        if (tag != null && work.facts.running().contains(tag)) {
            return RoundsDecision.refuse("job.pump-runs", "pump", named);
        }
        if (command.words().isBlank()) {
            return RoundsDecision.refuse("job.words");
        }
        boolean twice = work.state().jobs().open().values().stream()
                .anyMatch(job -> job.by().equals(by)
                        && job.kind().equals(plan.id())
                        && Objects.equals(job.pump(), tag)
                        && job.words().equals(command.words()));
        if (twice) {
            // Sent twice: one job, and one list of tools.
            return RoundsDecision.NOTHING;
        }
        List<Step> steps = plan.steps().stream()
                .map(step -> new Step(step.id(), step.text().in(work.plan.lang()), step.kind()))
                .toList();
        List<String> tools =
                plan.tools().stream().map(tool -> tool.in(work.plan.lang())).toList();
        return RoundsDecision.of(new JobOpened(
                work.state().jobs().ever() + 1,
                plan.id(),
                plan.name().in(work.plan.lang()),
                tag,
                command.words(),
                plan.live(),
                steps,
                tools,
                pump == null ? List.of() : pump.instruments(),
                by));
    }

    private static RoundsDecision team(JobPlan plan) {
        String roles =
                String.join(", ", plan.roles().stream().sorted().map(Role::name).toList());
        return RoundsDecision.refuse("job.team", "kind", plan.id(), "roles", roles);
    }

    private RoundsDecision notOn() {
        return RoundsDecision.refuse("job.not-on", "job", Long.toString(number), "person", by);
    }

    private RoundsDecision join() {
        if (job.locks().containsKey(by)) {
            return RoundsDecision.NOTHING;
        }
        JobPlan plan = work.plan.job(job.kind());
        if (plan != null && !work.facts.is(by, plan.roles())) {
            return team(plan);
        }
        if (job.live() && !work.facts.liveWork().contains(by)) {
            return RoundsDecision.refuse("job.certificate", "person", by);
        }
        return RoundsDecision.of(new JobJoined(number, by));
    }

    private RoundsDecision remove(RemoveLock command) {
        if (!job.locks().containsKey(command.person())) {
            return RoundsDecision.refuse("job.no-lock", "job", Long.toString(number), "person", command.person());
        }
        return command.reason().isBlank()
                ? RoundsDecision.refuse("reason.missing")
                : RoundsDecision.of(new LockRemoved(number, command.person(), command.reason(), by));
    }

    private RoundsDecision count(CountTool command) {
        List<String> names = new ArrayList<>(job.tools().keySet());
        String tool = command.tool();
        if (tool.matches("[0-9]{1,3}") && Integer.parseInt(tool) >= 1 && Integer.parseInt(tool) <= names.size()) {
            tool = names.get(Integer.parseInt(tool) - 1);
        }
        tool = kept(tool);
        Where was = job.tools().get(tool);
        if (was == null) {
            return RoundsDecision.refuse("job.tool", "job", Long.toString(number), "tool", tool);
        }
        if (was == command.where()) {
            return RoundsDecision.NOTHING;
        }
        if (command.where() == Where.MISSING) {
            if (!work.facts.is(by, LEADER)) {
                return RoundsDecision.refuse("job.tool-leader", "tool", tool);
            }
            if (command.words().isBlank()) {
                return RoundsDecision.refuse("reason.missing");
            }
        } else if (!job.locks().containsKey(by) && !work.facts.is(by, LEADER)) {
            return notOn();
        }
        return RoundsDecision.of(new ToolCounted(number, tool, command.where(), command.words(), by));
    }

    /** The name under which the job keeps a tool that was named in the other language. */
    private String kept(String named) {
        JobPlan plan = work.plan.job(job.kind());
        return plan == null || job.tools().containsKey(named)
                ? named
                : plan.tools().stream()
                        .filter(tool -> tool.en().equals(named) || tool.zh().equals(named))
                        .map(tool -> tool.in(work.plan.lang()))
                        .findFirst()
                        .orElse(named);
    }

    private RoundsDecision close(CloseJob command) {
        String named = Long.toString(number);
        if (!job.crew().contains(by) && !work.facts.is(by, LEADER)) {
            return notOn();
        }
        List<String> out = job.tools().entrySet().stream()
                .filter(tool -> tool.getValue() == Where.OUT)
                .map(Map.Entry::getKey)
                .toList();
        if (!out.isEmpty()) {
            return RoundsDecision.refuse("job.tools-out", "job", named, "tools", String.join(", ", out));
        }
        Step next = job.next();
        if (next != null) {
            return RoundsDecision.refuse("job.steps", "job", named, "step", next.id());
        }
        if (!job.locks().isEmpty()) {
            return RoundsDecision.refuse(
                    "job.locks",
                    "job",
                    named,
                    "people",
                    String.join(", ", job.locks().keySet()));
        }
        if (!command.tidy()) {
            return RoundsDecision.refuse("job.tidy", "job", named);
        }
        if (command.words().isBlank()) {
            return RoundsDecision.refuse("job.result", "job", named);
        }
        int skipped =
                (int) job.signed().values().stream().filter(Signed::skipped).count();
        int missing = (int) job.tools().values().stream()
                .filter(where -> where == Where.MISSING)
                .count();
        return RoundsDecision.of(new JobClosed(
                number, job.kind(), job.pump(), job.instruments(), command.words(), skipped, missing, by));
    }
}
