package io.pumpwatch.alarms;

import io.pumpwatch.station.AlarmId;
import java.util.Map;

/** Delays that run, by point; starts afresh after a restart. */
public record AlarmMemory(Map<AlarmId, Delay> delays) {
    /** Of a start. */
    public static final AlarmMemory EMPTY = new AlarmMemory(Map.of());

    Delay of(AlarmId id) {
        Delay delay = delays.get(id);
        return delay == null ? Delay.IDLE : delay;
    }
}
