package io.pumpwatch.conditioning;

import io.pumpwatch.conditioning.Conditioning.Memory;
import io.pumpwatch.conditioning.InstrumentPlan.Deviation;
import io.pumpwatch.conditioning.InstrumentPlan.Signal;
import io.pumpwatch.conditioning.InstrumentPlan.Span;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import io.pumpwatch.station.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bench for conditioning: instruments on loops of 0 to 160 units, scanned every 100 ms. */
final class Loop {
    static final Tag PT = new Tag("PT-101");
    static final Tag TWIN = new Tag("PT-102");
    static final Tag RUNS = new Tag("XS-101");
    static final long SCAN_MS = 100;

    private final List<InstrumentPlan> plan;
    private final List<Sample> samples = new ArrayList<>();
    private Memory memory = Memory.EMPTY;
    private Conditioned conditioned = Conditioned.EMPTY;
    private long uptimeMs;
    private long number;

    Loop(InstrumentPlan... plan) {
        this.plan = List.of(plan);
    }

    static InstrumentPlan plain(Tag tag) {
        return with(tag, 0, 0, false, 1, null);
    }

    static InstrumentPlan with(
            Tag tag, long frozenMs, double jump, boolean median, int filter, @Nullable Deviation deviation) {
        return new InstrumentPlan(
                tag,
                Text.NONE,
                Signal.LOOP,
                "bar",
                new Span(0, 160),
                Bands.NAMUR,
                3_000,
                frozenMs,
                List.of(RUNS),
                jump,
                median,
                filter,
                deviation);
    }

    Loop give(Tag tag, double value) {
        samples.add(Sample.of(tag, ++number, uptimeMs + SCAN_MS, value));
        return this;
    }

    Loop fail(Tag tag) {
        samples.add(Sample.failed(tag, ++number, uptimeMs + SCAN_MS));
        return this;
    }

    /** One scan with what was given since the last. */
    Reading scan(Tag tag) {
        uptimeMs += SCAN_MS;
        Conditioning.Result result = Conditioning.decide(plan, memory, samples, Now.of(0, uptimeMs));
        samples.clear();
        memory = result.memory();
        conditioned = result.conditioned();
        return conditioned.of(tag);
    }

    /** Scans with the same value for so long. */
    Reading hold(Tag tag, double value, double seconds) {
        Reading last = give(tag, value).scan(tag);
        for (long t = SCAN_MS; t <= Math.round(seconds * 1000); t += SCAN_MS) {
            last = give(tag, value).scan(tag);
        }
        return last;
    }

    /** Scans without any sample for so long. */
    Reading silence(Tag tag, double seconds) {
        Reading last = conditioned.of(tag);
        for (long t = 0; t < Math.round(seconds * 1000); t += SCAN_MS) {
            last = scan(tag);
        }
        return last;
    }

    Conditioned conditioned() {
        return conditioned;
    }
}
