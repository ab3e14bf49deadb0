package io.pumpwatch.duty;

import io.pumpwatch.station.Role;
import java.util.Set;

/** What is asked about the people of the station. */
public sealed interface PeopleCommand extends DutyCommand
        permits PeopleCommand.EnrolPerson,
                PeopleCommand.RemovePerson,
                PeopleCommand.ChangePin,
                PaperCommand,
                RemarkCommand {
    /** Enrol somebody, or change name or roles. */
    record EnrolPerson(String person, String name, Set<Role> roles) implements PeopleCommand {}

    /** Somebody leaves. */
    record RemovePerson(String person) implements PeopleCommand {}

    /** Record that a PIN was changed. */
    record ChangePin(String person) implements PeopleCommand {}
}
