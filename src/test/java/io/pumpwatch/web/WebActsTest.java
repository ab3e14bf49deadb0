package io.pumpwatch.web;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.alarms.Life;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import io.pumpwatch.web.Http.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every act, done and refused, over a real server. */
class WebActsTest {
    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;
    private Http http;

    @BeforeEach
    void start() {
        http = served.http();
    }

    /** Verb, person, other fields, expected status, code of the refusal or - . Rows are carried out in order. */
    private static final Path CALM = Path.of("src/test/resources/io/pumpwatch/web/acts.txt");

    @Test
    void everyActIsDoneOrRefusedAsTheTableSays() throws IOException {
        Set<String> done = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        for (String row : Files.readAllLines(CALM)) {
            if (row.isBlank() || row.startsWith("#")) {
                continue;
            }
            String[] cell = row.split("\\|", -1);
            for (int i = 0; i < cell.length; i++) {
                cell[i] = cell[i].strip();
            }
            Answer answer = http.act(cell[0], body(cell[1], cell[2]));
            String code = answer.status() == 200 ? "-" : answer.text("code");
            if (answer.status() != Integer.parseInt(cell[3]) || !code.equals(cell[4])) {
                faults.add(row + "\n    came out as " + answer.status() + " " + answer.body());
            }
            (answer.status() == 200 ? done : refused).add(cell[0]);
        }
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
        Set<String> onlyUnderALatch =
                Set.of("cause", "release", "trial", "reset", "stop-explain", "door-explain", "work-handle");
        Set<String> missing = new TreeSet<>(Verbs.all().keySet());
        missing.removeAll(done);
        assertEquals(new TreeSet<>(onlyUnderALatch), missing, "acts that the table never has done");
        missing = new TreeSet<>(Verbs.all().keySet());
        missing.removeAll(refused);
        missing.removeAll(Set.of("accident", "silence", "sign-off"));
        assertEquals(Set.of(), missing, "acts that the table never has refused");
    }

    private static String body(String person, String fields) {
        String who = person.equals("-") ? "" : "'person':'" + person + "'";
        String pin = person.equals("-") || fields.contains("'pin'") ? "" : ",'pin':'" + TestStation.PIN + "'";
        String both = who + pin;
        return "{" + both + (both.isEmpty() || fields.isEmpty() ? "" : ",") + fields + "}";
    }

    private Answer act(String verb, String person, String fields) throws IOException {
        return http.act(verb, body(person, fields));
    }

    private Life life(String point) {
        return station.view().state().alarms().life(AlarmId.parse(point));
    }

    @Test
    void everyActHasWordsInBothLanguages() {
        for (String verb : Verbs.all().keySet()) {
            for (Lang lang : Lang.values()) {
                assertTrue(Words.of(lang).has("done." + verb), verb + " in " + lang);
            }
        }
    }

    @Test
    void aLatchedAlarmIsAcknowledgedAndReset() throws IOException {
        station.run(SmallPlan.LEVEL, 4.6, 1);
        assertEquals(Life.UNACKED, life("LT-301.HH"));
        assertEquals(
                "reset.present", act("reset", "op-1", "'point':'LT-301.HH'").text("code"));
        station.run(SmallPlan.LEVEL, 3, 1);
        assertEquals(
                "reset.unacknowledged",
                act("reset", "op-1", "'point':'LT-301.HH'").text("code"));
        assertEquals(200, act("acknowledge", "op-1", "'points':['LT-301.HH']").status());
        assertEquals(Life.LATCHED_ACKED, life("LT-301.HH"));
        assertEquals(200, act("reset", "op-1", "'point':'LT-301.HH'").status());
        assertEquals(Life.NORMAL, life("LT-301.HH"));
    }

    @Test
    void aTripIsResetWithItsCauseAndThenItsAlarm() throws IOException {
        station.run(SmallPlan.PRESSURE, 41, 1);
        assertEquals(
                "reset.present",
                act("reset", "fit-1", "'point':'PT-101.TRIP','cause':'valve'").text("code"));
        station.run(SmallPlan.PRESSURE, 32, 1);
        assertEquals(
                "cause.missing", act("reset", "fit-1", "'point':'PT-101.TRIP'").text("code"));
        assertEquals(
                "authority.role",
                act("reset", "op-1", "'point':'PT-101.TRIP','cause':'v'").text("code"));
        Answer first = act("reset", "fit-1", "'point':'PT-101.TRIP','cause':'valve'");
        assertEquals(200, first.status());
        assertTrue(first.text("message").contains("still asks"), first::toString);
        assertEquals(200, act("acknowledge", "op-1", "'all':true").status());
        assertEquals(Life.LATCHED_ACKED, life("PT-101.TRIP"));
        assertEquals(200, act("reset", "fit-1", "'point':'PT-101.TRIP'").status());
        assertEquals(Life.NORMAL, life("PT-101.TRIP"));
    }

    @Test
    void anAcknowledgedTripIsResetInOneAct() throws IOException {
        station.run(SmallPlan.PRESSURE, 41, 1);
        assertEquals(200, act("acknowledge", "op-1", "'all':true").status());
        station.run(SmallPlan.PRESSURE, 32, 1);
        Answer reset = act("reset", "lead-1", "'point':'PT-101.TRIP','cause':'valve'");
        assertEquals(200, reset.status(), reset::toString);
        assertTrue(station.view().state().interlocks().trips().isEmpty());
        assertEquals(Life.NORMAL, life("PT-101.TRIP"));
    }

    @Test
    void aSwingIsTriedAndReleasedByTwoPeople() throws IOException {
        station.run(SmallPlan.RUNS, 1, 2);
        for (int i = 0; i < 4; i++) {
            station.run(SmallPlan.PRESSURE, i % 2 == 0 ? 26 : 33, 1);
        }
        assertEquals(
                "release.no-cause",
                act("release", "lead-1", "'header':'PT-101'").text("code"));
        String trial = "'header':'PT-101','pump':'P-101','second':'fit-1','secondPin':'1234'";
        assertEquals(200, act("trial", "lead-1", trial).status());
        assertEquals("trial.used", act("trial", "lead-1", trial).text("code"));
        assertEquals(
                200, act("cause", "fit-1", "'header':'PT-101','cause':'air'").status());
        assertEquals(200, act("release", "lead-1", "'header':'PT-101'").status());
        station.run(SmallPlan.RUNS, 0, 1);
        assertEquals(
                200,
                act("stop-explain", "op-1", "'pump':'P-101','reason':'belt'").status());
    }

    @Test
    void theFirstChiefComesWithTheCode() throws IOException {
        TestStation empty = new TestStation(false);
        try (WebServer fresh = WebServer.start(new WebSettings("127.0.0.1", 0), empty, "test")) {
            Http caller = new Http(fresh.port());
            String chief = "'id':'chief-1','name':'王伟','roles':['chief'],'newPin':'2468'";
            assertEquals(
                    401, caller.act("person-add", "{'code':'1'," + chief + "}").status());
            Answer missing = caller.act("person-add", "{" + chief + "}");
            assertEquals("person", missing.text("field"));
            assertEquals(
                    200,
                    caller.act("person-add", "{'code':'" + TestStation.CODE + "'," + chief + "}")
                            .status());
            assertEquals("2468", empty.pinOf("chief-1"));
            String next = "'id':'op-1','name':'x','roles':['operator'],'newPin':'2468'";
            Answer again = caller.act("person-add", "{'code':'" + TestStation.CODE + "'," + next + "}");
            assertEquals("person.needed", again.text("code"), "the code is for the first chief only");
        }
    }

    @Test
    void anAccidentIsNeverHeldUpByAPin() throws IOException {
        Answer wrong = act("accident", "op-1", "'pin':'0','text':'fire'");
        assertEquals(200, wrong.status());
        String words = requireNonNull(station.view().state().duty().accident()).words();
        assertTrue(words.contains("fire") && words.contains("op-1") && words.contains("not proven"), words);
        Answer right = act("accident", "op-1", "'text':'smoke'");
        assertEquals(200, right.status());
        assertEquals(
                "op-1", requireNonNull(station.view().state().duty().accident()).by());
        assertEquals(
                "smoke",
                requireNonNull(station.view().state().duty().accident()).words());
        assertEquals(200, http.act("accident", "").status(), "not even words are needed");
    }

    @Test
    void whatIsNotOnTheDiskSaysSo() throws IOException {
        station.stall();
        Answer answer = act("acknowledge", "op-1", "'all':true");
        assertEquals(false, answer.body().get("kept"));
        assertTrue(answer.text("message").contains("Not yet on the disk"), answer::toString);
        assertFalse(answer.text("message").contains(TestStation.PIN));
    }
}
