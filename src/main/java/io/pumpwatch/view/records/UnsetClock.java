package io.pumpwatch.view.records;

import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries of a boot whose clock nobody has set wait here until it is set: by uptime it is known then when they were,
 * and reports put them there instead of into 1970. The journal keeps them as they were written. Where the boot ends
 * before its clock is set, they keep what their clock said.
 */
final class UnsetClock {
    /** A station that is never told the time: more than this isn't held back. */
    private static final int WAITING_MAX = 5_000;

    private final List<Line> waiting = new ArrayList<>();
    private long placed;

    /** The next entry; those that can be read now, in order. */
    List<Line> next(Line line) {
        List<Line> ready = new ArrayList<>();
        if (waits() && waiting.get(0).at().boot() != line.at().boot()) {
            ready.addAll(rest());
        }
        if (line.kind().equals("agent.clock-stepped")) {
            waiting.replaceAll(each -> moved(each, line.whole("byMs"), line.at().trust()));
            placed += waiting.size();
        }
        waiting.add(line);
        if (line.at().trust() != ClockTrust.UNSET || waiting.size() >= WAITING_MAX) {
            ready.addAll(rest());
        }
        return ready;
    }

    /** Those that still wait, as they are: no more entries come. */
    List<Line> rest() {
        List<Line> rest = List.copyOf(waiting);
        waiting.clear();
        return rest;
    }

    /** Whether entries wait for their clock. */
    boolean waits() {
        return !waiting.isEmpty();
    }

    /** How many entries were put where uptime says that they were. */
    long placed() {
        return placed;
    }

    private static Line moved(Line line, long byMs, ClockTrust trust) {
        Stamp at = line.at();
        Stamp then = new Stamp(at.boot(), at.utcMs() + byMs, at.uptimeMs(), trust);
        return new Line(line.epoch(), line.seq(), then, line.kind(), line.body());
    }
}
