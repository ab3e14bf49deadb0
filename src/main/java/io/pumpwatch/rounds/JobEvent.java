package io.pumpwatch.rounds;

import io.pumpwatch.rounds.JobState.Step;
import io.pumpwatch.rounds.JobState.Where;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A maintenance job from its opening to its closing. */
public sealed interface JobEvent extends RoundsEvent {
    /**
     * A job was opened; {@code job} counts from 1.
     *
     * @param pump whose start permit drops; null where it is on none
     * @param instruments that may be put out of service while it is open
     */
    record JobOpened(
            long job,
            String kind,
            String name,
            @Nullable Tag pump,
            String words,
            boolean live,
            List<Step> steps,
            List<String> tools,
            List<Tag> instruments,
            String by)
            implements JobEvent {}

    /** Somebody signed on; their lock is on. */
    record JobJoined(long job, String by) implements JobEvent {}

    /** Somebody signed off; their lock is off. */
    record JobLeft(long job, String by) implements JobEvent {}

    /** The chief took somebody's lock off. */
    record LockRemoved(long job, String person, String reason, String by) implements JobEvent {}

    /**
     * A step was signed.
     *
     * @param pressure that proved the line relieved, NaN where the step needs none
     * @param quality of that reading; null where a second person's gauge reading proved it, or none was needed
     * @param second who signed that gauge reading; empty where nobody had to
     */
    record StepSigned(
            long job,
            String step,
            String words,
            double pressure,
            @Nullable Quality quality,
            String second,
            String by) implements JobEvent {}

    /** A step was left out. */
    record StepSkipped(long job, String step, String reason, String by) implements JobEvent {}

    /** A second person signed what the gauge on the spot shows. */
    record GaugeSigned(long job, double value, String by) implements JobEvent {}

    /** A tool was counted. */
    record ToolCounted(long job, String tool, Where where, String words, String by) implements JobEvent {}

    /** The job is closed; the pump's permit comes back, and so do the instruments. */
    record JobClosed(
            long job,
            String kind,
            @Nullable Tag pump,
            List<Tag> instruments,
            String words,
            int skipped,
            int missing,
            String by)
            implements JobEvent {
        public JobClosed {
            instruments = List.copyOf(instruments);
        }
    }
}
