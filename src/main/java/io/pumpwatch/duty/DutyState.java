package io.pumpwatch.duty;

import io.pumpwatch.station.Person;
import io.pumpwatch.station.Stamp;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * People and who is here; a fold of {@link DutyEvent}s.
 *
 * @param people by id; those who left stay, inactive
 * @param onDuty since when, by id
 * @param accident the accident that isn't closed, if any
 */
public record DutyState(
        SortedMap<String, Person> people,
        SortedMap<String, Stamp> onDuty,
        @Nullable Accident accident) {
    /** Before the first event. */
    public static final DutyState EMPTY = new DutyState(new TreeMap<>(), new TreeMap<>(), null);

    /** An accident. */
    public record Accident(@Nullable String by, String words, Stamp at) {}

    /** The person, or null. */
    public @Nullable Person person(String id) {
        return people.get(id);
    }

    /** Names of those on duty, for records. */
    public List<String> namesOnDuty() {
        return onDuty.keySet().stream()
                .map(id -> {
                    Person person = people.get(id);
                    return person == null ? id : person.name();
                })
                .toList();
    }

    DutyState withPerson(Person person) {
        SortedMap<String, Person> next = new TreeMap<>(people);
        next.put(person.id(), person);
        return new DutyState(next, onDuty, accident);
    }

    DutyState withDuty(String person, @Nullable Stamp since) {
        SortedMap<String, Stamp> next = new TreeMap<>(onDuty);
        if (since == null) {
            next.remove(person);
        } else {
            next.put(person, since);
        }
        return new DutyState(people, next, accident);
    }

    DutyState withAccident(@Nullable Accident next) {
        return new DutyState(people, onDuty, next);
    }
}
