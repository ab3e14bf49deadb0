package io.pumpwatch.rounds;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Text;
import java.util.List;

/** Work that an alarm asks for (P5). */
public sealed interface WorkEvent extends RoundsEvent {
    /** An alarm opened it; {@code item} counts from 1. */
    record WorkOpened(long item, AlarmId point, Stamp raised) implements WorkEvent {}

    /** Nobody has handled it, so it goes to this role; the offices that supervise the rule are told. */
    record WorkEscalated(long item, AlarmId point, Role to, List<Text> addressees) implements WorkEvent {}

    /** Somebody recorded how it was handled. */
    record WorkHandled(long item, AlarmId point, String words, String by) implements WorkEvent {}
}
