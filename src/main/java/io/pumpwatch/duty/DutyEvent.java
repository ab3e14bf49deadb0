package io.pumpwatch.duty;

import io.pumpwatch.station.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens to people and by people. */
public sealed interface DutyEvent {
    /** Somebody was enrolled, or their name or roles changed. The PIN is kept apart and never comes here. */
    record PersonEnrolled(
            String person,
            String name,
            Set<Role> roles,
            @Nullable String by) implements DutyEvent {}

    /** Somebody left; the name stays on old records. */
    record PersonLeft(String person, String by) implements DutyEvent {}

    /** Somebody got a new PIN. */
    record PinChanged(String person, @Nullable String by) implements DutyEvent {}

    /** Somebody came on duty. */
    record SignedOn(String person) implements DutyEvent {}

    /** Somebody went off duty. */
    record SignedOff(String person) implements DutyEvent {}

    /** An accident (E7); {@code by} is null where nobody had time for a PIN. */
    record AccidentReported(@Nullable String by, String words) implements DutyEvent {}

    /** The chief closed the accident. */
    record AccidentClosed(String by, String words) implements DutyEvent {}
}
