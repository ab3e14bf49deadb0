package io.pumpwatch.interlocks;

import static io.pumpwatch.interlocks.InterlockMemory.NOT;

import io.pumpwatch.interlocks.InterlockEvent.ExcursionBegan;
import io.pumpwatch.interlocks.InterlockEvent.ExcursionEnded;
import io.pumpwatch.interlocks.InterlockEvent.PumpStopped;
import io.pumpwatch.interlocks.InterlockEvent.SwingLatched;
import io.pumpwatch.interlocks.InterlockEvent.TrialEnded;
import io.pumpwatch.interlocks.InterlockMemory.HeaderMemory;
import io.pumpwatch.interlocks.InterlockPlan.Header;
import io.pumpwatch.interlocks.InterlockPlan.Swing;
import io.pumpwatch.interlocks.InterlockState.Excursion;
import io.pumpwatch.interlocks.InterlockState.HeaderState;
import io.pumpwatch.interlocks.InterlockState.SwingLatch;
import io.pumpwatch.interlocks.InterlockState.Trial;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Reading.Use;
import io.pumpwatch.station.Tag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A pressure header: settled or not, excursions from its rule (P1, P2), swing (P3), trip, failed to build pressure. */
final class Headers {
    /** Samples in a row beyond the setpoint that trip. */
    static final int TRIP_SAMPLES = 2;

    private Headers() {}

    static Map<Tag, HeaderMemory> watch(Work work, InterlockMemory memory) {
        Map<Tag, HeaderMemory> next = new HashMap<>();
        for (Header header : work.plan.headers()) {
            HeaderMemory before = memory.headers().getOrDefault(header.pressure(), HeaderMemory.FRESH);
            next.put(header.pressure(), new Scan(work, header, before).run());
        }
        return next;
    }

    /** One header in one scan. */
    private static final class Scan {
        private final Work work;
        private final Header header;
        private final HeaderMemory before;
        private final Tag tag;
        private final Set<Tag> running = new HashSet<>();
        private SwingWindow window;
        private int beyond;
        private double extreme;
        private long outsideMs;

        Scan(Work work, Header header, HeaderMemory before) {
            this.work = work;
            this.header = header;
            this.before = before;
            this.tag = header.pressure();
            this.window = before.window();
            this.beyond = before.beyond();
            this.extreme = before.extreme();
            this.outsideMs = before.outsideMs();
        }

        HeaderMemory run() {
            boolean contactsSettled = false;
            for (Tag pump : header.pumps()) {
                if (work.state().pump(pump).running()) {
                    running.add(pump);
                    contactsSettled |= work.since(work.pump(pump).closedMs()) >= header.settleMs();
                }
            }
            Reading newest = work.readings().of(tag);
            long aliveMs = alive(newest) ? (before.aliveMs() == NOT ? work.uptimeMs() : before.aliveMs()) : NOT;
            boolean doubted = doubted(newest, aliveMs);
            boolean settled = contactsSettled || doubted;
            boolean latched = work.state().header(tag).swing() != null;
            boolean released = before.latched() && !latched;
            // A release begins anew: the swing that was released must not latch again.
            if (!running.equals(before.running()) || newest.bad() || !settled || released) {
                window = SwingWindow.EMPTY;
            }
            for (Reading reading : work.readings().fresh()) {
                if (reading.tag().equals(tag)) {
                    sample(reading, settled);
                }
            }
            if (!settled) {
                endExcursion();
            }
            boolean failed = failed(newest, settled);
            endTrial();
            if (settled) {
                work.settled.add(tag);
            }
            HeaderState state = work.state().header(tag);
            work.check(tag, Condition.SWING, state.swing() != null);
            work.check(tag, Condition.NO_PRESSURE, failed);
            work.check(tag, Condition.CONTACT_DISAGREES, doubted);
            if (header.trip() != null) {
                work.check(tag, Condition.TRIP, work.state().trips().containsKey(tag.alarm(Condition.TRIP)));
            }
            return new HeaderMemory(
                    running,
                    window,
                    beyond,
                    extreme,
                    outsideMs,
                    settled,
                    failed,
                    doubted,
                    aliveMs,
                    state.swing() != null);
        }

        private void sample(Reading reading, boolean settled) {
            trip(reading);
            if (!settled || reading.use() == Use.HELD) {
                return;
            }
            swing(reading);
            boolean outside = reading.raw() < header.ruleLow() || reading.raw() > header.ruleHigh();
            if (outside) {
                excursion(reading.raw());
            } else {
                endExcursion();
            }
        }

        private void trip(Reading reading) {
            Double setpoint = header.trip();
            if (setpoint == null) {
                return;
            }
            // Whatever the quality says: a jump may be the truth, and a trip must not wait for it (Protection, Trip).
            boolean high = Double.isFinite(reading.raw()) && reading.raw() > setpoint;
            beyond = high ? beyond + 1 : 0;
            if (beyond >= TRIP_SAMPLES) {
                Trips.trip(work, tag, reading.raw(), setpoint, header.pumps());
            }
        }

        private void swing(Reading reading) {
            Swing swing = header.swing();
            if (swing == null || !reading.used()) {
                return;
            }
            window = window.with(reading.sampleUptimeMs(), reading.raw(), swing.windowMs());
            if (window.range() > swing.range() && work.state().header(tag).swing() == null) {
                work.emit(new SwingLatched(tag, window.smallest(), window.largest(), swing.range(), swing.windowMs()));
            }
        }

        private void excursion(double value) {
            if (work.state().header(tag).excursion() == null) {
                work.emit(new ExcursionBegan(tag, header.ruleId(), value, header.ruleLow(), header.ruleHigh()));
                outsideMs = work.uptimeMs();
                extreme = value;
            } else if (Double.isNaN(extreme) || further(value) > further(extreme)) {
                extreme = value;
            }
        }

        private double further(double value) {
            return Math.max(header.ruleLow() - value, value - header.ruleHigh());
        }

        private void endExcursion() {
            Excursion began = work.state().header(tag).excursion();
            if (began != null) {
                long lasted = Math.max(0, began.at().elapsedMs(work.boot, work.now));
                // After a restart only the value that it began with is known.
                boolean known = !Double.isNaN(extreme) && further(extreme) >= further(began.value());
                double furthest = known ? extreme : began.value();
                work.emit(new ExcursionEnded(tag, header.ruleId(), furthest, lasted));
            }
            extreme = Double.NaN;
            outsideMs = NOT;
        }

        /** Every contact is open, and yet there is what only a running pump makes. */
        private boolean alive(Reading pressure) {
            if (!running.isEmpty()) {
                return false;
            }
            for (Tag each : header.pumps()) {
                PumpPlan pump = work.plan.pump(each);
                if (pump != null && currentFlows(pump)) {
                    return true;
                }
            }
            return pressure.used() && pressure.value() >= header.alive();
        }

        private boolean currentFlows(PumpPlan pump) {
            Tag current = pump.current();
            Reading reading = current == null ? null : work.readings().of(current);
            return reading != null && reading.used() && reading.value() > pump.currentRunning();
        }

        private boolean doubted(Reading pressure, long aliveMs) {
            if (!running.isEmpty()) {
                return false;
            }
            if (work.since(aliveMs) >= header.disagreeMs()) {
                return true;
            }
            // Once doubted, only a pressure that no running pump leaves settles it: the low limit must not go blind.
            boolean gone = pressure.used() && pressure.value() < header.alive() / 2;
            return before.doubted() && !gone;
        }

        private boolean failed(Reading pressure, boolean settled) {
            if (!settled || running.isEmpty()) {
                return false;
            }
            boolean low = pressure.used() && pressure.value() < header.low();
            boolean atPressure = pressure.used() && !low;
            return before.settled() ? before.failed() && !atPressure : low;
        }

        private void endTrial() {
            SwingLatch latch = work.state().header(tag).swing();
            Trial trial = latch == null ? null : latch.trial();
            if (trial == null || trial.over()) {
                return;
            }
            long elapsedMs = trial.at().elapsedMs(work.boot, work.now);
            // From the event, not from the last scan: the pump may have stopped while the agent was away.
            boolean stopped = work.events.stream()
                    .anyMatch(event ->
                            event instanceof PumpStopped stop && stop.pump().equals(trial.pump()));
            if (stopped || elapsedMs < 0 || elapsedMs >= trial.forMs()) {
                work.emit(new TrialEnded(tag, trial.pump(), stopped ? "stopped" : "time over"));
            }
        }
    }
}
