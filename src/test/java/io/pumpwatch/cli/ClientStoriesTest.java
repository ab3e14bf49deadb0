package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.alarms.Life;
import io.pumpwatch.station.AlarmId;
import io.pumpwatch.station.Lang;
import io.pumpwatch.web.SmallPlan;
import io.pumpwatch.web.TestStation;
import io.pumpwatch.web.WebServer;
import io.pumpwatch.web.WebSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to people at a terminal: right ones, wrong ones and slips. */
class ClientStoriesTest extends ClientRig {
    @Test
    void aTripIsResetByTheOneWhoMay() {
        station.run(SmallPlan.PRESSURE, 41, 1);
        assertEquals(0, run(Lang.EN, "ack", "--all", "--person", "op-1"));
        station.run(SmallPlan.PRESSURE, 32, 1);
        assertEquals(0, run(Lang.EN, "status"));
        assertTrue(out.toString().contains("TRIP PT-101.TRIP since 2026-"), out::toString);
        assertEquals(1, run(Lang.EN, "reset", "PT-101.TRIP", "--person", "fit-1"));
        assertTrue(err.toString().contains("Record the cause"), err::toString);
        assertEquals(0, run(Lang.EN, "reset", "PT-101.TRIP", "--cause", "valve stuck", "--person", "fit-1"));
        assertEquals(Life.NORMAL, station.view().state().alarms().life(AlarmId.parse("PT-101.TRIP")));
    }

    @Test
    void aSwingIsReleasedByTwo() {
        station.run(SmallPlan.RUNS, 1, 2);
        station.run(SmallPlan.PRESSURE, 27, 1);
        for (String page : List.of("status", "shift", "job list")) {
            assertEquals(0, run(Lang.EN, words(page)), err::toString);
            assertTrue(out.toString().contains("NO START, NO WORK BEFORE THE CAUSE IS KNOWN (P3)"), out::toString);
            assertEquals(0, run(Lang.ZH, words(page)), err::toString);
            assertTrue(out.toString().contains("原因未查明前不得启动、不得作业（P3）"), out::toString);
        }
        String trial = "trial PT-101 --pump P-101 --person lead-1 --second fit-1";
        env.put("PUMPWATCH_SECOND_PIN", "1234");
        assertEquals(0, run(Lang.EN, words(trial)), err::toString);
        assertEquals(0, run(Lang.EN, "cause", "PT-101", "air in the line", "--person", "fit-1"));
        assertEquals(0, run(Lang.EN, "release", "PT-101", "--person", "lead-1"));
        assertEquals(0, run(Lang.EN, "shift"));
        assertFalse(out.toString().contains("(P3)"), out::toString);
    }

    @Test
    void theShiftSaysWhetherThePumpsCouldDrain() {
        station.run(SmallPlan.LEVEL, 2, 2);
        assertEquals(0, run(Lang.EN, "shift"), err::toString);
        assertTrue(out.toString().contains("Ready to start and drain (D3): P-301 Drainage pump 1"), out::toString);
        station.run(SmallPlan.LEVEL, Double.NaN, 20);
        assertEquals(0, run(Lang.EN, "shift"), err::toString);
        assertTrue(out.toString().contains("NOT READY to drain (D3): P-301 Drainage pump 1: "), out::toString);
        assertEquals(0, run(Lang.ZH, "shift"), err::toString);
        assertTrue(out.toString().contains("不能开机排水（D3）：P-301 1号排水泵："), out::toString);
    }

    @Test
    void pinsComeFromTheTerminalOrAFile(@TempDir Path folder) throws IOException {
        env.remove("PUMPWATCH_PIN");
        typed.add("1234");
        assertEquals(0, run(Lang.EN, "sign-on", "--person", "op-1"));
        assertEquals(List.of("PIN of op-1: "), asked);
        assertEquals(2, run(Lang.EN, "sign-on", "--person", "op-1"), "nobody types");
        Path file = Files.writeString(folder.resolve("pin"), "1234\n");
        assertEquals(0, run(Lang.EN, "sign-on", "--person", "op-1", "--pin-file", file.toString()));
        assertEquals(2, run(Lang.EN, "sign-on", "--person", "op-1", "--pin-file", folder.toString()));
        assertEquals(2, run(Lang.EN, "sign-on", "--person", "op-1", "--pin-file", folder + "/none"));
        typed.addAll(List.of("1234", "2222", "2223"));
        assertEquals(2, run(Lang.EN, "pin", "--person", "op-1"), "typed differently");
        assertEquals("1234", station.pinOf("op-1"));
        typed.addAll(List.of("1234", "2222", "2222"));
        assertEquals(0, run(Lang.EN, "pin", "--person", "op-1"), err::toString);
        assertEquals("2222", station.pinOf("op-1"));
    }

    @Test
    void theFirstChiefComesWithACode() throws IOException {
        try (WebServer fresh = WebServer.start(new WebSettings("127.0.0.1", 0), new TestStation(false), "1")) {
            env.put("PUMPWATCH_URL", "http://localhost:" + fresh.port());
            assertEquals(0, run(Lang.ZH, "person", "list"));
            assertTrue(out.toString().contains("没有在册人员"), out::toString);
            String add = "person add chief-1 --name 王伟 --role chief --new-pin 2468 --code ";
            assertEquals(4, run(Lang.EN, words(add + "1")));
            assertEquals(0, run(Lang.EN, words(add + TestStation.CODE)), err::toString);
            assertEquals(0, run(Lang.EN, words("sign-on --person chief-1 --pin 2468")));
        }
    }

    @Test
    void noAgentIsExitThree() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertEquals(3, run(Lang.EN, "status", "--url", "http://127.0.0.1:" + free));
        assertTrue(err.toString().contains("No agent answers at http://127.0.0.1:" + free), err::toString);
        assertEquals(3, run(Lang.ZH, "alarms", "--url", "http://no-such-host.invalid"));
        assertEquals(2, run(Lang.EN, "status", "--url", "ftp://127.0.0.1"));
        assertEquals(2, run(Lang.EN, "status", "--url", "nonsense here"));
    }

    @Test
    void aMegabyteOfTextIsRefused() {
        assertEquals(2, run(Lang.EN, "accident", "x".repeat(1_000_000)));
        assertTrue(err.toString().contains("too long"), err::toString);
        assertEquals(0, run(Lang.EN, "silence"));
    }

    @Test
    void slipsAreAnsweredWithTheNearest() {
        assertEquals(2, run(Lang.EN, "alrams"));
        assertTrue(err.toString().contains("There is no command alrams. Did you mean alarms?"), err::toString);
        assertEquals(2, run(Lang.ZH, "status", "--jsn"));
        assertTrue(err.toString().contains("没有选项 --jsn。 是否指 --json？"), err::toString);
        assertEquals(2, run(Lang.EN, "shelve", "LT-301.H", "--reson", "x", "--minutes", "5"));
        assertTrue(err.toString().contains("Did you mean --reason?"), err::toString);
        assertEquals(2, run(Lang.EN, "silence", "now"));
        assertEquals(2, run(Lang.EN, "drill"));
        assertTrue(err.toString().contains("Usage: pumpwatch drill"), err::toString);
    }

    @Test
    void controlCharactersOfOthersNeverReachTheTerminal() {
        station.run(SmallPlan.RUNS, 1, 2);
        station.run(SmallPlan.PRESSURE, 27, 1);
        assertEquals(2, run(Lang.EN, "cause", "PT-101", "\u001b[2J", "--person", "fit-1"));
        assertEquals(0, run(Lang.EN, "cause", "PT-101", "air\nvented", "--person", "fit-1"));
        assertEquals(0, run(Lang.EN, "status"));
        assertTrue(out.toString().contains("air vented"), out::toString);
    }

    @Test
    void aFaultOfOurOwnShowsNoTrace() {
        StringWriter said = new StringWriter();
        PrintWriter err = new PrintWriter(said, true);
        Family broken = shell -> List.of(new Command(shell, "status", "status", line -> {
                    throw new IllegalStateException("broken\u0007");
                })
                .build());
        Shell shell = new Shell(Lang.EN, err, err, Map.of(), question -> null);
        assertEquals(1, Main.run(shell, List.of(broken), "status"));
        assertTrue(said.toString().contains("(java.lang.IllegalStateException: broken )"), said::toString);
        assertFalse(said.toString().contains("\tat "), said::toString);
    }
}
