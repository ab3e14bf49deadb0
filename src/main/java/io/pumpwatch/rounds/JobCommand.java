package io.pumpwatch.rounds;

import io.pumpwatch.station.Tag;
import org.jspecify.annotations.Nullable;

/** What is asked about maintenance jobs. */
public sealed interface JobCommand extends RoundsCommand {
    /**
     * Open a job; on a pump it drops that pump's start permit.
     *
     * @param kind id of its definition
     */
    record OpenJob(String kind, @Nullable Tag pump, String words) implements JobCommand {}

    /** Sign on to a job: one's own lock goes on. */
    record JoinJob(long job) implements JobCommand {}

    /** Sign off: one's own lock comes off. */
    record LeaveJob(long job) implements JobCommand {}

    /** The chief takes somebody's lock off. */
    record RemoveLock(long job, String person, String reason) implements JobCommand {}

    /** Sign a step. */
    record SignStep(long job, String step, String words) implements JobCommand {}

    /** Leave a step out, with the reason. */
    record SkipStep(long job, String step, String reason) implements JobCommand {}

    /** A second person signs what the pressure gauge on the spot shows. */
    record SignGauge(long job, double value) implements JobCommand {}

    /**
     * Count a tool.
     *
     * @param tool its name, or its place in the list counted from 1
     * @param words needed for a missing one
     */
    record CountTool(long job, String tool, JobState.Where where, String words) implements JobCommand {}

    /**
     * Close a job.
     *
     * @param tidy whether the place was left tidy (E5)
     */
    record CloseJob(long job, String words, boolean tidy) implements JobCommand {}
}
