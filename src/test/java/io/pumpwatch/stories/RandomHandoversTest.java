package io.pumpwatch.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.scan.ScanResult;
import io.pumpwatch.scan.StationState;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Tag;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Weeks of people who draw up, sign, accept and refuse as they please, with restarts and a clock that jumps. */
class RandomHandoversTest {
    private static final long MINUTE_MS = 60_000;
    private static final int WEEK_MINUTES = 7 * 24 * 60;
    private static final List<String> PEOPLE = List.of("operator", "second", "third", "leader", "chief", "fitter");
    private static final List<String> ENROL = List.of(
            "enrol chief roles=CHIEF",
            "enrol operator by=chief roles=OPERATOR",
            "enrol second by=chief roles=OPERATOR",
            "enrol third by=chief roles=OPERATOR",
            "enrol leader by=chief roles=SHIFT_LEADER",
            "enrol fitter by=chief roles=STATION_FITTER");
    private static final List<String> ACTS = List.of(
            "sign-on",
            "sign-on",
            // Who has been here for long can't take over: people come and go, or nobody ever would.
            "sign-off",
            "sign-off",
            "sign-off",
            "handover draft",
            "handover draft",
            "handover tools wrench=2 lamp=3 keys=1",
            "handover tools wrench=1 lent lamp=3 keys=1",
            "handover remark topic=keys words=x",
            "handover sign",
            "handover sign",
            // An amendment must be seen before anybody accepts: without more of these nobody ever would.
            "handover accept",
            "handover accept",
            "handover accept",
            "handover accept",
            "handover accept",
            "handover accept",
            "handover sign",
            "handover sign",
            "handover seen",
            "handover seen",
            "handover seen",
            "handover object words=x",
            "handover object words=x",
            "handover object words=x",
            "handover refuse reason=NOT_TOLD words=x",
            "handover refuse reason=DRUNK person=third",
            "handover amend words=x",
            "handover seen",
            "handover let-go person=operator words=x",
            "accident words=x",
            // While one is open nobody hands over.
            "close-accident words=x by=chief",
            "close-accident words=x by=chief",
            "close-accident words=x by=chief",
            "close-accident words=x by=chief",
            "close-accident words=x by=chief");

    private static StoryStation week(int seed) {
        Dice dice = new Dice(seed);
        StoryStation station = new StoryStation(
                StoryStation.load("config/drainage.toml", List.of()).plan());
        StoryInputs inputs = new StoryInputs();
        inputs.put(new Tag("PT-101"), "32 MPa");
        ENROL.forEach(each -> post(station, each));
        for (int minute = 0; minute < WEEK_MINUTES; minute += 3) {
            if (minute > 0 && dice.below(2) == 0) {
                String act = dice.pick(ACTS);
                post(station, act.contains(" by=") ? act : act + " by=" + dice.pick(PEOPLE));
            }
            if (dice.below(700) == 0) {
                station.restart(1_000 + dice.below(600_000), dice.pick(List.of(ClockTrust.values())));
            }
            StationState before = station.state();
            ScanResult result = station.scan(inputs.read(station.plan(), station.now()));
            HandoverInvariants.check(before, result);
            station.pass(3 * MINUTE_MS);
        }
        return station;
    }

    private static void post(StoryStation station, String text) {
        StoryCommands command = StoryCommands.parse(text);
        station.post(command.command(), command.by());
    }

    @TestFactory
    Stream<DynamicTest> noHandoverWithOneSignatureAndNothingSignedChanges() {
        return Stream.of(1, 2, 3, 4, 5, 6)
                .map(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    StoryStation station = week(seed);
                    assertEquals(station.folded(), station.state(), "the journal folds to the live state");
                }));
    }

    @Test
    void theWeeksReachEveryStep() {
        Set<String> kinds = new TreeSet<>();
        for (int seed = 1; seed <= 6; seed++) {
            week(seed).journal().stream().map(EntryLine::kind).forEach(kinds::add);
        }
        for (String kind : List.of(
                "duty.handover-signed",
                "duty.handover-accepted",
                "duty.handover-objected",
                "duty.handover-refused",
                "duty.handover-amended",
                "duty.amendments-seen",
                "duty.leaving-allowed")) {
            assertTrue(kinds.contains(kind), kind + " never happened: " + kinds);
        }
    }
}
