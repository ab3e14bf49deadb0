package io.pumpwatch.duty;

import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Check;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Tag;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a handover that isn't done means: alarms, and who may not leave. Pure. */
public final class HandoverWatch {
    /** The agent's own tag. */
    private static final Tag AGENT = new Tag("UA-900");

    /** Conditions on the agent's own tag. */
    public static final String OVERDUE = "HANDOVER-OVERDUE";

    public static final String REFUSED = "HANDOVER-REFUSED";

    private HandoverWatch() {}

    static Map<AlarmId, Check> checks(HandoverPlan plan, DutyState duty, Now now) {
        Map<AlarmId, Check> checks = new HashMap<>();
        boolean known = plan.lastChangeUtcMs(now) >= 0;
        checks.put(AGENT.alarm(OVERDUE), known ? Check.of(overdue(plan, duty, now)) : Check.HELD);
        Handover open = duty.handovers().open();
        checks.put(AGENT.alarm(REFUSED), Check.of(open != null && refused(open)));
        return checks;
    }

    private static boolean refused(Handover open) {
        return open.stage() == Handover.Stage.REFUSED || !open.barred().isEmpty();
    }

    /** Whether the last change of crews should have brought a handover and hasn't. */
    public static boolean overdue(HandoverPlan plan, DutyState duty, Now now) {
        long changeMs = plan.lastChangeUtcMs(now);
        if (changeMs < 0 || now.utcMs() < changeMs + plan.graceMs()) {
            return false;
        }
        Handover last = duty.handovers().last();
        Handover.Note accepted = last == null ? null : last.accepted();
        if (accepted != null && accepted.at().utcMs() >= changeMs - plan.earlyMs()) {
            return false;
        }
        // Somebody must have been here before the change: an empty station hands over to nobody.
        return !duty.handovers().crew().isEmpty()
                || duty.onDuty().values().stream().anyMatch(since -> since.utcMs() < changeMs - plan.earlyMs());
    }

    /** Why this person may not leave: the crew stays until its handover is accepted, or the leader lets them go. */
    static Optional<Refusal> mayLeave(DutyState duty, String person) {
        HandoverState state = duty.handovers();
        boolean stays = state.crew().contains(person) && !state.mayLeave().contains(person);
        return stays ? Optional.of(Refusal.of("handover.stay", "person", duty.name(person))) : Optional.empty();
    }
}
