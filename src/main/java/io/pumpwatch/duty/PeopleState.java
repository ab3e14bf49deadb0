package io.pumpwatch.duty;

import io.pumpwatch.station.Person;
import io.pumpwatch.station.Role;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The people of the station; a fold of {@link PeopleEvent}s.
 *
 * @param people by id; those who left stay, inactive
 */
public record PeopleState(SortedMap<String, Person> people, PaperState papers, RemarkState remarks) {
    static final PeopleState EMPTY = new PeopleState(new TreeMap<>(), PaperState.EMPTY, RemarkState.EMPTY);

    /** The person, or null. */
    public @Nullable Person person(String id) {
        return people.get(id);
    }

    /** Whether anybody is the station's chief. */
    public boolean hasChief() {
        return people.values().stream().anyMatch(person -> person.is(Role.CHIEF));
    }

    PeopleState with(Person person) {
        SortedMap<String, Person> next = new TreeMap<>(people);
        next.put(person.id(), person);
        return new PeopleState(next, papers, remarks);
    }

    PeopleState with(PaperState next) {
        return new PeopleState(people, next, remarks);
    }

    PeopleState with(RemarkState next) {
        return new PeopleState(people, papers, next);
    }
}
