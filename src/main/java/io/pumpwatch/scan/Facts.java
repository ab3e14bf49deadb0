package io.pumpwatch.scan;

import io.pumpwatch.alarms.AlarmState;
import io.pumpwatch.duty.DutyCommand;
import io.pumpwatch.duty.DutyFacts;
import io.pumpwatch.duty.HandoverCommand;
import io.pumpwatch.duty.HandoverFacts;
import io.pumpwatch.duty.HandoverItem;
import io.pumpwatch.interlocks.Condition;
import io.pumpwatch.interlocks.InterlockState.PumpState;
import io.pumpwatch.rounds.RoundsFacts;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Reading;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one feature is told of the others: they never see each other, the scan sees them all.
 *
 * @param running pumps that run, by their own tag
 */
record Facts(
        StationPlan plan,
        StationState state,
        Map<Tag, Reading> readings,
        SortedSet<Tag> running,
        Health health,
        long boot,
        Now now) {
    static Facts of(
            StationPlan plan, StationState state, Map<Tag, Reading> readings, Health health, long boot, Now now) {
        SortedSet<Tag> running = new TreeSet<>();
        for (Map.Entry<Tag, PumpState> pump : state.interlocks().pumps().entrySet()) {
            if (pump.getValue().running()) {
                running.add(pump.getKey());
            }
        }
        return new Facts(plan, state, readings, running, health, boot, now);
    }

    /** For what the duty book watches, in each scan: no handover is judged there. */
    DutyFacts duty() {
        return duty(HandoverFacts.none(boot));
    }

    /** For a command to the duty book; the sheet of a handover is filled only where one is drafted. */
    DutyFacts duty(DutyCommand command) {
        if (!(command instanceof HandoverCommand)) {
            return duty();
        }
        List<HandoverItem> sheet = command instanceof HandoverCommand.DraftHandover
                ? HandoverSheet.of(plan, state, readings, health, boot, now)
                : List.of();
        return duty(HandoverSheet.facts(plan, state, sheet, boot, now));
    }

    private DutyFacts duty(HandoverFacts handover) {
        boolean flood = state.interlocks().flood() != null;
        return new DutyFacts(readings, running, flood, rising(), state.rounds().liveLocks(), boot, handover);
    }

    /** For commands to rounds, sheets, jobs and defects. */
    RoundsFacts rounds() {
        return RoundsInputs.facts(plan, state, readings, running, boot, now);
    }

    /** For what rounds and jobs watch, in each scan: nobody acts there. */
    RoundsFacts roundsWatch() {
        return RoundsInputs.watched(plan, state, readings, running, boot);
    }

    /** By the alarm, which has its delay: as the last scan left it. */
    private boolean rising() {
        for (Map.Entry<AlarmId, AlarmState> point : state.alarms().points().entrySet()) {
            if (point.getKey().condition().equals(Condition.RISE)
                    && point.getValue().life().abnormal()) {
                return true;
            }
        }
        return false;
    }
}
