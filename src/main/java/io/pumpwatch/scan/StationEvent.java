package io.pumpwatch.scan;

import io.pumpwatch.alarms.AlarmEvent;
import io.pumpwatch.duty.DutyEvent;
import io.pumpwatch.interlocks.InterlockEvent;
import io.pumpwatch.rounds.RoundsEvent;

/** Everything that is ever kept: one record for each feature, wrapping that feature's own events. */
public sealed interface StationEvent {
    /** Of the alarm engine. */
    record Alarm(AlarmEvent event) implements StationEvent {}

    /** Of the interlocks. */
    record Interlock(InterlockEvent event) implements StationEvent {}

    /** Of the duty book. */
    record Duty(DutyEvent event) implements StationEvent {}

    /** Of rounds, sheets, jobs and defects. */
    record Rounds(RoundsEvent event) implements StationEvent {}

    /** Of the agent itself. */
    record Agent(AgentEvent event) implements StationEvent {}
}
