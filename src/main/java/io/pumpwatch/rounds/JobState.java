package io.pumpwatch.rounds;

import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Maintenance jobs; a fold of {@link JobEvent}s.
 *
 * @param open by number
 * @param ever how many there ever were
 */
public record JobState(SortedMap<Long, Job> open, long ever) {
    static final JobState EMPTY = new JobState(new TreeMap<>(), 0);

    /** Where a tool is. */
    public enum Where {
        /** On its shelf, not taken yet. */
        HOME,
        OUT,
        BACK,
        /** Lost, and the shift leader knows. */
        MISSING
    }

    /** A step as it stood in the station file when the job was opened. */
    public record Step(String id, String text, JobPlan.Kind kind) {}

    /** A step that was signed, or left out. */
    public record Signed(boolean skipped, String words, String by, Stamp at) {}

    /** What the gauge on the spot showed. */
    public record Gauge(double value, String by, Stamp at) {}

    /**
     * An open job.
     *
     * @param locks of those who are signed on, since when
     * @param crew everybody who ever was
     * @param signed by step
     * @param tools where each is
     */
    public record Job(
            String kind,
            String name,
            @Nullable Tag pump,
            String words,
            boolean live,
            String by,
            Stamp at,
            List<Step> steps,
            List<Tag> instruments,
            SortedMap<String, Stamp> locks,
            List<String> crew,
            SortedMap<String, Signed> signed,
            SortedMap<String, Where> tools,
            @Nullable Gauge gauge) {
        /** The next step that is neither signed nor left out; null when all are. */
        public @Nullable Step next() {
            return steps.stream()
                    .filter(step -> !signed.containsKey(step.id()))
                    .findFirst()
                    .orElse(null);
        }

        /** Whether every step of the lock-out was signed, and none left out. */
        public boolean lockedOut() {
            return steps.stream().filter(step -> step.kind().lockOut()).allMatch(step -> {
                Signed is = signed.get(step.id());
                return is != null && !is.skipped();
            });
        }

        Job with(
                SortedMap<String, Stamp> nextLocks,
                List<String> nextCrew,
                SortedMap<String, Signed> nextSigned,
                SortedMap<String, Where> nextTools,
                @Nullable Gauge nextGauge) {
            return new Job(
                    kind,
                    name,
                    pump,
                    words,
                    live,
                    by,
                    at,
                    steps,
                    instruments,
                    nextLocks,
                    nextCrew,
                    nextSigned,
                    nextTools,
                    nextGauge);
        }

        Job joined(String person, Stamp since) {
            SortedSet<String> all = new TreeSet<>(crew);
            all.add(person);
            return with(put(locks, person, since), List.copyOf(all), signed, tools, gauge);
        }

        Job left(String person) {
            SortedMap<String, Stamp> still = new TreeMap<>(locks);
            still.remove(person);
            return with(still, crew, signed, tools, gauge);
        }

        Job signed(String step, Signed how) {
            return with(locks, crew, put(signed, step, how), tools, gauge);
        }

        Job counted(String tool, Where where) {
            return with(locks, crew, signed, put(tools, tool, where), gauge);
        }

        Job gauged(Gauge read) {
            return with(locks, crew, signed, tools, read);
        }

        private static <V> SortedMap<String, V> put(SortedMap<String, V> map, String key, V value) {
            SortedMap<String, V> next = new TreeMap<>(map);
            next.put(key, value);
            return next;
        }
    }

    JobState with(long number, Job job) {
        SortedMap<Long, Job> next = new TreeMap<>(open);
        next.put(number, job);
        return new JobState(next, Math.max(ever, number));
    }

    JobState without(long number) {
        SortedMap<Long, Job> next = new TreeMap<>(open);
        next.remove(number);
        return new JobState(next, ever);
    }

    /** Pumps under an open job, which must not start. */
    public SortedSet<Tag> locked() {
        SortedSet<Tag> pumps = new TreeSet<>();
        for (Map.Entry<Long, Job> each : open.entrySet()) {
            Tag pump = each.getValue().pump();
            if (pump != null) {
                pumps.add(pump);
            }
        }
        return pumps;
    }
}
