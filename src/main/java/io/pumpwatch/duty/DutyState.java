package io.pumpwatch.duty;

import io.pumpwatch.duty.AccidentState.Accident;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The duty book; a fold of {@link DutyEvent}s. */
public record DutyState(
        PeopleState roster,
        ShiftState shift,
        AccidentState accidents,
        PremisesState premises,
        HandoverState handovers) {
    /** Before the first event. */
    public static final DutyState EMPTY = new DutyState(
            PeopleState.EMPTY, ShiftState.EMPTY, AccidentState.EMPTY, PremisesState.EMPTY, HandoverState.EMPTY);

    /** Everybody by id; those who left stay, inactive. */
    public SortedMap<String, Person> people() {
        return roster.people();
    }

    /** The person, or null. */
    public @Nullable Person person(String id) {
        return roster.person(id);
    }

    /** Since when each person on duty has been, by id. */
    public SortedMap<String, Stamp> onDuty() {
        return shift.onDuty();
    }

    /** The accident that isn't closed, if any. */
    public @Nullable Accident accident() {
        return accidents.open();
    }

    /** Names of those on duty, for records. */
    public List<String> namesOnDuty() {
        List<String> names = new ArrayList<>(onDuty().size());
        for (String id : onDuty().keySet()) {
            names.add(name(id));
        }
        return List.copyOf(names);
    }

    /** The person's name, or the id of somebody who isn't known. */
    public String name(String id) {
        Person person = person(id);
        return person == null ? id : person.name();
    }

    DutyState with(PeopleState next) {
        return new DutyState(next, shift, accidents, premises, handovers);
    }

    DutyState with(ShiftState next) {
        return new DutyState(roster, next, accidents, premises, handovers);
    }

    DutyState with(AccidentState next) {
        return new DutyState(roster, shift, next, premises, handovers);
    }

    DutyState with(PremisesState next) {
        return new DutyState(roster, shift, accidents, next, handovers);
    }

    DutyState with(HandoverState next) {
        return new DutyState(roster, shift, accidents, premises, next);
    }
}
