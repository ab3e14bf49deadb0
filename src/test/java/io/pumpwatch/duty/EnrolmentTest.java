package io.pumpwatch.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.duty.PeopleCommand.EnrolPerson;
import io.pumpwatch.duty.PeopleCommand.RemovePerson;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An id belongs to one person for ever, and the station is never without a chief. */
class EnrolmentTest {
    private static final Now NOW = Now.of(1_795_392_000_000L, 1_000);

    private DutyState state = DutyState.EMPTY;

    private Optional<String> ask(PeopleCommand command) {
        DutyDecision decision = Parts.people(DutyPlan.STANDARD, state, command, "chief", NOW);
        decision.events().forEach(event -> state = Duty.apply(state, Stamp.of(1, NOW), event));
        return decision.refusal().map(Refusal::code);
    }

    private Optional<String> enrol(String id, String name, Role... roles) {
        return ask(new EnrolPerson(id, name, Set.of(roles)));
    }

    @Test
    void anIdStaysWithWhoeverSignedWithIt() {
        assertEquals(Optional.empty(), enrol("wang", "王伟", Role.OPERATOR));
        assertEquals(Optional.empty(), ask(new RemovePerson("wang")));
        assertEquals(Optional.of("person.id-gone"), enrol("wang", "王强", Role.OPERATOR));
        assertEquals("王伟", state.name("wang"));
        // The same person may come back.
        assertEquals(Optional.empty(), enrol("wang", "王伟", Role.OPERATOR));
    }

    @Test
    void theOnlyChiefStaysOne() {
        assertEquals(Optional.empty(), enrol("chief", "李站长", Role.CHIEF));
        assertEquals(Optional.of("person.only-chief"), ask(new RemovePerson("chief")));
        assertEquals(Optional.of("person.only-chief"), enrol("chief", "李站长", Role.OPERATOR));
        assertEquals(Optional.empty(), enrol("chief", "李站长", Role.CHIEF, Role.SHIFT_LEADER));
        assertEquals(Optional.empty(), enrol("second", "张站长", Role.CHIEF));
        assertEquals(Optional.empty(), ask(new RemovePerson("chief")));
    }
}
