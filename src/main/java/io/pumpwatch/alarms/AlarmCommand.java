package io.pumpwatch.alarms;

import io.pumpwatch.station.AlarmId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people ask of alarm points. Who they are is proven and what they may do is judged before it comes here. */
public sealed interface AlarmCommand {
    /** Acknowledge these points; all that ask where the list is empty. */
    record Acknowledge(List<AlarmId> points) implements AlarmCommand {}

    /** Silence the horn, nothing else. */
    record Silence() implements AlarmCommand {}

    /** Shelve for a time. */
    record Shelve(AlarmId point, String reason, long forMs) implements AlarmCommand {}

    /** End a shelf. */
    record Unshelve(AlarmId point) implements AlarmCommand {}

    /** Reset a latch. */
    record Reset(AlarmId point) implements AlarmCommand {}

    /** Record what was done about it. */
    record Confirm(AlarmId point, String action) implements AlarmCommand {}

    /** Take out of service for a time. */
    record TakeOut(AlarmId point, String reason, long forMs) implements AlarmCommand {}

    /** Put back in service. */
    record PutBack(AlarmId point) implements AlarmCommand {}

    /** Start a drill. */
    record StartDrill(List<AlarmId> points, String reason, long forMs) implements AlarmCommand {}

    /** End the drill. */
    record EndDrill() implements AlarmCommand {}

    /** The point that this is about, if it is about one. */
    default @Nullable AlarmId about() {
        if (this instanceof Shelve shelve) {
            return shelve.point();
        }
        if (this instanceof TakeOut out) {
            return out.point();
        }
        return null;
    }
}
