package io.pumpwatch.interlocks;

import io.pumpwatch.interlocks.InterlockEvent.Tripped;
import io.pumpwatch.interlocks.InterlockState.TripLatch;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Map;

/** Latching of trips, with the first-out among those that hold the same pumps. */
final class Trips {
    private Trips() {}

    /** Latches the trip of that instrument, unless it is latched already. */
    static void trip(Work work, Tag instrument, double value, double setpoint, List<Tag> pumps) {
        AlarmId point = instrument.alarm(Condition.TRIP);
        Map<AlarmId, TripLatch> latched = work.state().trips();
        if (latched.containsKey(point)) {
            return;
        }
        boolean first = latched.values().stream()
                .noneMatch(other -> other.pumps().stream().anyMatch(pumps::contains));
        work.emit(new Tripped(point, value, setpoint, pumps, first));
    }
}
