package io.pumpwatch.field;

import io.pumpwatch.station.ChannelSight;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import java.util.List;

/**
 * Where samples come from and relay states go. A real bus, a simulated plant and a recording each are one.
 *
 * <p>All methods but {@link #sights} and the callback given to {@link #onEdge} are called by the scan thread only and
 * never block.
 */
public interface Field extends AutoCloseable {
    /**
     * All reads since the last call, oldest first, with stamps in the uptime of {@code now}. An empty list where
     * nothing new was read: freshness is judged by who asks.
     */
    List<Sample> read(Now now);

    /** Asks the relays to take these states; a tag that isn't named stays as it is. */
    void write(List<Output> outputs, Now now);

    /** Registers who is to be woken when a contact changes between two scans; a source without edges ignores it. */
    default void onEdge(Runnable wake) {}

    /** What is wrong with buses, chips and lines, beside what the samples say; asked by the scan thread. */
    default FieldHealth health() {
        return FieldHealth.WELL;
    }

    /**
     * What the field knows of its channels beside the samples: raw counts, faults by channel, what outputs read back.
     * Any thread; never blocks.
     */
    default List<ChannelSight> sights() {
        return List.of();
    }

    /** Lets go of the hardware; relays take their state for a dead agent. */
    @Override
    void close();
}
