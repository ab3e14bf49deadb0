package io.pumpwatch.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /api/v1/jobs}: open maintenance jobs, and the kinds that can be opened.
 *
 * @param zone for the times, by its name
 * @param noStart in words, for each pressure that swung: no start, no work before the cause is known (P3)
 */
public record Jobs(String zone, List<Job> jobs, List<Kind> kinds, List<String> noStart) {
    /**
     * An open job.
     *
     * @param pump that must not start while it is open; null where it is on none
     * @param live parts under voltage: only with a certificate
     * @param next id of the step that comes next; null when all are done
     * @param lockedOut whether the lock-out is complete
     */
    public record Job(
            long number,
            String kind,
            String name,
            @Nullable String pump,
            String words,
            boolean live,
            String openedBy,
            String openedByName,
            String openedAt,
            @Nullable String next,
            boolean lockedOut,
            List<Lock> locks,
            List<Step> steps,
            List<Tool> tools,
            List<String> instruments,
            @Nullable Gauge gauge) {}

    /** The lock of somebody who is signed on. */
    public record Lock(String person, String personName, String since) {}

    /**
     * A step.
     *
     * @param kind power-off, proven-dead, tagged, relieved, open-line or work
     * @param state open, signed or skipped
     */
    public record Step(
            int place,
            String id,
            String text,
            String kind,
            String state,
            String words,
            @Nullable String by,
            @Nullable String byName,
            @Nullable String at) {}

    /**
     * A tool.
     *
     * @param where home, out, back or missing
     */
    public record Tool(int place, String name, String where) {}

    /** What the gauge on the spot showed. */
    public record Gauge(double value, String by, String byName, String at) {}

    /**
     * A kind of job.
     *
     * @param pumps kinds of pump that it is done on
     * @param roles who may work on it
     */
    public record Kind(
            String id,
            String name,
            List<String> pumps,
            List<String> roles,
            boolean live,
            List<String> tools,
            List<String> steps) {}
}
