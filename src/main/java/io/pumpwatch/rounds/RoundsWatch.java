package io.pumpwatch.rounds;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import java.util.List;
import java.util.Map;

/**
 * What time and the station's course brought in one scan.
 *
 * @param checks answers for the alarm points that rounds, sheets and jobs decide
 */
public record RoundsWatch(RoundsMemory memory, List<RoundsEvent> events, Map<AlarmId, Check> checks) {}
