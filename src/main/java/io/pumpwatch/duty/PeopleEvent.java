package io.pumpwatch.duty;

import io.pumpwatch.station.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens to the people of the station. */
public sealed interface PeopleEvent extends DutyEvent
        permits PeopleEvent.PersonEnrolled, PeopleEvent.PersonLeft, PeopleEvent.PinChanged, PaperEvent, RemarkEvent {
    /** Somebody was enrolled, or their name or roles changed. The PIN is kept apart and never comes here. */
    record PersonEnrolled(
            String person,
            String name,
            Set<Role> roles,
            @Nullable String by) implements PeopleEvent {}

    /** Somebody left; the name stays on old records. */
    record PersonLeft(String person, String by) implements PeopleEvent {}

    /** Somebody got a new PIN. */
    record PinChanged(String person, @Nullable String by) implements PeopleEvent {}
}
