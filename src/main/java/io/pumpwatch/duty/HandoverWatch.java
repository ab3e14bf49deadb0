package io.pumpwatch.duty;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Tag;
import java.util.Map;
import java.util.Optional;

/** What a handover that isn't done means: alarms, and who may not leave. Pure. */
public final class HandoverWatch {
    /** The agent's own tag. */
    private static final Tag AGENT = new Tag("UA-900");

    /** Conditions on the agent's own tag. */
    public static final String OVERDUE = "HANDOVER-OVERDUE";

    public static final String REFUSED = "HANDOVER-REFUSED";

    private static final AlarmId OVERDUE_POINT = AGENT.alarm(OVERDUE);
    private static final AlarmId REFUSED_POINT = AGENT.alarm(REFUSED);

    private HandoverWatch() {}

    /** @param changeMs the last change of crews, as {@link HandoverPlan#lastChangeUtcMs} says */
    static void check(HandoverPlan plan, DutyState duty, long changeMs, Now now, Map<AlarmId, Check> checks) {
        checks.put(OVERDUE_POINT, changeMs < 0 ? Check.HELD : Check.of(overdue(plan, duty, changeMs, now)));
        Handover open = duty.handovers().open();
        checks.put(REFUSED_POINT, Check.of(open != null && refused(open)));
    }

    private static boolean refused(Handover open) {
        return open.stage() == Handover.Stage.REFUSED || !open.barred().isEmpty();
    }

    /** Whether the last change of crews should have brought a handover and hasn't. */
    public static boolean overdue(HandoverPlan plan, DutyState duty, Now now) {
        return overdue(plan, duty, plan.lastChangeUtcMs(now), now);
    }

    private static boolean overdue(HandoverPlan plan, DutyState duty, long changeMs, Now now) {
        if (changeMs < 0 || now.utcMs() < changeMs + plan.graceMs()) {
            return false;
        }
        Handover last = duty.handovers().last();
        Handover.Note accepted = last == null ? null : last.accepted();
        if (accepted != null && accepted.at().utcMs() >= changeMs - plan.earlyMs()) {
            return false;
        }
        // Somebody must have been here before the change: an empty station hands over to nobody.
        boolean before = !duty.handovers().crew().isEmpty();
        for (Stamp since : duty.onDuty().values()) {
            before |= since.utcMs() < changeMs - plan.earlyMs();
        }
        return before;
    }

    /** Why this person may not leave: the crew stays until its handover is accepted, or the leader lets them go. */
    static Optional<Refusal> mayLeave(DutyState duty, String person) {
        HandoverState state = duty.handovers();
        boolean stays = state.crew().contains(person) && !state.mayLeave().contains(person);
        return stays ? Optional.of(Refusal.of("handover.stay", "person", duty.name(person))) : Optional.empty();
    }
}
