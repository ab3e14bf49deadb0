package io.pumpwatch.duty;

import io.pumpwatch.duty.DutyCommand.ChangePin;
import io.pumpwatch.duty.DutyCommand.CloseAccident;
import io.pumpwatch.duty.DutyCommand.EnrolPerson;
import io.pumpwatch.duty.DutyCommand.RemovePerson;
import io.pumpwatch.duty.DutyCommand.ReportAccident;
import io.pumpwatch.duty.DutyCommand.SignOff;
import io.pumpwatch.duty.DutyCommand.SignOn;
import io.pumpwatch.duty.DutyEvent.AccidentClosed;
import io.pumpwatch.duty.DutyEvent.AccidentReported;
import io.pumpwatch.duty.DutyEvent.PersonEnrolled;
import io.pumpwatch.duty.DutyEvent.PersonLeft;
import io.pumpwatch.duty.DutyEvent.PinChanged;
import io.pumpwatch.duty.DutyEvent.SignedOff;
import io.pumpwatch.duty.DutyEvent.SignedOn;
import io.pumpwatch.duty.DutyState.Accident;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Stamp;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decisions about people, and their fold. Pure. */
public final class Duty {
    private static final Pattern PERSON_ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final int NAME_MAX = 64;

    private Duty() {}

    /** Events, or the reason why not. */
    public record Decision(List<DutyEvent> events, Optional<Refusal> refusal) {
        static Decision of(DutyEvent event) {
            return new Decision(List.of(event), Optional.empty());
        }

        static Decision refuse(String code, String name, String value) {
            return new Decision(List.of(), Optional.of(Refusal.of(code, name, value)));
        }

        static final Decision NOTHING = new Decision(List.of(), Optional.empty());
    }

    /** Judges the sense of a command; who may is judged before. */
    public static Decision decide(DutyState state, DutyCommand command, @Nullable String by) {
        String person = by == null ? "-" : by;
        if (command instanceof EnrolPerson e) {
            return enrol(e, by);
        }
        if (command instanceof RemovePerson e) {
            return known(state, e.person()) ? Decision.of(new PersonLeft(e.person(), person)) : unknown(e.person());
        }
        if (command instanceof ChangePin e) {
            return known(state, e.person()) ? Decision.of(new PinChanged(e.person(), by)) : unknown(e.person());
        }
        if (command instanceof SignOn) {
            return state.onDuty().containsKey(person) ? Decision.NOTHING : Decision.of(new SignedOn(person));
        }
        if (command instanceof SignOff) {
            return state.onDuty().containsKey(person) ? Decision.of(new SignedOff(person)) : Decision.NOTHING;
        }
        if (command instanceof ReportAccident e) {
            return Decision.of(new AccidentReported(by, e.words()));
        }
        if (command instanceof CloseAccident e) {
            return state.accident() == null
                    ? Decision.refuse("accident.none", "person", person)
                    : Decision.of(new AccidentClosed(person, e.words()));
        }
        throw new IllegalStateException("no decision for " + command.getClass());
    }

    private static Decision enrol(EnrolPerson command, @Nullable String by) {
        if (!PERSON_ID.matcher(command.person()).matches()) {
            return Decision.refuse("person.id", "person", command.person());
        }
        if (command.name().isBlank() || command.name().length() > NAME_MAX) {
            return Decision.refuse("person.name", "person", command.person());
        }
        if (command.roles().isEmpty()) {
            return Decision.refuse("person.roles", "person", command.person());
        }
        return Decision.of(new PersonEnrolled(command.person(), command.name(), command.roles(), by));
    }

    private static boolean known(DutyState state, String id) {
        Person person = state.person(id);
        return person != null && person.active();
    }

    private static Decision unknown(String id) {
        return Decision.refuse("person.unknown", "person", id);
    }

    /** The only way that this state changes, live and in replay. */
    public static DutyState apply(DutyState state, Stamp at, DutyEvent event) {
        if (event instanceof PersonEnrolled e) {
            return state.withPerson(new Person(e.person(), e.name(), e.roles(), true));
        }
        if (event instanceof PersonLeft e) {
            Person person = state.person(e.person());
            DutyState off = state.withDuty(e.person(), null);
            return person == null ? off : off.withPerson(new Person(person.id(), person.name(), person.roles(), false));
        }
        if (event instanceof SignedOn e) {
            return state.withDuty(e.person(), at);
        }
        if (event instanceof SignedOff e) {
            return state.withDuty(e.person(), null);
        }
        if (event instanceof AccidentReported e) {
            return state.withAccident(new Accident(e.by(), e.words(), at));
        }
        if (event instanceof AccidentClosed) {
            return state.withAccident(null);
        }
        // PinChanged is a record for people; the PIN itself is kept apart.
        return state;
    }
}
