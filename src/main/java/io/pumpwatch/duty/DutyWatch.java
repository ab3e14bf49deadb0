package io.pumpwatch.duty;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import java.util.List;
import java.util.Map;

/**
 * What time and the station's course brought in one scan.
 *
 * @param checks answers for the alarm points that the duty book decides; each part adds its own
 */
public record DutyWatch(DutyMemory memory, List<DutyEvent> events, Map<AlarmId, Check> checks) {}
