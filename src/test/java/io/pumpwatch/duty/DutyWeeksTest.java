package io.pumpwatch.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.duty.Attendance.Sheet;
import io.pumpwatch.duty.BriefingCommand.HoldBriefing;
import io.pumpwatch.duty.BriefingCommand.Risk;
import io.pumpwatch.duty.BriefingCommand.SignBriefing;
import io.pumpwatch.duty.BriefingEvent.BriefingHeld;
import io.pumpwatch.duty.BriefingEvent.BriefingMissed;
import io.pumpwatch.duty.DutyPlan.Crew;
import io.pumpwatch.duty.DutyPlan.Work;
import io.pumpwatch.duty.PaperCommand.RecordPaper;
import io.pumpwatch.duty.PaperState.Sort;
import io.pumpwatch.duty.PeopleCommand.EnrolPerson;
import io.pumpwatch.duty.PeopleCommand.RemovePerson;
import io.pumpwatch.duty.RemarkEvent.RemarkWritten;
import io.pumpwatch.duty.RemarkEvent.ViolationRecorded;
import io.pumpwatch.duty.RotaCommand.ArrangeShift;
import io.pumpwatch.duty.ShiftCommand.AnswerPresence;
import io.pumpwatch.duty.ShiftCommand.Declaration;
import io.pumpwatch.duty.ShiftCommand.RecordTest;
import io.pumpwatch.duty.ShiftCommand.SignOff;
import io.pumpwatch.duty.ShiftCommand.SignOn;
import io.pumpwatch.duty.ShiftCommand.SignOnWithout;
import io.pumpwatch.duty.ShiftEvent.SignedOn;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Person;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Random weeks of people over a change of the clock, restarts and steps of wall time: what holds whatever they do. */
class DutyWeeksTest {
    private static final int SEEDS = 20;
    private static final long MINUTE_MS = 60_000;
    private static final int WEEK_MINUTES = 7 * 24 * 60;
    /** In Berlin's week of the longer night. */
    private static final long BEGIN = 1_792_540_800_000L;

    private static final List<String> PEOPLE = List.of("chief", "leader", "op-1", "op-2", "fit-1", "tech-1");
    private static final Set<String> LIVE = Set.of("grid-permit");

    private static DutyPlan plan() {
        DutyPlan none = DutyPlan.of(ZoneId.of("Europe/Berlin"));
        Crew crew = new Crew(2, true, 0, 3_600_000, 600_000, 600_000, 1_800_000, 30, 14);
        Work plain = new Work("plain", Text.NONE, List.of("helmet", "gloves"), List.of());
        Work live = new Work("live", Text.NONE, List.of("helmet"), List.copyOf(LIVE));
        return new DutyPlan(
                none.timetable(),
                crew,
                Map.of("plain", plain, "live", live),
                "plain",
                List.of(),
                none.flood(),
                null,
                none.handover(),
                none.accidentConfirmMs(),
                none.lang());
    }

    /** One week; its fields are what a station has. */
    private static final class Week {
        private final DutyPlan plan = plan();
        private final Random random;
        private DutyState state = DutyState.EMPTY;
        private DutyMemory memory = DutyMemory.EMPTY;
        private Now now = Now.of(BEGIN, 1_000);
        private long boot = 1;
        private final List<DutyEvent> journal = new ArrayList<>();
        private final List<Stamp> stamps = new ArrayList<>();
        private final Set<String> missed = new HashSet<>();
        private final Set<String> held = new HashSet<>();
        private final Set<Long> numbers = new HashSet<>();

        Week(long seed) {
            random = new Random(seed);
            for (String id : PEOPLE) {
                Role role = id.equals("leader") ? Role.SHIFT_LEADER : Role.OPERATOR;
                act(new EnrolPerson(id, id, Set.of(role)), "chief");
            }
        }

        void run() {
            for (int minute = 0; minute < WEEK_MINUTES; minute++) {
                now = now.plusMs(MINUTE_MS);
                DutyWatch watch = Duty.watch(plan, state, memory, facts(), now);
                memory = watch.memory();
                watch.events().forEach(this::keep);
                if (random.nextInt(20) == 0) {
                    act(command(), pick(PEOPLE));
                }
                if (random.nextInt(3_000) == 0) {
                    trouble();
                }
            }
        }

        private DutyFacts facts() {
            return new DutyFacts(Map.of(), new TreeSet<>(), false, false, Set.of(), boot, HandoverFacts.none(boot));
        }

        private void trouble() {
            if (random.nextBoolean()) {
                boot++;
                memory = DutyMemory.EMPTY;
                ClockTrust trust = pick(List.of(ClockTrust.values()));
                now = new Now(now.utcMs() + random.nextInt(3_600_000), 1_000, trust);
            } else {
                now = new Now(now.utcMs() + random.nextInt(14_400_000) - 7_200_000, now.uptimeMs(), now.trust());
            }
        }

        private <T> T pick(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private DutyCommand command() {
            Declaration declared = new Declaration(
                    pick(List.of("", "live")),
                    pick(List.of(Set.of("all"), Set.of("helmet"))),
                    random.nextInt(5) > 0,
                    true);
            LocalDate today = plan.timetable().date(now.utcMs());
            return pick(List.of(
                    new SignOn(declared),
                    new SignOn(declared),
                    new SignOff(),
                    new SignOnWithout(declared, pick(PEOPLE), pick(List.of("", "torn"))),
                    new AnswerPresence(),
                    new RecordTest(pick(PEOPLE), random.nextInt(3) * 10),
                    new ArrangeShift("day", today, 2, List.of(pick(PEOPLE), pick(PEOPLE))),
                    new HoldBriefing("seal", List.of(new Risk("hose", "keep away"))),
                    new SignBriefing(),
                    new RecordPaper(
                            pick(PEOPLE),
                            Sort.CERTIFICATE,
                            "grid-permit",
                            "T-1",
                            today.plusDays(random.nextInt(6) - 2)),
                    random.nextInt(40) == 0 ? new RemovePerson(pick(PEOPLE)) : new SignBriefing()));
        }

        private void act(DutyCommand command, String by) {
            Person person = state.person(by);
            if (person == null || person.active()) {
                DutyDecision decision = Duty.decide(plan, state, facts(), command, by, now);
                decision.events().forEach(this::keep);
            }
        }

        private void keep(DutyEvent event) {
            if (event instanceof SignedOn on) {
                assertEquals(on.missing().isEmpty(), on.allowedBy() == null, () -> "gear: " + on);
                assertTrue(!on.work().equals("live") || Papers.allows(plan, state, "live", on.person(), now), "" + on);
            } else if (event instanceof BriefingMissed e) {
                assertTrue(missed.add(e.slot()), () -> "marked twice: " + e.slot());
                assertFalse(held.contains(e.slot()), () -> "was held: " + e.slot());
            } else if (event instanceof BriefingHeld e) {
                assertTrue(held.add(e.slot()), () -> "held twice: " + e.slot());
            } else if (event instanceof ViolationRecorded e) {
                assertTrue(numbers.add(e.remark()), () -> "number given twice: " + e);
            } else if (event instanceof RemarkWritten e) {
                assertTrue(numbers.add(e.remark()), () -> "number given twice: " + e);
            }
            Stamp at = Stamp.of(boot, now);
            stamps.add(at);
            journal.add(event);
            state = Duty.apply(state, at, event);
            assertEquals(state.onDuty().keySet(), state.shift().posts().keySet());
            state.onDuty().keySet().forEach(id -> {
                Person person = state.person(id);
                assertTrue(person != null && person.active(), () -> id + " has left and is on duty");
            });
        }

        void check() {
            DutyState folded = DutyState.EMPTY;
            for (int i = 0; i < journal.size(); i++) {
                folded = Duty.apply(folded, stamps.get(i), journal.get(i));
            }
            assertEquals(state, folded, "the events fold to the live state");
            assertTrue(journal.size() > 100, "little happened: " + journal.size());
            LocalDate from = plan.timetable().date(BEGIN).minusDays(1);
            Sheet sheet = Attendance.sheet(plan, state, from, from.plusDays(12), boot, now);
            sheet.rows().forEach(row -> {
                long longest = row.slot().endUtcMs() - row.slot().beginUtcMs();
                assertTrue(row.workedMs() >= 0 && row.lateMs() >= 0 && row.overtimeMs() >= 0, () -> "" + row);
                assertTrue(row.lateMs() <= longest, () -> "" + row);
            });
        }
    }

    @TestFactory
    Stream<DynamicTest> whateverPeopleDo() {
        return IntStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    Week week = new Week(seed);
                    week.run();
                    week.check();
                }));
    }
}
