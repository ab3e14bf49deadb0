package io.pumpwatch.kill;

import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.conditioning.InstrumentPlan.Signal;
import io.pumpwatch.field.Field;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import java.util.ArrayList;
import java.util.List;

/** A field whose every contact changes and every current leaps at each read: more events than any station makes. */
final class RestlessField implements Field {
    private static final double LOW_MA = 4.5;
    private static final double HIGH_MA = 19.5;
    private static final int PERIOD = 4;

    private final StationPlan plan;
    private long number;

    RestlessField(StationPlan plan) {
        this.plan = plan;
    }

    @Override
    public List<Sample> read(Now now) {
        number++;
        List<Sample> samples = new ArrayList<>();
        boolean high = number / PERIOD % 2 == 0;
        for (InstrumentPlan instrument : plan.instruments()) {
            double value = instrument.signal() == Signal.CONTACT ? number % 2 : high ? HIGH_MA : LOW_MA;
            samples.add(Sample.of(instrument.tag(), number, now.uptimeMs(), value));
        }
        return samples;
    }

    @Override
    public void write(List<Output> outputs, Now now) {}

    @Override
    public void close() {}
}
