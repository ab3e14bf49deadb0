package io.pumpwatch.rounds;

import io.pumpwatch.rounds.JobEvent.GaugeSigned;
import io.pumpwatch.rounds.JobEvent.JobClosed;
import io.pumpwatch.rounds.JobEvent.JobJoined;
import io.pumpwatch.rounds.JobEvent.JobLeft;
import io.pumpwatch.rounds.JobEvent.JobOpened;
import io.pumpwatch.rounds.JobEvent.LockRemoved;
import io.pumpwatch.rounds.JobEvent.StepSigned;
import io.pumpwatch.rounds.JobEvent.StepSkipped;
import io.pumpwatch.rounds.JobEvent.ToolCounted;
import io.pumpwatch.rounds.JobState.Gauge;
import io.pumpwatch.rounds.JobState.Job;
import io.pumpwatch.rounds.JobState.Signed;
import io.pumpwatch.rounds.JobState.Where;
import io.pumpwatch.station.Stamp;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fold of jobs. */
final class JobFold {
    private JobFold() {}

    static JobState apply(JobState state, Stamp at, JobEvent event) {
        if (event instanceof JobOpened e) {
            SortedMap<String, Where> tools = new TreeMap<>();
            e.tools().forEach(tool -> tools.put(tool, Where.HOME));
            return state.with(
                    e.job(),
                    new Job(
                            e.kind(),
                            e.name(),
                            e.pump(),
                            e.words(),
                            e.live(),
                            e.by(),
                            at,
                            e.steps(),
                            e.instruments(),
                            new TreeMap<>(),
                            List.of(),
                            new TreeMap<>(),
                            tools,
                            null));
        }
        if (event instanceof JobClosed e) {
            return state.without(e.job());
        }
        if (event instanceof JobJoined e) {
            return state.with(e.job(), open(state, e.job()).joined(e.by(), at));
        }
        if (event instanceof JobLeft e) {
            return state.with(e.job(), open(state, e.job()).left(e.by()));
        }
        if (event instanceof LockRemoved e) {
            return state.with(e.job(), open(state, e.job()).left(e.person()));
        }
        if (event instanceof StepSigned e) {
            Signed signed = new Signed(false, e.words(), e.by(), at);
            return state.with(e.job(), open(state, e.job()).signed(e.step(), signed));
        }
        if (event instanceof StepSkipped e) {
            Signed skipped = new Signed(true, e.reason(), e.by(), at);
            return state.with(e.job(), open(state, e.job()).signed(e.step(), skipped));
        }
        if (event instanceof GaugeSigned e) {
            return state.with(e.job(), open(state, e.job()).gauged(new Gauge(e.value(), e.by(), at)));
        }
        ToolCounted e = (ToolCounted) event;
        return state.with(e.job(), open(state, e.job()).counted(e.tool(), e.where()));
    }

    private static Job open(JobState state, long number) {
        Job job = state.open().get(number);
        if (job == null) {
            throw new IllegalStateException("job " + number + " isn't open");
        }
        return job;
    }
}
