package io.pumpwatch.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.alarms.AlarmEvent;
import io.pumpwatch.alarms.AlarmEvent.Moved;
import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.alarms.AlarmPlan.Kind;
import io.pumpwatch.alarms.AlarmState;
import io.pumpwatch.alarms.Life;
import io.pumpwatch.alarms.Life.Cue;
import io.pumpwatch.interlocks.InterlockEvent.InhibitsChanged;
import io.pumpwatch.interlocks.InterlockEvent.SwingReleased;
import io.pumpwatch.interlocks.InterlockEvent.TripReset;
import io.pumpwatch.interlocks.InterlockPlan.Header;
import io.pumpwatch.interlocks.InterlockState;
import io.pumpwatch.interlocks.InterlockState.OutputCheck;
import io.pumpwatch.interlocks.InterlockState.SwingLatch;
import io.pumpwatch.interlocks.InterlockState.Trial;
import io.pumpwatch.interlocks.PumpPlan;
import io.pumpwatch.scan.ScanResult;
import io.pumpwatch.scan.StationEvent;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Output;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Reading.Use;
import io.pumpwatch.station.Tag;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What holds in every scan, whatever happens. */
final class Invariants {
    private Invariants() {}

    static void check(StationPlan plan, StationState before, ScanResult result) {
        noEventTwice(result);
        InterlockState was = before.interlocks();
        InterlockState is = result.state().interlocks();
        Map<Tag, Boolean> outputs = result.outputs().stream().collect(Collectors.toMap(Output::tag, Output::energised));
        moves(plan, before, result);
        HandoverInvariants.check(before, result);
        for (Header header : plan.interlocks().headers()) {
            swing(plan, header, was, is, result, outputs);
        }
        for (PumpPlan pump : plan.interlocks().pumps()) {
            trip(pump, was, is, result, outputs);
        }
    }

    private static void noEventTwice(ScanResult result) {
        Set<StationEvent> seen = new HashSet<>();
        for (StationEvent event : result.events()) {
            assertTrue(seen.add(event), "twice in one scan: " + event);
        }
    }

    private static void moves(StationPlan plan, StationState before, ScanResult result) {
        Map<AlarmId, Life> lives = before.alarms().points().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().life()));
        for (StationEvent event : result.events()) {
            AlarmEvent alarm = event instanceof StationEvent.Alarm e ? e.event() : null;
            if (alarm instanceof Moved moved) {
                assertEquals(lives.getOrDefault(moved.id(), Life.NORMAL), moved.from(), "chain of " + moved);
                assertNotEquals(moved.from(), moved.to(), "no move: " + moved);
                lives.put(moved.id(), moved.to());
                if (moved.on() == Cue.ACKNOWLEDGE || moved.on() == Cue.RESET) {
                    assertNotNull(moved.by(), "only people acknowledge and reset: " + moved);
                }
                AlarmPlan point = plan.alarms().point(moved.id());
                if (point != null && (point.kind() != Kind.LOGIC)) {
                    byGoodDataOnly(point, before.alarms().points().get(moved.id()), moved, result);
                }
            }
        }
    }

    /** Bad data never raises and never clears a process alarm. */
    private static void byGoodDataOnly(AlarmPlan point, @Nullable AlarmState before, Moved moved, ScanResult result) {
        if (moved.on() != Cue.RAISE && moved.on() != Cue.RETURN) {
            return;
        }
        // A pressure of pumps that stand still isn't asked for: the gate clears it, not the data.
        boolean gated = point.whileSettled()
                && (!result.live().settled().contains(point.id().tag())
                        || (before != null && before.suppressed() != null));
        Reading entered = result.live().entered().get(point.id().tag());
        Reading reading =
                entered == null ? result.live().conditioned().of(point.id().tag()) : entered;
        boolean atLeast = reading.use() == Use.AT_LEAST && point.kind() == Kind.HIGH && moved.on() == Cue.RAISE;
        assertTrue(reading.used() || atLeast || gated, "moved by bad data: " + moved + " " + reading);
    }

    private static void swing(
            StationPlan plan,
            Header header,
            InterlockState was,
            InterlockState is,
            ScanResult result,
            Map<Tag, Boolean> outputs) {
        SwingLatch held = was.header(header.pressure()).swing();
        SwingLatch now = is.header(header.pressure()).swing();
        if (held != null && now == null) {
            SwingReleased released = result.events().stream()
                    .filter(event -> event instanceof StationEvent.Interlock e && e.event() instanceof SwingReleased)
                    .map(event -> (SwingReleased) ((StationEvent.Interlock) event).event())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("lifted without a release: " + held));
            assertFalse(released.cause().isBlank());
            assertNotEquals(released.causeBy(), released.by(), "two people");
        }
        if (now == null) {
            return;
        }
        Trial trial = now.trial();
        for (Tag tag : header.pumps()) {
            PumpPlan pump = plan.interlocks().pump(tag);
            boolean tried = trial != null && !trial.over() && trial.pump().equals(tag);
            if (pump != null && pump.permit() != null && !tried) {
                assertEquals(false, outputs.get(pump.permit()), "permit under a swing latch: " + tag);
            }
        }
    }

    private static void trip(
            PumpPlan pump, InterlockState was, InterlockState is, ScanResult result, Map<Tag, Boolean> outputs) {
        boolean held = !is.tripsOf(pump.tag()).isEmpty();
        OutputCheck check = pump.trip() == null ? null : is.checks().get(pump.trip());
        if (pump.trip() != null && (held || check == null)) {
            assertEquals(held, outputs.get(pump.trip()), "trip output of " + pump.tag());
        }
        for (Tag output : is.checks().keySet()) {
            boolean runs = (output.equals(pump.permit()) || output.equals(pump.trip()))
                    && result.live().conditioned().of(pump.running()).closed();
            assertFalse(runs, "a function check while its pump runs: " + output);
        }
        for (AlarmId point : was.tripsOf(pump.tag())) {
            boolean reset = result.events().stream()
                    .anyMatch(event -> event instanceof StationEvent.Interlock e
                            && e.event() instanceof TripReset done
                            && done.point().equals(point)
                            && !done.cause().isBlank());
            assertTrue(is.trips().containsKey(point) || reset, "a trip went without a reset: " + point);
        }
        if (held && pump.permit() != null) {
            assertEquals(false, outputs.get(pump.permit()), "permit under a trip: " + pump.tag());
        }
        if (!pump.kind().inhibitable()) {
            boolean inhibited = result.events().stream()
                    .anyMatch(event -> event instanceof StationEvent.Interlock e
                            && e.event() instanceof InhibitsChanged change
                            && change.pump().equals(pump.tag()));
            assertFalse(inhibited, "a drainage pump was inhibited: " + pump.tag());
        }
    }
}
