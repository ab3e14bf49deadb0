package io.pumpwatch.duty;

import io.pumpwatch.duty.PeopleCommand.ChangePin;
import io.pumpwatch.duty.PeopleCommand.EnrolPerson;
import io.pumpwatch.duty.PeopleCommand.RemovePerson;
import io.pumpwatch.duty.PeopleEvent.PersonEnrolled;
import io.pumpwatch.duty.PeopleEvent.PersonLeft;
import io.pumpwatch.duty.PeopleEvent.PinChanged;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Role;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who the people of the station are. Pure. */
final class Enrolment {
    private static final Pattern PERSON_ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final int NAME_MAX = 64;

    private Enrolment() {}

    static DutyDecision decide(PeopleState state, PeopleCommand command, @Nullable String by) {
        if (command instanceof EnrolPerson e) {
            return enrol(state, e, by);
        }
        if (command instanceof RemovePerson e) {
            String person = by == null ? "-" : by;
            if (!known(state, e.person())) {
                return unknown(e.person());
            }
            return onlyChief(state, e.person())
                    ? DutyDecision.refuse("person.only-chief", "person", e.person())
                    : DutyDecision.of(new PersonLeft(e.person(), person));
        }
        ChangePin e = (ChangePin) command;
        return known(state, e.person()) ? DutyDecision.of(new PinChanged(e.person(), by)) : unknown(e.person());
    }

    private static DutyDecision enrol(PeopleState state, EnrolPerson command, @Nullable String by) {
        if (!PERSON_ID.matcher(command.person()).matches()) {
            return DutyDecision.refuse("person.id", "person", command.person());
        }
        if (command.name().isBlank() || command.name().length() > NAME_MAX) {
            return DutyDecision.refuse("person.name", "person", command.person());
        }
        if (command.roles().isEmpty()) {
            return DutyDecision.refuse("person.roles", "person", command.person());
        }
        Person before = state.person(command.person());
        if (before != null && !before.active() && !before.name().equals(command.name())) {
            // Old records name people by their id: it stays with whoever signed with it.
            return DutyDecision.refuse("person.id-gone", "person", command.person(), "name", before.name());
        }
        return onlyChief(state, command.person()) && !command.roles().contains(Role.CHIEF)
                ? DutyDecision.refuse("person.only-chief", "person", command.person())
                : DutyDecision.of(new PersonEnrolled(command.person(), command.name(), command.roles(), by));
    }

    /** Without a chief nobody enrols people or arranges shifts. */
    private static boolean onlyChief(PeopleState state, String id) {
        Person person = state.person(id);
        return person != null
                && person.is(Role.CHIEF)
                && state.people().values().stream()
                        .noneMatch(other -> other.is(Role.CHIEF) && !other.id().equals(id));
    }

    private static boolean known(PeopleState state, String id) {
        Person person = state.person(id);
        return person != null && person.active();
    }

    private static DutyDecision unknown(String id) {
        return DutyDecision.refuse("person.unknown", "person", id);
    }

    static PeopleState apply(PeopleState state, PeopleEvent event) {
        if (event instanceof PersonEnrolled e) {
            return state.with(new Person(e.person(), e.name(), e.roles(), true));
        }
        if (event instanceof PersonLeft e) {
            Person person = state.person(e.person());
            return person == null ? state : state.with(new Person(person.id(), person.name(), person.roles(), false));
        }
        // PinChanged is a record for people; the PIN itself is kept apart.
        return state;
    }
}
