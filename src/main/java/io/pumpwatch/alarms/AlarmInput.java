package io.pumpwatch.alarms;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One scan's input to the alarm engine.
 *
 * @param readings newest reading of each instrument, values entered by persons in place of a lost one included
 * @param manual instruments whose reading a person entered
 * @param logic answers for LOGIC points; a point that isn't named is HELD
 * @param settled header instruments with a pump that runs and has settled
 * @param asked what people ask, in order
 */
public record AlarmInput(
        Map<Tag, Reading> readings, Set<Tag> manual, Map<AlarmId, Check> logic, Set<Tag> settled, List<Asked> asked) {

    /** A command of a person who is proven and allowed; {@code by} is null only for silence. */
    public record Asked(AlarmCommand command, @Nullable String by) {
        /** Who asks; only silence may come from nobody. */
        String person() {
            return by == null ? "-" : by;
        }
    }
}
