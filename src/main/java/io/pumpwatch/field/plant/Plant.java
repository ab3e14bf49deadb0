package io.pumpwatch.field.plant;

import io.pumpwatch.field.Field;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A pump station that behaves like one. It outlives the agents that connect to it: {@link #connect()} is an agent's
 * field, and with none connected every relay is as wired for a dead agent.
 *
 * <p>It moves in fixed steps of plant time and reads its channels on a fixed beat, so the same settings, seed, acts and
 * writes give the same samples whatever the scan rate. All methods but {@link #act} and {@link #truth} belong to one
 * thread.
 */
public final class Plant {
    /** Acts that may wait for the next step. */
    private static final int ACTS_WAITING_MAX = 1024;

    private final PlantSettings settings;
    private final Timing timing;
    private final List<TimedAct> script;
    private final Queue<Act> waiting = new ArrayBlockingQueue<>(ACTS_WAITING_MAX);
    private final PlantProcess process;
    private final @Nullable Crew crew;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Instrument> contacts = new ArrayList<>();
    private int scriptNext;
    private long timeMs;
    private @Nullable PlantField connected;
    /** Made when somebody asks: each step would pay for it, and in an agent nobody does. */
    private @Nullable PlantTruth truth;

    /**
     * A plant at its time 0.
     *
     * @param script acts in any order; those of one moment happen in the order given
     * @throws IllegalArgumentException if an act names a pump or channel that isn't in the settings
     */
    public Plant(PlantSettings settings, long seed, List<TimedAct> script) {
        this.settings = settings;
        timing = settings.timing();
        process = new PlantProcess(settings, seed);
        crew = settings.crew() ? new Crew(settings, Dice.of(seed, "crew")) : null;
        for (ChannelSettings channel : settings.channels()) {
            Dice dice = Dice.of(seed, channel.tag().name());
            Instrument instrument = new Instrument(channel, process.source(channel), dice);
            instruments.add(instrument);
            if (instrument.contact()) {
                contacts.add(instrument);
            }
        }
        script.forEach(timed -> check(timed.act()));
        this.script =
                script.stream().sorted(Comparator.comparingLong(TimedAct::atMs)).toList();
        process.step(timeMs);
    }

    /** A plant that nothing happens to but what {@link #act} says. */
    public Plant(PlantSettings settings, long seed) {
        this(settings, seed, List.of());
    }

    /**
     * A new agent's field; the one before, if any, is closed. The field's first read or write ties the agent's uptime
     * to the present plant time.
     */
    public synchronized Field connect() {
        PlantField before = connected;
        if (before != null) {
            before.close();
        }
        process.board().connect();
        PlantField field = new PlantField(this);
        connected = field;
        truth = null;
        return field;
    }

    /**
     * Does something to the plant at its next step; from any thread.
     *
     * @throws IllegalArgumentException if it names a pump or channel that isn't there
     * @throws IllegalStateException if over a thousand acts wait already
     */
    public void act(Act act) {
        check(act);
        if (!waiting.offer(act)) {
            throw new IllegalStateException("too many acts wait for the plant's next step");
        }
    }

    /** How it really was after the last step; from any thread. */
    public synchronized PlantTruth truth() {
        PlantTruth known = truth == null ? process.truth(timeMs) : truth;
        truth = known;
        return known;
    }

    /** Plant time, milliseconds since the plant began. */
    public long timeMs() {
        return timeMs;
    }

    /** Lets plant time pass with nobody reading, as between two lives of an agent. */
    public void runTo(long toMs) {
        advance(toMs, Long.MAX_VALUE, 0, new ArrayList<>());
    }

    /**
     * Steps up to a plant time.
     *
     * @param readFromMs channels aren't read before this
     * @param uptimeAheadMs the reader's uptime less plant time
     * @param samples takes what was read
     */
    synchronized void advance(long toMs, long readFromMs, long uptimeAheadMs, List<Sample> samples) {
        while (timeMs + timing.stepMs() <= toMs) {
            timeMs += timing.stepMs();
            takeActs();
            process.step(timeMs);
            if (timeMs >= readFromMs) {
                readChannels(timeMs % timing.sampleMs() == 0, uptimeAheadMs, samples);
            }
            truth = null;
        }
    }

    /** Reads every channel now, beside the beat. */
    void readAll(long uptimeAheadMs, List<Sample> samples) {
        readChannels(true, uptimeAheadMs, samples);
    }

    private void readChannels(boolean beat, long uptimeAheadMs, List<Sample> samples) {
        for (Instrument instrument : beat ? instruments : contacts) {
            if (beat || instrument.changed()) {
                Sample sample = instrument.read(timeMs, timeMs + uptimeAheadMs);
                if (sample != null) {
                    samples.add(sample);
                }
            }
        }
    }

    private void takeActs() {
        while (scriptNext < script.size() && script.get(scriptNext).atMs() <= timeMs) {
            apply(script.get(scriptNext++).act());
        }
        for (Act act = waiting.poll(); act != null; act = waiting.poll()) {
            apply(act);
        }
        if (crew != null && timeMs % Crew.LOOKS_EVERY_MS == 0) {
            for (Act act : crew.look(process.truth(timeMs))) {
                apply(act);
            }
        }
    }

    private void apply(Act act) {
        if (act instanceof Act.Signal signal) {
            instrument(signal.channel()).set(signal.fault(), timeMs);
        } else if (act instanceof Act.ClearAll) {
            instruments.forEach(instrument -> instrument.set(null, timeMs));
            process.clearAll();
        } else {
            process.apply(act, timeMs);
        }
    }

    private void check(Act act) {
        if (act instanceof Act.Signal signal) {
            instrument(signal.channel());
        } else if (act instanceof Act.Button button) {
            process.pump(button.pump());
        } else if (act instanceof Act.Pump pump) {
            process.pump(pump.pump());
        }
    }

    private Instrument instrument(Tag tag) {
        for (Instrument instrument : instruments) {
            if (instrument.settings().tag().equals(tag)) {
                return instrument;
            }
        }
        throw new IllegalArgumentException("the plant has no channel " + tag);
    }

    void write(PlantField from, List<Output> outputs) {
        if (from == connected) {
            process.board().write(outputs, timeMs);
        }
    }

    synchronized void disconnect(PlantField from) {
        if (from == connected) {
            process.board().disconnect();
            connected = null;
            truth = null;
        }
    }

    /** What it is made of. */
    public PlantSettings settings() {
        return settings;
    }
}
