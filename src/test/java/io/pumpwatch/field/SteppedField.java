package io.pumpwatch.field;

import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A field that is not started, its buses or connections stepped up to each read: time is the test's. */
public final class SteppedField implements Field {
    private static final long MS = 1_000_000;
    /** A poller doesn't make up for longer leaps either. */
    private static final long LEAP_NS = 60_000 * MS;

    private final Field field;
    private final List<? extends PollLoop.Cycle> cycles;
    private final AtomicLong nowNs;
    private final long[] dueNs;

    /** @param nowNs the clock that the field was given */
    public SteppedField(Field field, List<? extends PollLoop.Cycle> cycles, AtomicLong nowNs) {
        this.field = field;
        this.cycles = cycles;
        this.nowNs = nowNs;
        this.dueNs = new long[cycles.size()];
        Arrays.fill(dueNs, -1);
    }

    @Override
    public List<Sample> read(Now now) {
        long toNs = now.uptimeMs() * MS;
        for (int i = 0; i < dueNs.length; i++) {
            dueNs[i] = dueNs[i] < 0 || toNs - dueNs[i] > LEAP_NS ? toNs : dueNs[i];
            while (dueNs[i] <= toNs) {
                nowNs.set(dueNs[i]);
                dueNs[i] = cycles.get(i).step(dueNs[i]);
            }
        }
        nowNs.set(toNs);
        return field.read(now);
    }

    @Override
    public void write(List<Output> outputs, Now now) {
        field.write(outputs, now);
    }

    @Override
    public void onEdge(Runnable wake) {
        field.onEdge(wake);
    }

    @Override
    public void close() {
        field.close();
    }
}
