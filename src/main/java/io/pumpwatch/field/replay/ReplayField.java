package io.pumpwatch.field.replay;

import io.pumpwatch.field.Field;
import io.pumpwatch.field.InputFault;
import io.pumpwatch.field.InputRefused;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recording as a field. Its rows carry the time: {@link #advance()} gives one tick after another from the first row
 * to the last, through gaps too, and {@link #read} hands out the rows up to a tick. Whoever drives it waits between
 * ticks or doesn't: that is the pace.
 *
 * <pre>{@code
 * for (Optional<Now> tick = replay.advance(); tick.isPresent(); tick = replay.advance()) {
 *     scan(tick.get()); // calls replay.read(tick.get())
 * }
 * }</pre>
 *
 * In a gap nothing is read, so that freshness fails as it would have at the station.
 */
public final class ReplayField implements Field {
    private static final int FAULTS_TOLD_MAX = 5;

    private final Recording recording;
    private final long stepMs;
    private final long firstUtcMs;
    private Recording.@Nullable Row next;
    private long rowNumber;
    private long ticks;
    private long firstUptimeMs;
    private boolean tied;
    private boolean closed;

    private ReplayField(Recording recording, Recording.Row first, long stepMs) {
        this.recording = recording;
        this.stepMs = stepMs;
        firstUtcMs = first.utcMs();
        firstUptimeMs = stepMs;
        next = first;
    }

    /**
     * Opens a recording and reads up to its first row.
     *
     * @throws InputRefused if the file can't be read, lacks columns or has no row that can be used
     */
    public static ReplayField open(Path file, ReplayMapping mapping) throws InputRefused {
        Recording recording = new Recording(file, mapping);
        Recording.Row first = recording.next();
        if (first == null) {
            recording.close();
            List<InputFault> faults = new ArrayList<>();
            faults.add(recording.log().whole("has no row that can be used", "没有可用的数据行"));
            recording.log().faults().stream().limit(FAULTS_TOLD_MAX).forEach(faults::add);
            throw new InputRefused(faults);
        }
        return new ReplayField(recording, first, mapping.stepMs());
    }

    /** Time of the next row that hasn't been read, or empty after the last. */
    public Optional<Now> peekNext() {
        return next == null ? Optional.empty() : Optional.of(at(next.utcMs()));
    }

    /**
     * The next tick: the first row's time, then each step further; empty once the last row has been read. Rows are only
     * taken by {@link #read}, so without reading the ticks never end.
     */
    public Optional<Now> advance() {
        tied = true;
        if (next == null) {
            return Optional.empty();
        }
        return Optional.of(at(firstUtcMs + ticks++ * stepMs));
    }

    private Now at(long utcMs) {
        return Now.of(utcMs, utcMs - firstUtcMs + firstUptimeMs);
    }

    /** Driven by another clock than {@link #advance()}, the first read is the first row's moment. */
    @Override
    public List<Sample> read(Now now) {
        if (!tied) {
            tied = true;
            firstUptimeMs = now.uptimeMs();
        }
        List<Sample> samples = new ArrayList<>();
        for (Recording.Row row = next; row != null; row = next) {
            long uptimeMs = at(row.utcMs()).uptimeMs();
            if (uptimeMs > now.uptimeMs()) {
                break;
            }
            rowNumber++;
            for (Recording.Value value : row.values()) {
                samples.add(Sample.of(value.tag(), rowNumber, uptimeMs, value.value()));
            }
            next = recording.next();
        }
        return samples;
    }

    /** A recording has no relays: every output is ignored. */
    @Override
    public void write(List<Output> outputs, Now now) {}

    /** What came of the recording so far; complete once {@link #peekNext()} is empty. */
    public ReplayReport report() {
        return recording.log().report();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            next = null;
            recording.close();
        }
    }
}
