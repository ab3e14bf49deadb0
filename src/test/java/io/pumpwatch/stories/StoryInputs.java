package io.pumpwatch.stories;

import io.pumpwatch.conditioning.InstrumentPlan;
import io.pumpwatch.conditioning.InstrumentPlan.Signal;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What every channel reads; holds its last word until the story changes it. */
public final class StoryInputs {
    /** Everything calm. */
    public StoryInputs() {}

    /** Too little for any limit, enough not to be frozen. */
    private static final double DITHER_MA = 1e-7;

    private final Map<Tag, String> words = new TreeMap<>();
    private long number;

    /** From now on it reads this: a value with its unit, {@code closed}, {@code open}. */
    public void put(Tag tag, String word) {
        words.put(tag, word);
    }

    /** One read of every channel. */
    public List<Sample> read(StationPlan plan, Now now) {
        number++;
        List<Sample> samples = new ArrayList<>();
        for (InstrumentPlan instrument : plan.instruments()) {
            String word = words.getOrDefault(instrument.tag(), calm(instrument));
            if (word.equals("fault")) {
                samples.add(Sample.failed(instrument.tag(), number, now.uptimeMs()));
            } else if (!word.equals("silent")) {
                samples.add(Sample.of(instrument.tag(), number, now.uptimeMs(), value(instrument, word)));
            }
        }
        return samples;
    }

    /** Pumps stand, levels are half-way, contacts that say "healthy" are closed. */
    private static String calm(InstrumentPlan instrument) {
        if (instrument.signal() == Signal.CONTACT) {
            return instrument.tag().name().startsWith("XS") ? "open" : "closed";
        }
        double low = instrument.span().low();
        double half = (low + instrument.span().high()) / 2;
        return (instrument.tag().quantity() == 'L' ? half : low) + " " + instrument.unit();
    }

    private double value(InstrumentPlan instrument, String word) {
        if (word.equals("closed") || word.equals("open")) {
            return word.equals("closed") ? 1 : 0;
        }
        boolean still = word.startsWith("still ");
        String[] parts = (still ? word.substring(6) : word).split(" +", 2);
        double given = Double.parseDouble(parts[0]);
        if (parts.length == 2 && parts[1].equals("mA")) {
            return given;
        }
        if (parts.length != 2 || !parts[1].equals(instrument.unit())) {
            throw new IllegalArgumentException(
                    "'" + word + "' isn't a reading of " + instrument.tag() + " in " + instrument.unit() + " or mA");
        }
        double currentMa =
                instrument.signal() == Signal.LOOP ? instrument.span().currentMa(given) : given;
        // A hair up and down, as every live signal: a value that never changes is a frozen one.
        return still ? currentMa : currentMa + (number % 2 == 0 ? DITHER_MA : -DITHER_MA);
    }
}
