package io.pumpwatch.bench;

import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.conditioning.InstrumentPlan.Signal;
import io.pumpwatch.field.Field;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Every channel of a plan, restless but within its limits, and a door that the bench opens and shuts. */
final class BenchField implements Field {
    private static final Tag DOOR = new Tag("ZS-401");

    private final List<InstrumentPlan> instruments;
    private final Random noise = new Random(1);
    private long number;
    private volatile boolean open;
    private volatile Runnable wake = () -> {};
    private volatile Runnable onRead = () -> {};

    BenchField(StationPlan plan) {
        instruments = plan.instruments();
    }

    /** The door's contact changes now. */
    void door(boolean isOpen) {
        open = isOpen;
        wake.run();
    }

    /** Told at each read, at its very beginning. */
    void onRead(Runnable listener) {
        onRead = listener;
    }

    @Override
    public List<Sample> read(Now now) {
        onRead.run();
        number++;
        List<Sample> samples = new ArrayList<>(instruments.size());
        for (InstrumentPlan instrument : instruments) {
            samples.add(Sample.of(instrument.tag(), number, now.uptimeMs(), value(instrument)));
        }
        return samples;
    }

    private double value(InstrumentPlan instrument) {
        if (instrument.tag().equals(DOOR)) {
            return open ? 0 : 1;
        }
        if (instrument.signal() == Signal.CONTACT) {
            return instrument.tag().name().startsWith("XS") ? 0 : 1;
        }
        return 12 + noise.nextGaussian() * 0.01;
    }

    @Override
    public void write(List<Output> outputs, Now now) {}

    @Override
    public void onEdge(Runnable listener) {
        wake = listener;
    }

    @Override
    public void close() {}
}
