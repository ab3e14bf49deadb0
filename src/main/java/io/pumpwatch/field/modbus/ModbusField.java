package io.pumpwatch.field.modbus;

import io.pumpwatch.field.Field;
import io.pumpwatch.field.FieldHealth;
import io.pumpwatch.field.PollLoop;
import io.pumpwatch.field.ReadQueue;
import io.pumpwatch.field.modbus.ModbusSettings.Connection;
import io.pumpwatch.station.ChannelSight;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Inputs from controllers, soft starters and gauges that a station already has. Each connection has its own thread; the
 * scan takes what it has left and never waits. Reads only: nothing is ever written to a server.
 */
public final class ModbusField implements Field {
    /** Beyond the connection's own timeout a request counts as hanging, ms. */
    private static final long LATE_MS = 2_000;

    private final LongSupplier uptimeNs;
    private final ReadQueue reads = new ReadQueue();
    private final List<PollLoop<ConnectionCycle>> loops = new ArrayList<>();
    private final List<ConnectionCycle> cycles = new ArrayList<>();
    private boolean closed;

    /** Starts reading; a server that isn't there is a fault of its channels, and tried again. */
    public static ModbusField open(ModbusSettings settings, LongSupplier uptimeNs) {
        ModbusField field = new ModbusField(settings, LibraryPort::open, uptimeNs);
        field.start();
        return field;
    }

    /** A field that isn't started: whoever has it steps its cycles. */
    ModbusField(ModbusSettings settings, ModbusPort.Opener opener, LongSupplier uptimeNs) {
        this.uptimeNs = uptimeNs;
        settings.connections()
                .forEach(connection -> cycles.add(new ConnectionCycle(connection, opener, this::keep, uptimeNs)));
    }

    void start() {
        for (ConnectionCycle cycle : cycles) {
            String name = "modbus-" + cycle.connection().name();
            PollLoop<ConnectionCycle> loop = new PollLoop<>(name, List.of(cycle), uptimeNs);
            loops.add(loop);
            loop.start();
        }
    }

    List<ConnectionCycle> cycles() {
        return cycles;
    }

    /** On a connection's thread. */
    private void keep(RegisterRead read) {
        reads.keep(read.tag(), read.atNs(), read.raw(), read.value(), read.fault());
    }

    @Override
    public List<Sample> read(Now now) {
        if (closed) {
            return List.of();
        }
        List<Sample> samples = reads.take(now, uptimeNs.getAsLong());
        samples.addAll(reads.hanging(hanging(), now));
        return samples;
    }

    private List<Tag> hanging() {
        return loops.stream()
                .filter(ModbusField::hangs)
                .flatMap(loop -> loop.tags().stream())
                .toList();
    }

    private static Connection connection(PollLoop<ConnectionCycle> loop) {
        return loop.cycles().get(0).connection();
    }

    private static boolean hangs(PollLoop<ConnectionCycle> loop) {
        return loop.hangs(connection(loop).timeoutMs() + LATE_MS);
    }

    /** There is nothing to write. */
    @Override
    public void write(List<Output> outputs, Now now) {}

    @Override
    public FieldHealth health() {
        List<String> words = new ArrayList<>();
        for (PollLoop<ConnectionCycle> loop : loops) {
            words.add(hangs(loop) ? "modbus " + connection(loop).name() + ": " + ReadQueue.HANGS : "");
        }
        cycles.forEach(cycle -> words.add(cycle.fault()));
        return new FieldHealth(FieldHealth.joined(words), "");
    }

    @Override
    public List<ChannelSight> sights() {
        return reads.sights("", hanging());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (loops.isEmpty()) {
            cycles.forEach(ConnectionCycle::close);
        }
        loops.forEach(PollLoop::close);
    }
}
