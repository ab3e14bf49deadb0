package io.pumpwatch.duty;

import io.pumpwatch.station.Role;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who speaks for which side of a handover, and when nobody does. Pure. */
final class HandoverSides {
    private HandoverSides() {}

    /** Why nobody hands over just now, or null. */
    static @Nullable DutyDecision notNow(DutyState duty, HandoverFacts facts) {
        if (duty.accident() != null) {
            return DutyDecision.refuse("handover.accident");
        }
        return facts.switching().isEmpty()
                ? null
                : DutyDecision.refuse("handover.switching", "on", String.join(", ", facts.switching()));
    }

    /** Why this person doesn't speak for the outgoing side, or null. */
    static @Nullable DutyDecision notOutgoing(DutyState duty, String by) {
        if (!duty.onDuty().containsKey(by)) {
            return DutyDecision.refuse("handover.off-duty", "person", duty.name(by));
        }
        Set<String> crew = duty.handovers().crew();
        if (crew.isEmpty() || crew.contains(by) || leads(duty, by)) {
            return null;
        }
        return DutyDecision.refuse("handover.not-crew", "person", duty.name(by), "crew", names(duty, crew));
    }

    /**
     * Whether somebody answers for the station with their crew: operators and shift leaders do. A fitter or technician
     * who is here for a job comes and goes.
     */
    static boolean stands(DutyState duty, String id) {
        var person = duty.person(id);
        return person != null && (person.is(Role.OPERATOR) || person.is(Role.SHIFT_LEADER));
    }

    static boolean leads(DutyState duty, String by) {
        var person = duty.person(by);
        return person != null && person.is(Role.SHIFT_LEADER);
    }

    private static String names(DutyState duty, Set<String> ids) {
        return String.join(", ", new TreeSet<>(ids).stream().map(duty::name).toList());
    }

    /** Why this person doesn't speak for the incoming side, or null. */
    static @Nullable DutyDecision notIncoming(DutyState duty, Handover open, String by) {
        if (open.signed() == null) {
            return DutyDecision.refuse("handover.unsigned");
        }
        if (open.outgoing().equals(by) || open.crew().contains(by)) {
            return DutyDecision.refuse("handover.same", "person", duty.name(by));
        }
        return duty.onDuty().containsKey(by) ? null : DutyDecision.refuse("handover.off-duty", "person", duty.name(by));
    }
}
