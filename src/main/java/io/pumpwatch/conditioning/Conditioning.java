package io.pumpwatch.conditioning;

import io.pumpwatch.conditioning.BandTimers.Worth;
import io.pumpwatch.conditioning.Bands.Band;
import io.pumpwatch.conditioning.InstrumentPlan.Deviation;
import io.pumpwatch.conditioning.InstrumentPlan.Signal;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Quality;
import io.pumpwatch.station.QualityCause;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Reading.Use;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.SampleFault;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns samples into readings with quality, after NAMUR NE 43 and NE 107. Pure: {@link #decide} gives new memory and
 * the readings; every sample is counted once, by its number, whatever the scan rate.
 */
public final class Conditioning {
    private Conditioning() {}

    /** What is remembered between scans, by tag. */
    public record Memory(Map<Tag, InstrumentMemory> instruments) {
        /** Of a start. */
        public static final Memory EMPTY = new Memory(Map.of());
    }

    /** New memory and what the samples came to. */
    public record Result(Memory memory, Conditioned conditioned) {}

    /** Judges one scan's samples. Samples of tags that the plan doesn't have are passed over. */
    public static Result decide(List<InstrumentPlan> plan, Memory memory, List<Sample> samples, Now now) {
        Map<Tag, List<Sample>> byTag = new HashMap<>(2 * plan.size());
        for (Sample sample : samples) {
            // Most often a scan has one of each.
            byTag.computeIfAbsent(sample.tag(), tag -> new ArrayList<>(1)).add(sample);
        }
        Map<Tag, InstrumentMemory> next = new HashMap<>(2 * plan.size());
        List<Reading> fresh = new ArrayList<>(samples.size());
        for (InstrumentPlan instrument : plan) {
            InstrumentMemory before = memory.instruments().get(instrument.tag());
            InstrumentMemory after = before == null ? InstrumentMemory.fresh(instrument, now.uptimeMs()) : before;
            for (Sample sample : byTag.getOrDefault(instrument.tag(), List.of())) {
                if (sample.number() > after.number()) {
                    after = counted(instrument, after, sample, memory.instruments());
                    fresh.add(after.reading());
                }
            }
            next.put(instrument.tag(), stale(instrument, after, now.uptimeMs()));
        }
        Set<Tag> deviating = compareTwins(plan, next, now.uptimeMs());
        Map<Tag, Reading> current = new HashMap<>(2 * plan.size());
        Set<Tag> flapping = new HashSet<>();
        for (Map.Entry<Tag, InstrumentMemory> instrument : next.entrySet()) {
            current.put(instrument.getKey(), instrument.getValue().reading());
            if (instrument.getValue().flapping(now.uptimeMs())) {
                flapping.add(instrument.getKey());
            }
        }
        return new Result(new Memory(next), new Conditioned(current, fresh, flapping, deviating));
    }

    private static InstrumentMemory counted(
            InstrumentPlan plan, InstrumentMemory memory, Sample sample, Map<Tag, InstrumentMemory> before) {
        if (sample.fault() != SampleFault.NONE) {
            return failedRead(plan, memory, sample);
        }
        long at = sample.uptimeMs();
        BandTimers timers = memory.bands();
        Worth worth = Worth.FULL;
        double raw = sample.value();
        boolean tripMayJudge = true;
        if (plan.signal() == Signal.LOOP) {
            Band band = plan.bands().of(sample.value());
            timers = timers.after(band, at);
            worth = timers.judge(plan.bands(), band, at);
            raw = plan.span().scale(sample.value());
            tripMayJudge = band.inTransmitterRange();
        } else if (plan.signal() == Signal.SCALED && !plan.span().holds(raw)) {
            QualityCause cause = raw < plan.span().low() ? QualityCause.UNDER_RANGE : QualityCause.OVER_RANGE;
            worth = new Worth(Quality.UNCERTAIN, cause, Use.USED);
        }
        Motion motion = memory.motion().watched(plan, sample.value(), before, at);
        if (motion.frozen(plan, at) && worth.use() != Use.HELD) {
            worth = new Worth(Quality.BAD, QualityCause.FROZEN, Use.HELD);
        }
        if (worth.use() == Use.USED) {
            motion = motion.after(plan, raw, at);
            if (motion.jumped()) {
                worth = new Worth(Quality.UNCERTAIN, QualityCause.JUMP, Use.HELD);
            }
        }
        Smoothing smoothing = memory.smoothing();
        double value = memory.reading().value();
        if (worth.use() == Use.USED) {
            smoothing = smoothing.after(raw, plan.median(), plan.filterSamples());
            value = smoothing.smooth();
        } else if (worth.use() == Use.AT_LEAST) {
            value = Math.max(raw, plan.span().high());
        } else if (worth.quality() == Quality.BAD) {
            // After a gap the filter must not drag old values into new ones.
            smoothing = Smoothing.EMPTY;
        }
        Reading reading = reading(sample, worth, value, tripMayJudge ? raw : Double.NaN);
        return new InstrumentMemory(
                sample.number(),
                at,
                -1,
                timers,
                motion,
                smoothing,
                memory.deviatesSinceMs(),
                memory.flaps(reading, at),
                reading);
    }

    private static Reading reading(Sample sample, Worth worth, double value, double raw) {
        return new Reading(
                sample.tag(),
                value,
                raw,
                worth.quality(),
                worth.cause(),
                worth.use(),
                sample.number(),
                sample.uptimeMs());
    }

    private static InstrumentMemory failedRead(InstrumentPlan plan, InstrumentMemory memory, Sample sample) {
        long at = sample.uptimeMs();
        long since = memory.faultSinceMs() < 0 ? at : memory.faultSinceMs();
        boolean waiting = memory.reading().cause() == QualityCause.WAITING_FOR_INITIAL_DATA;
        boolean declared = (memory.reading().bad() && !waiting)
                || at - since >= plan.bands().failureDelayMs();
        QualityCause cause =
                sample.fault() == SampleFault.BUS_ERROR ? QualityCause.BUS_ERROR : QualityCause.NOT_A_NUMBER;
        InstrumentMemory counted = new InstrumentMemory(
                sample.number(),
                memory.successUptimeMs(),
                since,
                memory.bands(),
                memory.motion(),
                declared ? Smoothing.EMPTY : memory.smoothing(),
                memory.deviatesSinceMs(),
                memory.flapsMs(),
                memory.reading());
        return counted.with(
                held(
                        memory.reading(),
                        declared || waiting ? Quality.BAD : Quality.UNCERTAIN,
                        declared ? cause : (waiting ? memory.reading().cause() : QualityCause.FAILURE_SUSPECTED),
                        sample.number(),
                        at),
                at);
    }

    private static Reading held(Reading before, Quality quality, QualityCause cause, long number, long at) {
        return new Reading(before.tag(), before.value(), Double.NaN, quality, cause, Use.HELD, number, at);
    }

    /** Time passes without samples too. */
    private static InstrumentMemory stale(InstrumentPlan plan, InstrumentMemory memory, long uptimeMs) {
        Reading reading = memory.reading();
        boolean fresh = uptimeMs - memory.successUptimeMs() < plan.freshMs();
        boolean waiting = reading.cause() == QualityCause.WAITING_FOR_INITIAL_DATA;
        if (fresh || (reading.bad() && !waiting)) {
            return memory;
        }
        QualityCause cause = memory.faultSinceMs() >= 0 ? QualityCause.BUS_ERROR : QualityCause.NO_FRESH_SAMPLE;
        return memory.with(
                held(reading, Quality.BAD, cause, reading.sampleNumber(), reading.sampleUptimeMs()), uptimeMs);
    }

    private static Set<Tag> compareTwins(
            List<InstrumentPlan> plan, Map<Tag, InstrumentMemory> instruments, long uptimeMs) {
        Set<Tag> deviating = new HashSet<>();
        for (InstrumentPlan instrument : plan) {
            Deviation deviation = instrument.deviation();
            InstrumentMemory mine = instruments.get(instrument.tag());
            InstrumentMemory twin = deviation == null ? null : instruments.get(deviation.other());
            if (deviation == null || mine == null || twin == null) {
                continue;
            }
            boolean comparable = mine.reading().used() && twin.reading().used();
            boolean apart = comparable
                    && Math.abs(mine.reading().value() - twin.reading().value()) > deviation.max();
            long since = apart ? (mine.deviatesSinceMs() < 0 ? uptimeMs : mine.deviatesSinceMs()) : -1;
            instruments.put(instrument.tag(), mine.deviating(since));
            if (apart && uptimeMs - since >= deviation.delayMs()) {
                deviating.add(instrument.tag());
                doubt(instruments, instrument.tag());
                doubt(instruments, deviation.other());
            }
        }
        return deviating;
    }

    /** Nobody knows which of two is right: both stay in use, marked. */
    private static void doubt(Map<Tag, InstrumentMemory> instruments, Tag tag) {
        instruments.computeIfPresent(tag, (key, memory) -> {
            Reading reading = memory.reading();
            Quality worse = reading.quality() == Quality.GOOD ? Quality.UNCERTAIN : reading.quality();
            QualityCause cause = reading.cause() == QualityCause.NONE ? QualityCause.DEVIATION : reading.cause();
            return new InstrumentMemory(
                    memory.number(),
                    memory.successUptimeMs(),
                    memory.faultSinceMs(),
                    memory.bands(),
                    memory.motion(),
                    memory.smoothing(),
                    memory.deviatesSinceMs(),
                    memory.flapsMs(),
                    new Reading(
                            tag,
                            reading.value(),
                            reading.raw(),
                            worse,
                            cause,
                            reading.use(),
                            reading.sampleNumber(),
                            reading.sampleUptimeMs()));
        });
    }
}
