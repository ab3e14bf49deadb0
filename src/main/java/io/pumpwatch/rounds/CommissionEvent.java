package io.pumpwatch.rounds;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Tag;
import java.util.List;

/** Commissioning of instruments. */
public sealed interface CommissionEvent extends RoundsEvent {
    /**
     * A signed commissioning sheet.
     *
     * @param expected what the span asks for at 4, 8, 12, 16 and 20 mA
     * @param errorPercent the largest error as left, of the span
     * @param dueMs wall time of the next check
     */
    record InstrumentCommissioned(
            Tag instrument,
            String unit,
            List<Double> expected,
            List<Double> found,
            List<Double> left,
            double errorPercent,
            AlarmId proven,
            long dueMs,
            String words,
            String by)
            implements CommissionEvent {}
}
