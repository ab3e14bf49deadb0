package io.pumpwatch.field.modbus;

import io.pumpwatch.field.PollLoop;
import io.pumpwatch.field.RetryDelay;
import io.pumpwatch.field.modbus.ModbusFault.Reach;
import io.pumpwatch.field.modbus.ModbusSettings.Connection;
import io.pumpwatch.field.modbus.ModbusSettings.Point;
import io.pumpwatch.field.modbus.Registers.Block;
import io.pumpwatch.station.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one connection round by round, a request a step. A unit that doesn't answer is left out until its next try, so
 * that the others on the line keep their pace; registers that a server refuses fail alone; a lost connection fails all
 * and is opened anew.
 */
final class ConnectionCycle implements PollLoop.Cycle {
    private static final long MS = 1_000_000;

    private final Connection connection;
    private final ModbusPort.Opener opener;
    private final Consumer<RegisterRead> reads;
    private final LongSupplier uptimeNs;
    private final List<Block> blocks;
    private final Map<Integer, Away> away = new TreeMap<>();
    private final Map<Block, String> refused = new LinkedHashMap<>();
    private @Nullable ModbusPort port;
    private RetryDelay retry = RetryDelay.NONE;
    private int at;
    private long roundNs;
    private boolean begun;
    private String broken = "";
    private volatile String fault = "";

    /** A unit that doesn't answer. */
    private record Away(RetryDelay retry, long untilNs) {}

    /** @param uptimeNs a clock for the moment of each answer */
    ConnectionCycle(
            Connection connection, ModbusPort.Opener opener, Consumer<RegisterRead> reads, LongSupplier uptimeNs) {
        this.connection = connection;
        this.opener = opener;
        this.reads = reads;
        this.uptimeNs = uptimeNs;
        this.blocks = Registers.blocks(connection.points());
    }

    @Override
    public long step(long nowNs) {
        if (!begun) {
            begun = true;
            roundNs = nowNs;
        }
        Block block = blocks.get(at);
        Away unit = away.get(block.unit());
        if (unit != null && nowNs < unit.untilNs()) {
            return next(nowNs);
        }
        try {
            ModbusPort open = port == null ? opener.open(connection) : port;
            port = open;
            byte[] answer = open.read(block.unit(), block.table(), block.address(), block.count());
            retry = RetryDelay.NONE;
            broken = "";
            away.remove(block.unit());
            refused.remove(block);
            tell(block, answer);
            return next(nowNs);
        } catch (ModbusFault failed) {
            return failed(block, failed, nowNs);
        }
    }

    private void tell(Block block, byte[] answer) {
        long atNs = uptimeNs.getAsLong();
        for (Point point : block.points()) {
            long raw = Registers.raw(point, block, answer);
            if (raw < 0) {
                refused.put(block, "answers with too little");
                reads.accept(new RegisterRead(point.tag(), atNs, 0, 0, "answers with too little"));
            } else {
                reads.accept(new RegisterRead(point.tag(), atNs, raw, Registers.value(point, raw), ""));
            }
        }
    }

    private long failed(Block block, ModbusFault failed, long nowNs) {
        String words = failed.words();
        if (failed.reach() == Reach.CONNECTION) {
            broken = words;
            // What single units and registers had is asked anew with the connection.
            away.clear();
            refused.clear();
            blocks.forEach(each -> fail(each, words));
            close();
            at = 0;
            retry = retry.failed();
            roundNs = uptimeNs.getAsLong() + retry.waitMs() * MS;
            say();
            return roundNs;
        }
        broken = "";
        retry = RetryDelay.NONE;
        if (failed.reach() == Reach.REGISTERS) {
            away.remove(block.unit());
            refused.put(block, words);
            fail(block, words);
            return next(nowNs);
        }
        Away before = away.getOrDefault(block.unit(), new Away(RetryDelay.NONE, 0));
        RetryDelay after = before.retry().failed();
        away.put(block.unit(), new Away(after, uptimeNs.getAsLong() + after.waitMs() * MS));
        blocks.stream().filter(each -> each.unit() == block.unit()).forEach(each -> fail(each, words));
        return next(nowNs);
    }

    private void fail(Block block, String words) {
        long atNs = uptimeNs.getAsLong();
        block.points().forEach(point -> reads.accept(new RegisterRead(point.tag(), atNs, 0, 0, words)));
    }

    private long next(long nowNs) {
        say();
        at++;
        if (at < blocks.size()) {
            return nowNs;
        }
        at = 0;
        roundNs += connection.everyMs() * MS;
        long endNs = uptimeNs.getAsLong();
        if (roundNs <= endNs) {
            // Rounds that were missed are not made up; a line that is all away rests as long as its soonest unit.
            roundNs = endNs;
            for (Away unit : away.values()) {
                roundNs = away.size() == units() ? Math.max(roundNs, unit.untilNs()) : roundNs;
            }
        }
        return roundNs;
    }

    private long units() {
        return blocks.stream().mapToInt(Block::unit).distinct().count();
    }

    private void say() {
        Map<String, String> words = new LinkedHashMap<>();
        if (!broken.isEmpty()) {
            words.put("", broken);
        }
        away.keySet().forEach(unit -> words.put(" unit " + unit, "no answer"));
        refused.forEach((block, why) -> words.put(" " + block.points().get(0).name(), why));
        StringBuilder all = new StringBuilder();
        words.forEach((where, why) -> all.append(all.length() == 0 ? "" : "; ")
                .append("modbus ")
                .append(connection.name())
                .append(where)
                .append(": ")
                .append(why));
        fault = all.toString();
    }

    /** What is wrong with the connection, its units and registers; empty while all answer. Any thread. */
    String fault() {
        return fault;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public List<Tag> tags() {
        return connection.points().stream().map(Point::tag).toList();
    }

    @Override
    public void close() {
        if (port != null) {
            port.close();
            port = null;
        }
    }
}
