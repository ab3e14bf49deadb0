package io.pumpwatch.alarms;

import io.pumpwatch.alarms.AlarmEvent.BackInService;
import io.pumpwatch.alarms.AlarmEvent.Closed;
import io.pumpwatch.alarms.AlarmEvent.DrillEnded;
import io.pumpwatch.alarms.AlarmEvent.DrillStarted;
import io.pumpwatch.alarms.AlarmEvent.FloodBegan;
import io.pumpwatch.alarms.AlarmEvent.FloodEnded;
import io.pumpwatch.alarms.AlarmEvent.Moved;
import io.pumpwatch.alarms.AlarmEvent.OutOfService;
import io.pumpwatch.alarms.AlarmEvent.Shelved;
import io.pumpwatch.alarms.AlarmEvent.Silenced;
import io.pumpwatch.alarms.AlarmEvent.Suppressed;
import io.pumpwatch.alarms.AlarmEvent.Unshelved;
import io.pumpwatch.alarms.AlarmEvent.Unsuppressed;
import io.pumpwatch.alarms.AlarmState.Mask;
import io.pumpwatch.station.Stamp;

/** The only way that alarm state changes, live and in replay. */
public final class AlarmFold {
    private AlarmFold() {}

    /** The state after one event, kept under that sequence number. */
    public static AlarmsState apply(AlarmsState state, long seq, Stamp at, AlarmEvent event) {
        if (event instanceof Moved moved) {
            return moved(state, seq, at, moved);
        }
        if (event instanceof Shelved e) {
            Mask mask = new Mask(e.by(), e.reason(), e.forMs(), at);
            return state.with(e.id(), state.of(e.id(), at).withShelf(mask, seq));
        }
        if (event instanceof Unshelved e) {
            return state.with(e.id(), state.of(e.id(), at).withShelf(null, seq));
        }
        if (event instanceof OutOfService e) {
            Mask mask = new Mask(e.by(), e.reason(), e.forMs(), at);
            return state.with(e.id(), state.of(e.id(), at).withService(mask, seq));
        }
        if (event instanceof BackInService e) {
            return state.with(e.id(), state.of(e.id(), at).withService(null, seq));
        }
        if (event instanceof Suppressed e) {
            AlarmState point = state.of(e.id(), at);
            return state.with(e.id(), point.withSuppressed(e.because(), point.life(), seq));
        }
        if (event instanceof Unsuppressed e) {
            return state.with(e.id(), state.of(e.id(), at).withSuppressed(null, null, seq));
        }
        if (event instanceof Closed e) {
            return state.without(e.id());
        }
        return whole(state, at, event);
    }

    private static AlarmsState whole(AlarmsState state, Stamp at, AlarmEvent event) {
        if (event instanceof Silenced) {
            return state.withSilenced(at);
        }
        if (event instanceof DrillStarted e) {
            return state.withDrill(new AlarmsState.Drill(e.points(), e.by(), e.reason(), e.forMs(), at));
        }
        if (event instanceof DrillEnded) {
            return state.withDrill(null);
        }
        if (event instanceof FloodBegan) {
            return state.withLoad(state.load().floodBegan(at));
        }
        if (event instanceof FloodEnded) {
            return state.withLoad(state.load().floodEnded(at));
        }
        // Confirmed is a record for people; it changes nothing.
        return state;
    }

    private static AlarmsState moved(AlarmsState state, long seq, Stamp at, Moved moved) {
        AlarmState before = state.of(moved.id(), at);
        boolean raises = moved.to() == Life.UNACKED;
        boolean held = moved.to() == Life.ACKED || moved.to() == Life.LATCHED_ACKED;
        AlarmState after = new AlarmState(
                moved.to(),
                at,
                seq,
                raises ? at : before.raised(),
                raises ? moved.value() : before.value(),
                moved.priority(),
                raises ? moved.firstOut() : before.firstOut(),
                held ? (moved.by() == null ? before.acknowledgedBy() : moved.by()) : null,
                before.shelf(),
                before.service(),
                before.suppressed(),
                before.lifeBefore());
        AlarmsState next = state.with(moved.id(), after);
        if (raises && after.shown()) {
            next = next.withSilenced(null);
        }
        return moved.counted() ? next.withLoad(next.load().raised(moved.id(), moved.priority(), at)) : next;
    }
}
