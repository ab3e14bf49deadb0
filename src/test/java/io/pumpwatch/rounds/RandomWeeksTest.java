package io.pumpwatch.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.rounds.Schedule.Daily;
import io.pumpwatch.rounds.Schedule.Window;
import io.pumpwatch.rounds.SheetEvent.SheetDone;
import io.pumpwatch.rounds.SheetEvent.SheetDue;
import io.pumpwatch.rounds.SheetEvent.SheetMissed;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Now;
import io.pumpwatch.station.Role;
import io.pumpwatch.station.Stamp;
import io.pumpwatch.station.Text;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever clock, power and people do in a random week: exactly four rounds a day, each over exactly once. */
class RandomWeeksTest {
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final int DAYS = 9;
    private static final int SEEDS = 10;

    /** Zones with the changes of their clocks: an hour, half an hour, at midnight; and none. */
    private static final Map<String, LocalDate> CHANGES = Map.of(
            "Asia/Shanghai", LocalDate.of(2026, 11, 20),
            "Europe/Berlin", LocalDate.of(2026, 3, 29),
            "America/New_York", LocalDate.of(2026, 11, 1),
            "Australia/Lord_Howe", LocalDate.of(2026, 4, 5),
            "Africa/Cairo", LocalDate.of(2026, 4, 24),
            "America/Santiago", LocalDate.of(2026, 9, 6));

    private static final SheetPlan ROUND = new SheetPlan(
            SheetPlan.ROUND,
            new Text("Round", "巡视"),
            "D6",
            Set.of(Role.OPERATOR),
            1,
            new Daily(List.of(
                    window("morning", 6, 9),
                    window("noon", 11, 14),
                    window("evening", 17, 20),
                    window("night", 22, 1))),
            0,
            List.of());

    private static Window window(String id, int from, int to) {
        return new Window(id, LocalTime.of(from, 0), LocalTime.of(to, 0), HOUR_MS);
    }

    /** A station with nothing but rounds, minute by minute. */
    private static final class Week {
        private final ZoneId zone;
        private final RoundsPlan plan;
        private final List<RoundsEvent> events = new ArrayList<>();
        private RoundsState state = RoundsState.EMPTY;
        private RoundsMemory memory = RoundsMemory.EMPTY;
        private Now now;
        private long boot = 1;

        Week(ZoneId zone, LocalDate first) {
            this.zone = zone;
            this.plan = new RoundsPlan(
                    zone,
                    Lang.EN,
                    List.of(ROUND),
                    List.of(),
                    RoundsPlan.USUAL_DEFECTS,
                    RoundsPlan.USUAL_WORK,
                    List.of(),
                    Map.of(),
                    Map.of(),
                    1);
            now = Now.of(first.atTime(3, 0).atZone(zone).toInstant().toEpochMilli(), 1_000);
        }

        RoundsFacts facts() {
            return new RoundsFacts(
                    boot,
                    Map.of(),
                    Set.of(),
                    Set.of(),
                    Map.of("op", Set.of(Role.OPERATOR)),
                    Set.of(),
                    Set.of(),
                    Map.of());
        }

        void scan() {
            RoundsWatch watch = Rounds.watch(plan, state, memory, facts(), now);
            memory = watch.memory();
            keep(watch.events());
        }

        private void keep(List<RoundsEvent> some) {
            for (RoundsEvent event : some) {
                state = Rounds.apply(state, Stamp.of(boot, now), event);
                events.add(event);
            }
        }

        void sign() {
            keep(Rounds.decide(plan, state, facts(), new SheetCommand.SignSheet(SheetPlan.ROUND), "op", now)
                    .events());
        }

        void pass(long ms) {
            now = now.plusMs(ms);
        }

        void step(long ms) {
            now = new Now(now.utcMs() + ms, now.uptimeMs(), now.trust());
        }

        void trust(ClockTrust trust) {
            now = new Now(now.utcMs(), now.uptimeMs(), trust);
        }

        void restart(long downMs) {
            boot++;
            memory = RoundsMemory.EMPTY;
            now = new Now(now.utcMs() + downMs, 1_000, now.trust());
        }

        LocalDate today() {
            return now.utc().atZone(zone).toLocalDate();
        }

        /** Days of the rounds that became due. */
        Map<LocalDate, Integer> perDay() {
            Map<LocalDate, Integer> days = new TreeMap<>();
            for (String key : keys(SheetDue.class)) {
                days.merge(LocalDate.parse(key.substring(0, 10)), 1, Integer::sum);
            }
            return days;
        }

        List<String> keys(Class<? extends SheetEvent> kind) {
            List<String> keys = new ArrayList<>();
            for (RoundsEvent event : events) {
                if (!kind.isInstance(event)) {
                    continue;
                }
                if (event instanceof SheetDue e) {
                    keys.add(e.key());
                } else if (event instanceof SheetDone e) {
                    keys.add(e.key());
                } else if (event instanceof SheetMissed e) {
                    keys.add(e.key());
                }
            }
            return keys;
        }
    }

    private static Week live(String zone, int seed, boolean troubles) {
        Random dice = new Random(seed);
        Week week = new Week(
                ZoneId.of(zone), CHANGES.getOrDefault(zone, LocalDate.EPOCH).minusDays(4));
        LocalDate end = week.today().plusDays(DAYS);
        while (week.today().isBefore(end)) {
            week.scan();
            if (dice.nextInt(200) == 0) {
                week.sign();
            }
            if (troubles) {
                trouble(week, dice);
            }
            week.pass(MINUTE_MS);
        }
        // A step of the clock may have ended the week between two scans.
        week.scan();
        week.pass(2_000);
        week.scan();
        return week;
    }

    /** Power cuts, a clock that nobody has set for a while, steps forth and back within a day. */
    private static void trouble(Week week, Random dice) {
        switch (dice.nextInt(1_500)) {
            case 0 -> week.restart(dice.nextInt(600) * MINUTE_MS);
            case 1 -> week.step((dice.nextInt(481) - 240) * MINUTE_MS);
            case 2 -> {
                week.trust(ClockTrust.UNSET);
                week.step(-300 * 24 * HOUR_MS);
                for (int i = 0; i < 120; i++) {
                    week.scan();
                    week.pass(MINUTE_MS);
                }
                week.step(300 * 24 * HOUR_MS);
                week.trust(ClockTrust.NTP);
            }
            default -> {}
        }
    }

    @TestFactory
    Stream<DynamicTest> exactlyFourRoundsADay() {
        return CHANGES.keySet().stream()
                .flatMap(zone -> IntStream.range(0, SEEDS)
                        .mapToObj(seed -> DynamicTest.dynamicTest(zone + " " + seed, () -> four(zone, seed))));
    }

    private static void four(String zone, int seed) {
        Week week = live(zone, seed, seed % 4 != 0);
        List<String> due = week.keys(SheetDue.class);
        assertEquals(due.size(), Set.copyOf(due).size(), "a round came twice: " + due);
        Map<LocalDate, Integer> perDay = week.perDay();
        LocalDate day = CHANGES.getOrDefault(zone, LocalDate.EPOCH).minusDays(4);
        for (int i = 0; i < DAYS; i++) {
            assertEquals(4, perDay.getOrDefault(day.plusDays(i), 0), zone + " " + day.plusDays(i) + ": " + perDay);
        }
        List<String> over = new ArrayList<>(week.keys(SheetDone.class));
        over.addAll(week.keys(SheetMissed.class));
        assertEquals(over.size(), Set.copyOf(over).size(), "a round was over twice: " + over);
        assertTrue(due.size() - over.size() <= 1, "rounds that never ended: " + due + over);
    }

    @Test
    void aClockThatWasYearsAheadAsksForTodaysRoundsAgain() {
        Week week = new Week(ZoneId.of("Asia/Shanghai"), LocalDate.of(2026, 11, 20));
        week.scan();
        week.step(800 * 24 * HOUR_MS);
        week.scan();
        week.step(-800 * 24 * HOUR_MS);
        for (int i = 0; i < 24 * 60; i++) {
            week.scan();
            week.pass(MINUTE_MS);
        }
        long today = week.keys(SheetDue.class).stream()
                .filter(key -> key.startsWith("2026-11-20"))
                .count();
        assertEquals(4, today, week.events::toString);
        assertTrue(week.events.size() < 300, "a slip of the clock must not flood the journal");
    }
}
