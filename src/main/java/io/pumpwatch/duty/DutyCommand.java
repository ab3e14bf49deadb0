package io.pumpwatch.duty;

import io.pumpwatch.station.Role;
import java.util.Set;

/** What people ask about people. */
public sealed interface DutyCommand {
    /** Enrol somebody, or change name or roles. */
    record EnrolPerson(String person, String name, Set<Role> roles) implements DutyCommand {}

    /** Somebody leaves. */
    record RemovePerson(String person) implements DutyCommand {}

    /** Record that a PIN was changed. */
    record ChangePin(String person) implements DutyCommand {}

    /** Come on duty. */
    record SignOn() implements DutyCommand {}

    /** Go off duty. */
    record SignOff() implements DutyCommand {}

    /** Report an accident; never needs a PIN. */
    record ReportAccident(String words) implements DutyCommand {}

    /** Close the accident. */
    record CloseAccident(String words) implements DutyCommand {}
}
