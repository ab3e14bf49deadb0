package io.pumpwatch.scan;

import static io.pumpwatch.station.Role.CHIEF;
import static io.pumpwatch.station.Role.MINING_FITTER;
import static io.pumpwatch.station.Role.OPERATOR;
import static io.pumpwatch.station.Role.SHIFT_LEADER;
import static io.pumpwatch.station.Role.STATION_FITTER;
import static io.pumpwatch.station.Role.TECHNICIAN;

import io.pumpwatch.alarms.AlarmCommand;
import io.pumpwatch.alarms.AlarmPlan;
import io.pumpwatch.duty.PeopleCommand;
import io.pumpwatch.interlocks.InterlockCommand;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Priority;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may do what: the table of the domain page, one row for each act. */
public final class Authority {
    /** Who works here; inspectors and dispatch look on. */
    static final Set<Role> CREW = Set.of(OPERATOR, STATION_FITTER, MINING_FITTER, TECHNICIAN, SHIFT_LEADER, CHIEF);

    private static final Map<String, Set<Role>> TABLE = merged(ProtectionActs.ROWS, DutyActs.ROWS, RoundsActs.ROWS);

    private Authority() {}

    @SafeVarargs
    private static Map<String, Set<Role>> merged(Map<String, Set<Role>>... parts) {
        Map<String, Set<Role>> all = new HashMap<>();
        for (Map<String, Set<Role>> part : parts) {
            all.putAll(part);
        }
        return Map.copyOf(all);
    }

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
                act instanceof PeopleCommand.ChangePin change && change.person().equals(person.id());
        if (onJob(state, act, person)) {
            return Optional.empty();
        }
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
        return !state.duty().roster().hasChief()
                && act instanceof PeopleCommand.EnrolPerson enrol
                && enrol.roles().contains(CHIEF);
    }

    /**
     * A fitter on an open job acknowledges, drills and checks outputs, and takes the job's own instruments out of
     * service and back.
     */
    private static boolean onJob(StationState state, Record act, Person person) {
        if (!person.isFitter()) {
            return false;
        }
        if (act instanceof AlarmCommand.TakeOut out) {
            return state.rounds().onJob(person.id(), out.point().tag());
        }
        if (act instanceof AlarmCommand.PutBack back) {
            return state.rounds().onJob(person.id(), back.point().tag());
        }
        boolean on = act instanceof AlarmCommand.Acknowledge
                || act instanceof AlarmCommand.StartDrill
                || act instanceof AlarmCommand.EndDrill
                || act instanceof InterlockCommand.DriveOutput;
        return on && state.rounds().onJob(person.id());
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
