package io.pumpwatch.field.pi4j;

import io.pumpwatch.field.Field;
import io.pumpwatch.field.FieldHealth;
import io.pumpwatch.field.PollLoop;
import io.pumpwatch.field.ReadQueue;
import io.pumpwatch.field.pi4j.Pi4jSettings.Chip;
import io.pumpwatch.station.ChannelSight;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The hardware of one station. Each bus has its own thread; the scan takes what it has left and never waits: a bus that
 * hangs shows as failed reads. Pins are looked at and driven by the scan itself, which takes microseconds.
 */
public final class Pi4jField implements Field {
    private static final long MS = 1_000_000;

    private final Pi4jSettings settings;
    private final GpioPort gpio;
    private final LongSupplier uptimeNs;
    private final ReadQueue reads = new ReadQueue();
    private final List<PollLoop<ChipCycle>> buses = new ArrayList<>();
    private final List<ContactInput> contacts = new ArrayList<>();
    private final Map<Tag, RelayOutput> relays = new LinkedHashMap<>();
    private final List<EdgeWatch> edges = new ArrayList<>();
    private long polledMs = Long.MIN_VALUE;
    private boolean closed;

    /**
     * Takes the relays' pins with the state of a starting agent; who has it starts its buses or steps their chips.
     *
     * @param uptimeNs a clock of this boot, ns; only differences count
     */
    Pi4jField(Pi4jSettings settings, I2cPort.Opener i2c, GpioPort gpio, LongSupplier uptimeNs) {
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
        byBus.forEach((bus, chips) -> buses.add(new PollLoop<>("i2c-" + bus, chips, uptimeNs)));
    }

    void start() {
        buses.forEach(PollLoop::start);
    }

    /** Its chips, by bus. */
    List<ChipCycle> cycles() {
        return buses.stream().flatMap(bus -> bus.cycles().stream()).toList();
    }

    /** On a bus's thread. */
    private void keep(AdcRead read) {
        reads.keep(read.tag(), read.atNs(), read.counts(), read.milliamps(), read.fault());
    }

    @Override
    public List<Sample> read(Now now) {
        if (closed) {
            return List.of();
        }
        List<Sample> samples = reads.take(now, uptimeNs.getAsLong());
        if (now.uptimeMs() > polledMs) {
            polledMs = now.uptimeMs();
            samples.addAll(reads.hanging(hanging(), now));
            contacts.forEach(contact -> samples.add(contact.read(now.uptimeMs())));
        }
        return samples;
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
        for (PollLoop<ChipCycle> bus : buses) {
            if (bus.hangs(settings.watchdogMs())) {
                inputs.add("i2c-" + bus.cycles().get(0).chip().bus() + ": " + ReadQueue.HANGS);
            }
        }
        for (PollLoop<ChipCycle> bus : buses) {
            for (ChipCycle cycle : bus.cycles()) {
                inputs.add(cycle.fault().isEmpty() ? "" : cycle.chip().name() + ": " + cycle.fault());
            }
        }
        contacts.forEach(contact -> inputs.add(contact.fault()));
        List<String> outputs = relays.values().stream().map(RelayOutput::fault).toList();
        return new FieldHealth(FieldHealth.joined(inputs), FieldHealth.joined(outputs));
    }

    @Override
    public List<ChannelSight> sights() {
        List<ChannelSight> all = new ArrayList<>(reads.sights("mA", hanging()));
        contacts.forEach(contact ->
                all.add(new ChannelSight(contact.contact().tag(), "", null, Double.NaN, "", contact.fault())));
        relays.forEach((tag, relay) -> all.add(new ChannelSight(tag, "", null, relay.readBack(), "", relay.fault())));
        return all;
    }

    /** A bus in a transfer that doesn't end gives no samples at all: none of its channels can be believed. */
    private List<Tag> hanging() {
        return buses.stream()
                .filter(bus -> bus.hangs(settings.watchdogMs()))
                .flatMap(bus -> bus.tags().stream())
                .toList();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        relays.values().forEach(RelayOutput::leave);
        edges.forEach(EdgeWatch::close);
        buses.forEach(PollLoop::close);
        contacts.forEach(ContactInput::release);
        gpio.close();
    }
}
