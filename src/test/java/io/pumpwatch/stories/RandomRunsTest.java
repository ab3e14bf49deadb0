package io.pumpwatch.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.config.Loaded;
import io.pumpwatch.field.plant.Troubles;
import io.pumpwatch.interlocks.InterlockState.SwingLatch;
import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.scan.ScanResult;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The whole station in a plant with troubles drawn by seed, and people who do whatever comes to mind. */
class RandomRunsTest {
    private static final Tag PT101 = new Tag("PT-101");
    private static final int SEEDS = 24;
    private static final int SCANS = 1_500;
    private static final Loaded FULL = StoryStation.load("config/full.toml", List.of());
    private static final List<AlarmId> POINTS =
            List.copyOf(FULL.plan().alarms().points().keySet());
    private static final List<String> PEOPLE = List.of(
            "operator", "fitter", "mining-fitter", "technician", "leader", "both", "chief", "inspector", "nobody");
    private static final List<String> ENROL = List.of(
            "enrol chief roles=CHIEF",
            "enrol operator by=chief roles=OPERATOR",
            "enrol fitter by=chief roles=STATION_FITTER",
            "enrol mining-fitter by=chief roles=MINING_FITTER",
            "enrol technician by=chief roles=TECHNICIAN",
            "enrol leader by=chief roles=SHIFT_LEADER",
            "enrol both by=chief roles=SHIFT_LEADER,STATION_FITTER",
            "enrol inspector by=chief roles=INSPECTOR",
            "sign-on by=operator");
    private static final List<String> ACTS = List.of(
            "ack",
            "ack",
            "ack",
            "silence",
            "shelve POINT for=30s reason=x",
            "unshelve POINT",
            "out POINT for=30s reason=x",
            "back POINT",
            "reset POINT",
            "confirm POINT action=x",
            "drill POINT for=20s reason=x",
            "drill POINT for=20s reason=x by=leader",
            "drill-end by=leader",
            "cause PT-101 cause=x",
            "cause PT-101 cause=x",
            "release PT-101",
            "cause PT-101 cause=x by=fitter",
            "release PT-101 by=leader",
            "release PT-101 by=leader",
            "trip-reset PT-101.TRIP cause=x by=fitter",
            "trip-reset LT-102.TRIP cause=x by=leader",
            "trial PT-101 pump=P-101 second=fitter",
            "trip-reset PT-101.TRIP cause=x",
            "trip-reset LT-102.TRIP cause=x",
            "stop P-101 reason=x",
            "explain P-101 reason=x",
            "gauge LT-301 value=4.6",
            "gauge LT-301 value=2.0",
            "flood on reason=x",
            "flood off reason=x",
            "sign-off",
            "sign-on",
            "accident words=x",
            "close-accident words=x");

    private static final List<String> CHECKS = List.of(
            "drive XC-101 on for=20s reason=x by=technician",
            "drive XC-101 off for=20s reason=x by=technician",
            "drive XC-102 on for=20s reason=x by=leader",
            "drive XT-101 on for=20s reason=x by=leader",
            "drive XT-101 off for=20s reason=x by=technician",
            "drive YA-501 on for=20s reason=x by=technician",
            "drive-end XC-101 by=technician",
            "drive-end XT-101 by=technician");

    private static final List<String> DUTY_ACTS = List.of(
            "sign-on gear=helmet",
            "sign-on work=live-work",
            "sign-on gear=helmet leader=leader reason=x",
            "present",
            "test operator mg=0",
            "test operator mg=9",
            "roster evening from=2026-09-21 people=operator,fitter",
            "absence operator shift=evening date=2026-09-21 reason=x",
            "briefing words=x risks=a:b",
            "brief-sign",
            "muster reason=x",
            "arrive",
            "muster-excuse operator reason=x",
            "muster-end words=x",
            "announce reason=x for=1min",
            "door-explain words=x",
            "outsider man words=x",
            "let-out 1",
            "remark rule=E5 words=x",
            "violation operator rule=D1 words=x",
            "remark-answer 1 words=x",
            "remark-close 1 words=x",
            "paper fitter kind=grid-permit number=1 expires=2026-09-22");

    private static final List<String> HANDOVERS = List.of(
            "handover draft",
            "handover draft by=operator",
            "handover tools wrench=2 lamp=3 keys=1",
            "handover tools wrench=2 lamp=3 keys=1 by=operator",
            "handover sign",
            "handover sign by=operator",
            "handover accept",
            "handover accept",
            "handover object words=x",
            "handover refuse reason=NOT_TOLD words=x",
            "handover refuse reason=DRUNK person=leader",
            "handover amend words=x",
            "handover seen",
            "handover let-go person=operator words=x");

    /** Kinds that happened in any run: a run in which nothing happens proves nothing. */
    private static Set<String> run(int seed) {
        Dice dice = new Dice(seed);
        Dice second = new Dice(seed + 1_000);
        Dice third = new Dice(seed + 2_000);
        long lastsMs = SCANS * StoryPlayer.SCAN_MS;
        SimulatedStation sim = new SimulatedStation(
                FULL, seed, true, settings -> Troubles.draw(settings, seed, 5_000, lastsMs * 2, 8));
        ENROL.forEach(sim::post);
        for (int scan = 0; scan < SCANS; scan++) {
            if (scan > 1 && dice.below(20) == 0) {
                String act = dice.pick(ACTS).replace("POINT", dice.pick(POINTS).toString());
                sim.post(act.contains(" by=") ? act : act + " by=" + dice.pick(PEOPLE));
            }
            if (scan > 1 && second.below(15) == 0) {
                String act = second.pick(HANDOVERS);
                sim.post(act.contains(" by=") ? act : act + " by=" + second.pick(PEOPLE));
            }
            if (scan > 1 && second.below(20) == 0) {
                String act = second.pick(DUTY_ACTS);
                sim.post(act.contains(" by=") ? act : act + " by=" + second.pick(PEOPLE));
            }
            if (scan > 1 && third.below(15) == 0) {
                sim.post(third.pick(CHECKS));
            }
            SwingLatch latch = sim.station().state().interlocks().header(PT101).swing();
            if (latch != null && dice.below(60) == 0) {
                sim.post(latch.cause() == null ? "cause PT-101 cause=x by=fitter" : "release PT-101 by=leader");
            }
            if (dice.below(800) == 0) {
                check(sim);
                sim.restart(1_000 + dice.below(5_000), dice.pick(List.of(ClockTrust.values())));
            }
            StationState before = sim.station().state();
            ScanResult result = sim.scan();
            try {
                Invariants.check(FULL.plan(), before, result);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ", scan " + scan + ": " + broken.getMessage(), broken);
            }
        }
        check(sim);
        Set<String> kinds = new TreeSet<>();
        sim.station().journal().stream().map(EntryLine::kind).forEach(kinds::add);
        return kinds;
    }

    private static void check(SimulatedStation sim) {
        assertEquals(sim.station().folded(), sim.station().state(), "the journal folds to the live state");
    }

    @TestFactory
    Stream<DynamicTest> whateverHappens() {
        return IntStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    Set<String> kinds = run(seed);
                    assertTrue(kinds.size() > 10, "little happened: " + kinds);
                }));
    }

    @Test
    void theRunsReachTheLatches() {
        List<String> missing = new ArrayList<>(List.of(
                "interlock.swing-latched",
                "interlock.cause-recorded",
                "interlock.swing-released",
                "interlock.tripped",
                "interlock.trip-reset",
                "interlock.level-lost",
                "interlock.output-check-started",
                "interlock.output-check-ended",
                "alarm.shelved",
                "alarm.unsuppressed",
                "alarm.drill-ended"));
        for (int seed = 101; seed <= 160 && !missing.isEmpty(); seed++) {
            missing.removeAll(run(seed));
        }
        assertEquals(List.of(), missing, "sixty runs and never seen");
    }
}
