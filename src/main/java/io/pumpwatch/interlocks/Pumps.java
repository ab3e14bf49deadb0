package io.pumpwatch.interlocks;

import static io.pumpwatch.interlocks.InterlockMemory.NOT;

import io.pumpwatch.interlocks.InterlockEvent.PumpStarted;
import io.pumpwatch.interlocks.InterlockEvent.PumpStopped;
import io.pumpwatch.interlocks.InterlockMemory.PumpMemory;
import io.pumpwatch.interlocks.InterlockState.Announced;
import io.pumpwatch.interlocks.InterlockState.PumpState;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Stamp;
import java.util.List;

/** Running contacts: started, stopped, why; against an inhibit; a trip that doesn't open the contact. */
final class Pumps {
    static final String UNKNOWN = "unknown";
    /** An announced stop is believed for this long. */
    static final long ANNOUNCED_MS = 600_000;

    private Pumps() {}

    static void watch(Work work, InterlockMemory memory) {
        for (PumpPlan pump : work.plan.pumps()) {
            PumpMemory before = memory.pumps().getOrDefault(pump.tag(), PumpMemory.FRESH);
            work.pumps.put(pump.tag(), contact(work, pump, before));
        }
    }

    private static PumpMemory contact(Work work, PumpPlan pump, PumpMemory before) {
        Reading contact = work.readings().of(pump.running());
        if (!contact.used()) {
            // An unreadable contact says nothing: what was known stays.
            return before;
        }
        PumpState state = work.state().pump(pump.tag());
        boolean closed = contact.closed();
        if (closed && !state.running()) {
            work.emit(new PumpStarted(pump.tag(), against(work, pump, before), work.input.onDuty()));
        } else if (!closed && state.running()) {
            work.emit(stopped(work, pump, state, before));
        }
        long now = work.uptimeMs();
        return new PumpMemory(
                true,
                closed ? (before.closedMs() == NOT ? now : before.closedMs()) : NOT,
                closed ? NOT : (before.openMs() == NOT ? now : before.openMs()),
                before.trippedMs(),
                before.dry());
    }

    /** The permit that stood when the start was pressed is the one of the scan before. */
    private static List<String> against(Work work, PumpPlan pump, PumpMemory before) {
        if (pump.permit() == null || !pump.kind().inhibitable()) {
            return List.of();
        }
        List<String> reasons = work.state().pump(pump.tag()).inhibits();
        // At the first look after a start nobody knows when the contact closed: only a latch is sure to have stood.
        return before.seen()
                ? reasons
                : reasons.stream().filter(Permits::latched).toList();
    }

    private static PumpStopped stopped(Work work, PumpPlan pump, PumpState state, PumpMemory before) {
        Stamp since = state.since();
        long ranMs = since == null ? 0 : Math.max(0, since.elapsedMs(work.boot, work.now));
        Announced announced = state.announced();
        // The low-low stop of a sump uses the trip output too, without a latch.
        if (before.dry() || !work.state().tripsOf(pump.tag()).isEmpty()) {
            return new PumpStopped(pump.tag(), ranMs, "trip", null);
        }
        if (announced != null) {
            long ago = announced.at().elapsedMs(work.boot, work.now);
            if (ago >= 0 && ago <= ANNOUNCED_MS) {
                return new PumpStopped(pump.tag(), ranMs, "announced", announced.reason());
            }
        }
        return new PumpStopped(pump.tag(), ranMs, pump.automatic() ? "automatic" : UNKNOWN, null);
    }

    /** After all trips of this scan are known. */
    static void judge(Work work) {
        for (PumpPlan pump : work.plan.pumps()) {
            PumpState state = work.state().pump(pump.tag());
            PumpMemory memory = work.pump(pump.tag());
            boolean tripped = !work.state().tripsOf(pump.tag()).isEmpty();
            long trippedMs = tripped ? (memory.trippedMs() == NOT ? work.uptimeMs() : memory.trippedMs()) : NOT;
            boolean dry = pump.trip() != null && work.dryRun.contains(pump.tag());
            work.pumps.put(
                    pump.tag(), new PumpMemory(memory.seen(), memory.closedMs(), memory.openMs(), trippedMs, dry));
            boolean stillRuns = tripped && state.running() && work.since(trippedMs) >= pump.stopMs();
            work.check(pump.running(), Condition.TRIP_FAILED, stillRuns);
            work.check(pump.running(), Condition.UNEXPECTED_STOP, !state.running() && state.unexplained());
            work.check(
                    pump.running(),
                    Condition.AGAINST_INHIBIT,
                    state.running() && !state.against().isEmpty());
        }
    }
}
