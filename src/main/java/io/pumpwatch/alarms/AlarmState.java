package io.pumpwatch.alarms;

import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one alarm point; a fold of its events.
 *
 * @param life where it stands
 * @param since when it came there
 * @param seq journal sequence of the entry that brought it there
 * @param raised when it last became unacknowledged
 * @param value value at that moment, if it was a limit
 * @param priority priority then
 * @param firstOut whether it was the first of its group
 * @param acknowledgedBy person, while ACKED or LATCHED_ACKED
 * @param shelf set while shelved
 * @param service set while out of service
 * @param suppressed reason, while suppressed by design
 * @param lifeBefore life when that suppression began; null while not suppressed
 */
public record AlarmState(
        Life life,
        Stamp since,
        long seq,
        @Nullable Stamp raised,
        @Nullable Double value,
        Priority priority,
        boolean firstOut,
        @Nullable String acknowledgedBy,
        @Nullable Mask shelf,
        @Nullable Mask service,
        @Nullable String suppressed,
        @Nullable Life lifeBefore) {

    /** A person took the point away from view for a time. */
    public record Mask(String by, String reason, long forMs, Stamp since) {}

    static AlarmState normal(Stamp at, Priority priority) {
        return new AlarmState(Life.NORMAL, at, 0, null, null, priority, false, null, null, null, null, null);
    }

    /** Whether people see and hear it: it isn't shelved, out of service or suppressed. */
    public boolean shown() {
        return shelf == null && service == null && suppressed == null;
    }

    /** Whether it is annunciated now. */
    public boolean annunciated() {
        return life != Life.NORMAL && shown();
    }

    /** Whether the horn speaks for it. A return asks in silence: the process is normal again. */
    public boolean audible() {
        return shown() && (life == Life.UNACKED || life == Life.LATCHED_UNACKED);
    }

    /** Whether it is no different from a point that never alarmed. */
    public boolean plain() {
        return life == Life.NORMAL && shown();
    }

    AlarmState withShelf(@Nullable Mask mask, long seq) {
        return new AlarmState(
                life,
                since,
                seq,
                raised,
                value,
                priority,
                firstOut,
                acknowledgedBy,
                mask,
                service,
                suppressed,
                lifeBefore);
    }

    AlarmState withService(@Nullable Mask mask, long seq) {
        return new AlarmState(
                life,
                since,
                seq,
                raised,
                value,
                priority,
                firstOut,
                acknowledgedBy,
                shelf,
                mask,
                suppressed,
                lifeBefore);
    }

    AlarmState withSuppressed(@Nullable String because, @Nullable Life before, long seq) {
        return new AlarmState(
                life, since, seq, raised, value, priority, firstOut, acknowledgedBy, shelf, service, because, before);
    }
}
