package io.pumpwatch.view.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Role;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose records each role is shown: an operator's own shifts, a fitter's own jobs, all to everybody else. */
class ScopeTest extends ToldDay {
    private static final String OF_DAY = "day-op";
    private static final String OF_EVENING = "evening-op";
    private static final String OF_JOB = "fit-1";

    /** One operator by day, another in the evening, who comes early; two fitters with a job each; a trip in each. */
    @BeforeEach
    void tell() {
        at(7.8, "duty.signed-on", "person", OF_DAY);
        at(9, "rounds.job-opened", "job", 1, "kind", "overhaul", "pump", "P-101", "by", OF_JOB);
        at(9.1, "rounds.step-signed", "job", 1, "step", "power-off", "by", OF_JOB);
        at(9.5, "rounds.job-opened", "job", 2, "kind", "overhaul", "pump", "P-102", "by", "fit-2");
        at(10, "interlock.tripped", "point", "PT-101.TRIP", "value", 35.2, "setpoint", 35.0);
        at(10.5, "rounds.job-closed", "job", 1, "kind", "overhaul", "pump", "P-101", "by", OF_JOB);
        at(15.8, "duty.signed-on", "person", OF_EVENING);
        at(16.05, "duty.handover-accepted", "handover", 1, "by", OF_EVENING);
        at(16.1, "duty.signed-off", "person", OF_DAY);
        at(18, "interlock.tripped", "point", "PT-101.TRIP", "value", 35.4, "setpoint", 35.0);
    }

    private Report report(String kind, Scope scope) {
        Asked all = asked(20);
        Asked scoped =
                new Asked(all.plan(), Lang.EN, all.from(), all.to(), all.nowMs(), all.rules(), all.readings(), scope);
        return Objects.requireNonNull(Reports.of(kind, books(20), scoped));
    }

    private static Scope of(String id, Role... roles) {
        return Scope.of(new Person(id, id, Set.of(roles), true));
    }

    private static Set<String> papers(Report report) {
        return report.sections().stream()
                .map(section -> section.title().replaceFirst("  .*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OPERATOR       | shift handover trip events attendance
            STATION_FITTER | jobs attendance
            MINING_FITTER  | jobs attendance
            TECHNICIAN     | *
            SHIFT_LEADER   | *
            INSPECTOR      | *
            CHIEF          | *
            DISPATCH       | *
            """)
    void eachRoleReadsItsOwn(Role role, String kinds) {
        Set<String> expected = kinds.equals("*") ? Reports.names() : Set.of(kinds.split(" "));
        assertEquals(new TreeSet<>(expected), new TreeSet<>(of("one", role).kinds()));
    }

    @Test
    void whoHasTwoRolesReadsWhatEitherDoes() {
        Scope both = of("one", Role.OPERATOR, Role.STATION_FITTER);
        assertTrue(both.kinds().containsAll(List.of("shift", "jobs"))
                && !both.kinds().contains("rules"));
        assertTrue(of("one", Role.OPERATOR, Role.SHIFT_LEADER).all());
        assertEquals(
                Set.of("attendance"),
                Scope.of(new Person("one", "one", Set.of(Role.CHIEF), false)).kinds(),
                "who has left reads nothing but their own hours");
    }

    @Test
    void anOperatorReadsTheShiftsThatTheyWereOn() {
        assertEquals(Set.of("2026-03-04 08:00 – 2026-03-04 16:00"), papers(report("shift", of(OF_DAY, Role.OPERATOR))));
        assertEquals(
                Set.of("2026-03-04 16:00 – 2026-03-05 00:00"),
                papers(report("shift", of(OF_EVENING, Role.OPERATOR))),
                "who came early has no part in the shift before");
        Report none = report("shift", of("other", Role.OPERATOR));
        assertEquals(Set.of(), papers(none));
        assertTrue(none.about().toString().contains("in which you had a part"), none::toString);
        assertEquals(3, papers(report("shift", Scope.ALL)).size());
    }

    @Test
    void tripsHandoversAndEventsAreThoseOfTheirShifts() {
        assertTrue(report("trip", of(OF_DAY, Role.OPERATOR)).toString().contains("35.20"));
        assertFalse(report("trip", of(OF_DAY, Role.OPERATOR)).toString().contains("35.40"));
        assertFalse(report("trip", of(OF_EVENING, Role.OPERATOR)).toString().contains("35.20"));
        assertEquals(
                3, report("handover", of(OF_EVENING, Role.OPERATOR)).sections().size());
        assertEquals(0, report("handover", of(OF_DAY, Role.OPERATOR)).sections().size());
        String events = report("events", of(OF_EVENING, Role.OPERATOR)).toString();
        assertTrue(events.contains("18:00:00") && !events.contains("10:00:00"), events);
    }

    @Test
    void aFitterReadsTheJobsThatTheyHadAPartIn() {
        List<String> titles = report("jobs", of(OF_JOB, Role.STATION_FITTER)).sections().stream()
                .map(Report.Section::title)
                .toList();
        assertEquals(1, titles.size());
        assertTrue(titles.get(0).startsWith("Job 1: ") && titles.get(0).endsWith("P-101"), titles::toString);
        Report all = report("jobs", Scope.ALL);
        assertEquals(2, all.sections().size());
        assertEquals(3, all.sections().get(0).rows().size(), "opened, a step, closed");
    }

    @Test
    void attendanceIsOnesOwn() {
        String own = report("attendance", of(OF_DAY, Role.OPERATOR)).toString();
        assertTrue(own.contains(OF_DAY) && !own.contains(OF_EVENING), own);
        String all = report("attendance", Scope.ALL).toString();
        assertTrue(all.contains(OF_DAY) && all.contains(OF_EVENING), all);
    }
}
