package io.pumpwatch.field.modbus;

import io.pumpwatch.field.Field;
import io.pumpwatch.field.FieldHealth;
import io.pumpwatch.field.PollLoop;
import io.pumpwatch.field.ReadQueue;
import io.pumpwatch.field.modbus.ModbusSettings.Connection;
import io.pumpwatch.field.modbus.ModbusSettings.Point;
import io.pumpwatch.station.ChannelSight;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Sample;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Inputs from controllers, soft starters and gauges that a station already has. Each connection has its own thread; the
 * scan takes what it has left and never waits. Reads only: nothing is ever written to a server.
 */
public final class ModbusField implements Field {
    private static final long MS = 1_000_000;
    /** Beyond the connection's own timeout a request counts as hanging, ms. */
    private static final long LATE_MS = 2_000;

    private static final String HANGS = "hangs";

    private final LongSupplier uptimeNs;
    private final ReadQueue reads = new ReadQueue();
    private final Map<Tag, RegisterRead> newest = new ConcurrentHashMap<>();
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
        newest.put(read.tag(), read);
        if (read.fault().isEmpty()) {
            reads.keep(read.tag(), read.atNs(), read.value());
        } else {
            reads.failed(read.tag(), read.atNs());
        }
    }

    @Override
    public List<Sample> read(Now now) {
        if (closed) {
            return List.of();
        }
        List<Sample> samples = reads.take(now, uptimeNs.getAsLong());
        for (PollLoop<ConnectionCycle> loop : loops) {
            if (hangs(loop)) {
                for (Point point : connection(loop).points()) {
                    samples.add(Sample.failed(point.tag(), reads.next(point.tag()), now.uptimeMs()));
                }
            }
        }
        return samples;
    }

    private static Connection connection(PollLoop<ConnectionCycle> loop) {
        return loop.cycles().get(0).connection();
    }

    private boolean hangs(PollLoop<ConnectionCycle> loop) {
        long sinceNs = loop.stuckSinceNs();
        return sinceNs >= 0
                && uptimeNs.getAsLong() - sinceNs > (connection(loop).timeoutMs() + LATE_MS) * MS;
    }

    /** There is nothing to write. */
    @Override
    public void write(List<Output> outputs, Now now) {}

    @Override
    public FieldHealth health() {
        List<String> words = new ArrayList<>();
        for (PollLoop<ConnectionCycle> loop : loops) {
            words.add(hangs(loop) ? "modbus " + connection(loop).name() + ": " + HANGS : "");
        }
        cycles.forEach(cycle -> words.add(cycle.fault()));
        return new FieldHealth(words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining("; ")), "");
    }

    @Override
    public List<ChannelSight> sights() {
        List<ChannelSight> all = new ArrayList<>();
        newest.forEach((tag, read) -> {
            boolean good = read.fault().isEmpty();
            Long raw = good ? Long.valueOf(read.raw()) : null;
            all.add(new ChannelSight(tag, "", raw, good ? read.value() : Double.NaN, "", read.fault()));
        });
        return all;
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
