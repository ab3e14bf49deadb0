package io.pumpwatch.scan;

import static io.pumpwatch.station.Role.CHIEF;
import static io.pumpwatch.station.Role.MINING_FITTER;
import static io.pumpwatch.station.Role.OPERATOR;
import static io.pumpwatch.station.Role.SHIFT_LEADER;
import static io.pumpwatch.station.Role.STATION_FITTER;
import static io.pumpwatch.station.Role.TECHNICIAN;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.duty.DutyCommand;
import io.pumpwatch.interlocks.InterlockCommand;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may do what: the table of the domain page, one row for each act. */
public final class Authority {
    private static final Set<Role> CREW =
            Set.of(OPERATOR, STATION_FITTER, MINING_FITTER, TECHNICIAN, SHIFT_LEADER, CHIEF);

    /** Acts by name with who may; an empty set: anybody, without a PIN. */
    private static final Map<String, Set<Role>> TABLE = Map.ofEntries(
            Map.entry("ReportAccident", Set.of()),
            Map.entry("Silence", Set.of()),
            Map.entry("Acknowledge", Set.of(OPERATOR, SHIFT_LEADER, CHIEF)),
            Map.entry("Confirm", CREW),
            Map.entry("Reset", Set.of(OPERATOR, STATION_FITTER, MINING_FITTER, SHIFT_LEADER, CHIEF)),
            Map.entry("Shelve", Set.of(OPERATOR, SHIFT_LEADER, CHIEF)),
            Map.entry("Unshelve", Set.of(OPERATOR, SHIFT_LEADER, CHIEF)),
            Map.entry("TakeOut", Set.of(TECHNICIAN, SHIFT_LEADER, CHIEF)),
            Map.entry("PutBack", Set.of(TECHNICIAN, SHIFT_LEADER, CHIEF)),
            Map.entry("StartDrill", Set.of(TECHNICIAN, SHIFT_LEADER, CHIEF)),
            Map.entry("EndDrill", Set.of(TECHNICIAN, SHIFT_LEADER, CHIEF)),
            Map.entry("RecordCause", Set.of(STATION_FITTER, MINING_FITTER, TECHNICIAN)),
            // Never the chief: whoever presses for production doesn't release a protection.
            Map.entry("Release", Set.of(SHIFT_LEADER)),
            Map.entry("AllowTrial", Set.of(SHIFT_LEADER)),
            Map.entry("ResetTrip", Set.of(STATION_FITTER, MINING_FITTER, SHIFT_LEADER)),
            Map.entry("AnnounceStop", CREW),
            Map.entry("ExplainStop", CREW),
            Map.entry("ReadGauge", CREW),
            Map.entry("SetFlood", Set.of(SHIFT_LEADER, CHIEF)),
            Map.entry("EnrolPerson", Set.of(CHIEF)),
            Map.entry("RemovePerson", Set.of(CHIEF)),
            Map.entry("ChangePin", Set.of(CHIEF)),
            Map.entry("SignOn", CREW),
            Map.entry("SignOff", CREW),
            Map.entry("CloseAccident", Set.of(CHIEF)));

    private Authority() {}

    /** The table: roles by the simple name of the act; an empty set means anybody, without a PIN. */
    public static Map<String, Set<Role>> table() {
        return TABLE;
    }

    /** Who may do this act; an empty set means anybody. */
    static Set<Role> who(Record act) {
        Set<Role> roles = TABLE.get(act.getClass().getSimpleName());
        if (roles == null) {
            throw new IllegalStateException("no row for " + act.getClass());
        }
        return roles;
    }

    /** Whether this person may; a refusal says who may. */
    static Optional<Refusal> judge(StationPlan plan, StationState state, Record act, @Nullable String by) {
        Set<Role> roles = who(act);
        if (roles.isEmpty() || firstChief(state, act)) {
            return Optional.empty();
        }
        Person person = by == null ? null : state.duty().person(by);
        if (person == null || !person.active()) {
            return Optional.of(Refusal.of("person.needed"));
        }
        boolean ownPin =
                act instanceof DutyCommand.ChangePin change && change.person().equals(person.id());
        if (!ownPin && roles.stream().noneMatch(person::is)) {
            return Optional.of(Refusal.of("authority.role", "person", person.name(), "roles", names(roles)));
        }
        boolean asOperator = roles.stream().noneMatch(role -> role != OPERATOR && person.is(role));
        if (act instanceof AlarmCommand.Acknowledge
                && asOperator
                && !state.duty().onDuty().containsKey(person.id())) {
            return Optional.of(Refusal.of("authority.off-duty", "person", person.name()));
        }
        if (act instanceof AlarmCommand.Shelve shelve) {
            return shelve(plan, person, shelve.point());
        }
        if (act instanceof InterlockCommand.AllowTrial trial) {
            Person second = state.duty().person(trial.second());
            boolean may = second != null && (second.isFitter() || second.is(TECHNICIAN));
            return may ? Optional.empty() : Optional.of(Refusal.of("trial.second", "person", trial.second()));
        }
        return Optional.empty();
    }

    /** Somebody must enrol the first chief; a one-time code has proven them before it comes here. */
    private static boolean firstChief(StationState state, Record act) {
        boolean noChief = state.duty().people().values().stream().noneMatch(person -> person.is(CHIEF));
        return noChief
                && act instanceof DutyCommand.EnrolPerson enrol
                && enrol.roles().contains(CHIEF);
    }

    private static Optional<Refusal> shelve(StationPlan plan, Person person, AlarmId id) {
        AlarmPlan point = plan.alarms().point(id);
        boolean leads = person.is(SHIFT_LEADER) || person.is(CHIEF);
        boolean urgent = point != null && point.priority().compareTo(Priority.HIGH) <= 0;
        return urgent && !leads ? Optional.of(Refusal.of("shelve.priority", "point", id.toString())) : Optional.empty();
    }

    private static String names(Set<Role> roles) {
        return String.join(", ", roles.stream().sorted().map(Role::name).toList());
    }
}
