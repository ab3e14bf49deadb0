package io.pumpwatch.rounds;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Tag;
import java.util.List;

/** What is asked about commissioning. */
public sealed interface CommissionCommand extends RoundsCommand {
    /**
     * An instrument's loop was checked at 4, 8, 12, 16 and 20 mA, and its alarm proven from one end to the other.
     *
     * @param found what it showed at the five currents, in its unit, as it was found
     * @param left the same, as it was left
     * @param proven alarm that came at screen, horn and dispatch
     * @param nextMs until the next check is due
     */
    record CommissionInstrument(
            Tag instrument, List<Double> found, List<Double> left, AlarmId proven, long nextMs, String words)
            implements CommissionCommand {
        public CommissionInstrument {
            found = List.copyOf(found);
            left = List.copyOf(left);
        }
    }
}
