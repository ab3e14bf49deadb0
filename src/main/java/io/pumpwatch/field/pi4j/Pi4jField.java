package io.pumpwatch.field.pi4j;

import io.pumpwatch.field.Field;
import io.pumpwatch.field.FieldHealth;
import io.pumpwatch.field.pi4j.Pi4jSettings.Channel;
import io.pumpwatch.field.pi4j.Pi4jSettings.Chip;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The hardware of one station. Each bus has its own thread; the scan takes what it has left and never waits: a bus that
 * hangs shows as failed reads. Pins are looked at and driven by the scan itself, which takes microseconds.
 */
public final class Pi4jField implements Field {
    private static final long MS = 1_000_000;
    /** More than a minute of all channels at 100 Hz; beyond, the oldest go. */
    private static final int READS_MAX = 16_384;

    private final Pi4jSettings settings;
    private final GpioPort gpio;
    private final LongSupplier uptimeNs;
    private final ArrayBlockingQueue<AdcRead> reads = new ArrayBlockingQueue<>(READS_MAX);
    private final List<BusLoop> buses = new ArrayList<>();
    private final List<ContactInput> contacts = new ArrayList<>();
    private final Map<Tag, RelayOutput> relays = new LinkedHashMap<>();
    private final List<EdgeWatch> edges = new ArrayList<>();
    private final Map<Tag, Long> numbers = new HashMap<>();
    private boolean tied;
    private long aheadMs;
    private String hangs = "";
    private boolean closed;

    /**
     * Takes the relays' pins with the state of a starting agent and starts reading.
     *
     * @param uptimeNs a clock of this boot, ns; only differences count
     */
    public Pi4jField(Pi4jSettings settings, I2cPort.Opener i2c, GpioPort gpio, LongSupplier uptimeNs) {
        this.settings = settings;
        this.gpio = gpio;
        this.uptimeNs = uptimeNs;
        // Relays first: until then they are as without power.
        long nowMs = uptimeNs.getAsLong() / MS;
        settings.relays().forEach(relay -> relays.put(relay.tag(), new RelayOutput(relay, gpio)));
        relays.values().forEach(relay -> relay.open(nowMs));
        settings.contacts().forEach(contact -> contacts.add(new ContactInput(contact, gpio)));
        Map<Integer, List<ChipCycle>> byBus = new LinkedHashMap<>();
        for (Chip chip : settings.chips()) {
            byBus.computeIfAbsent(chip.bus(), bus -> new ArrayList<>()).add(new ChipCycle(chip, i2c, this::keep));
        }
        byBus.forEach((bus, chips) -> buses.add(new BusLoop(bus, chips, uptimeNs)));
        buses.forEach(BusLoop::start);
    }

    /** On a bus's thread. */
    private void keep(AdcRead read) {
        while (!reads.offer(read)) {
            reads.poll();
        }
    }

    @Override
    public List<Sample> read(Now now) {
        List<Sample> samples = new ArrayList<>();
        for (AdcRead read : take(now)) {
            samples.add(sample(read, now));
        }
        hanging(now, samples);
        contacts.forEach(contact -> samples.add(contact.read(now.uptimeMs())));
        return samples;
    }

    /** The reads of the converters since the last call, with their counts: for the scan, or a commissioning tool. */
    List<AdcRead> take(Now now) {
        if (!tied) {
            tied = true;
            aheadMs = now.uptimeMs() - uptimeNs.getAsLong() / MS;
        }
        List<AdcRead> taken = new ArrayList<>();
        reads.drainTo(taken);
        return taken;
    }

    private Sample sample(AdcRead read, Now now) {
        long atMs = Math.min(now.uptimeMs(), read.atNs() / MS + aheadMs);
        long number = numbers.merge(read.tag(), 1L, Long::sum);
        return read.fault().isEmpty()
                ? Sample.of(read.tag(), number, atMs, read.milliamps())
                : Sample.failed(read.tag(), number, atMs);
    }

    /** A bus in a transfer that doesn't end gives no samples at all: its channels fail with each scan. */
    private void hanging(Now now, List<Sample> samples) {
        StringBuilder words = new StringBuilder();
        for (BusLoop bus : buses) {
            long sinceNs = bus.stuckSinceNs();
            if (sinceNs >= 0 && uptimeNs.getAsLong() - sinceNs > settings.watchdogMs() * MS) {
                for (ChipCycle cycle : bus.chips()) {
                    for (Channel channel : cycle.chip().channels()) {
                        long number = numbers.merge(channel.tag(), 1L, Long::sum);
                        samples.add(Sample.failed(channel.tag(), number, now.uptimeMs()));
                    }
                }
                words.append(words.length() == 0 ? "" : "; ")
                        .append("i2c-")
                        .append(bus.chips().get(0).chip().bus())
                        .append(": hangs");
            }
        }
        hangs = words.toString();
    }

    @Override
    public void write(List<Output> outputs, Now now) {
        if (closed) {
            return;
        }
        for (Output output : outputs) {
            RelayOutput relay = relays.get(output.tag());
            if (relay != null) {
                relay.want(output.energised());
            }
        }
        relays.values().forEach(relay -> relay.drive(now.uptimeMs()));
    }

    @Override
    public void onEdge(Runnable wake) {
        for (ContactInput contact : contacts) {
            EdgeWatch edge = new EdgeWatch(contact, wake);
            edges.add(edge);
            edge.start();
        }
    }

    @Override
    public FieldHealth health() {
        List<String> inputs = new ArrayList<>();
        inputs.add(hangs);
        for (BusLoop bus : buses) {
            for (ChipCycle cycle : bus.chips()) {
                inputs.add(cycle.fault().isEmpty() ? "" : cycle.chip().name() + ": " + cycle.fault());
            }
        }
        contacts.forEach(contact -> inputs.add(contact.fault()));
        List<String> outputs = relays.values().stream().map(RelayOutput::fault).toList();
        return new FieldHealth(joined(inputs), joined(outputs));
    }

    private static String joined(List<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining("; "));
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        relays.values().forEach(RelayOutput::leave);
        edges.forEach(EdgeWatch::close);
        buses.forEach(BusLoop::close);
        contacts.forEach(ContactInput::release);
        gpio.close();
    }
}
