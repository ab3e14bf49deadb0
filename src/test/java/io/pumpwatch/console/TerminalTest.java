package io.pumpwatch.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.station.Tag;
import io.pumpwatch.web.Served;
import io.pumpwatch.web.TestStation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real terminal, with real keys, against a real server over a real scan. */
@org.junit.jupiter.api.Tag("terminal")
@Timeout(240)
class TerminalTest {
    private static final Tag PRESSURE = new Tag("PT-101");
    private static final String EN = "C.UTF-8";
    private static final String ZH = "zh_CN.UTF-8";

    @RegisterExtension
    final Served served = new Served();

    private final TestStation station = served.station;

    /** Answers the questions of a form, the PIN last. */
    private static void sign(Tmux tmux, String... answers) {
        for (String answer : answers) {
            tmux.type(answer);
            tmux.keys("Enter");
        }
        tmux.type(TestStation.PIN);
        tmux.keys("Enter");
    }

    @Test
    void anAlarmFromHornToClosed() {
        try (Tmux tmux = Tmux.console(80, 24, EN, served.port())) {
            tmux.sees("No alarm asks.");
            station.run(PRESSURE, 36.0, 2);
            tmux.sees("!!! critical");
            tmux.keys("s");
            tmux.sees("✓");
            tmux.keys("2");
            tmux.sees("PT-101.HH");
            tmux.keys("a");
            tmux.sees("Person:");
            tmux.type("op-1");
            tmux.keys("Enter");
            tmux.type("0000");
            tmux.keys("Enter");
            tmux.sees("✗");
            assertFalse(String.join("\n", tmux.screen()).contains("0000"), "a PIN is never shown");
            tmux.type(TestStation.PIN);
            tmux.keys("Enter");
            tmux.sees("✓");
            tmux.sees("acknowledged");
            station.run(PRESSURE, 32.0, 30);
            tmux.keys("q");
            tmux.ends();
        }
    }

    @Test
    void nothingIsAskedOfTheTerminalSinceALateAnswerWouldCountAsKeys(@TempDir Path folder) throws IOException {
        Path said = folder.resolve("said");
        try (Tmux tmux = Tmux.recorded(80, 24, EN, served.port(), "console", said)) {
            tmux.sees("No alarm asks.");
            tmux.keys("q");
            tmux.ends();
        }
        String all = Files.readString(said);
        assertTrue(all.contains("No alarm asks."), all);
        // Device attributes, status, cursor, modes, kitty's keyboard: what terminals answer to.
        Matcher asked = Pattern.compile("\u001b\\[[?>=]?[0-9;]*(c|n|u|\\$p)|\u001b[\\]P_]")
                .matcher(all);
        assertFalse(asked.find(), () -> "asked: " + asked.group().substring(1));
    }

    @Test
    void theMonthsRecordsArePulled() {
        try (Tmux tmux = Tmux.console(80, 24, EN, served.port())) {
            tmux.sees("No alarm asks.");
            tmux.keys("0");
            tmux.sees("- earlier");
            tmux.keys("+", "Down", "Down", "Down", "Enter");
            tmux.sees("whoever has signed in");
            tmux.keys("S");
            tmux.sees("Person:");
            sign(tmux, "chief-1");
            tmux.sees("Hours of each person");
            tmux.keys("Escape");
            tmux.sees("> ");
            tmux.keys("q");
            tmux.ends();
        }
    }

    @Test
    void theChiefArrangesTheWeekAndPullsTheMonthIntoAFile(@TempDir Path folder) throws IOException {
        try (Tmux tmux = Tmux.console(80, 24, ZH, served.port(), folder)) {
            tmux.sees("没有待确认的报警");
            tmux.keys("8", "r");
            tmux.sees("无人值班");
            tmux.keys("a", "Enter", "Enter", "Enter");
            tmux.sees("4 王伟");
            sign(tmux, "4,3", "chief-1");
            tmux.sees("Leader One, 王伟");
            for (String line : tmux.screen()) {
                assertTrue(new AttributedString(line).columnLength() <= 80, line);
            }
            tmux.keys("0", "Down", "Down", "Down", "x");
            tmux.sees("已保存：");
            try (Stream<Path> files = Files.list(folder)) {
                assertTrue(files.allMatch(file -> file.toString().matches(".*attendance-20[0-9-]+\\.xlsx")));
            }
        }
    }

    @Test
    void aRoundWithAProblemInChinese() {
        try (Tmux tmux = Tmux.console(120, 40, ZH, served.port())) {
            tmux.sees("总览");
            tmux.keys("3");
            tmux.sees("签名 0/");
            tmux.keys("b");
            sign(tmux, "op-1");
            tmux.sees("✓");
            tmux.keys("x");
            tmux.type("轴封漏油");
            tmux.keys("Enter");
            tmux.sees("[!]");
            tmux.keys("Down", "n");
            tmux.type("2.0");
            tmux.keys("Enter");
            tmux.sees("[✓]");
            tmux.keys("g");
            tmux.sees("PIN");
            // Who is signed in needn't be typed again; the PIN is.
            sign(tmux);
            tmux.sees("签名 1/");
            for (String line : tmux.screen()) {
                assertTrue(new AttributedString(line).columnLength() <= 120, line);
            }
            tmux.keys("7");
            tmux.sees("轴封漏油");
        }
    }

    @Test
    void aHandoverBetweenTwoPeople() {
        try (Tmux tmux = Tmux.console(80, 24, EN, served.port())) {
            tmux.sees("No alarm asks.");
            tmux.keys("8", "i");
            tmux.sees("Kind of work");
            // The usual work, all of its gear; sober and rested each for itself.
            tmux.keys("Enter", "Enter", "y", "Enter", "y", "Enter");
            sign(tmux, "lead-1");
            tmux.sees("Leader One");
            tmux.keys("Q", "6");
            tmux.sees("next change");
            tmux.keys("d");
            tmux.sees("Person:");
            sign(tmux, "op-1");
            tmux.sees("Handover 1");
            tmux.keys("m");
            tmux.type("the strainer is new");
            tmux.keys("Enter", "Enter");
            tmux.sees("the strainer is new");
            tmux.keys("g");
            tmux.sees("Words");
            // Who is signed in is known: the PIN is asked at once.
            tmux.keys("Enter");
            sign(tmux);
            tmux.sees("Hands over: 王伟");
            tmux.keys("y");
            tmux.sees("Words");
            tmux.keys("Enter");
            // Nobody is proposed: it is another person who takes over.
            sign(tmux, "lead-1");
            tmux.sees("Takes over: Leader One");
        }
    }

    @Test
    void aSessionThatTheAgentForgotIsAskedForAgainAndTheActGoesOn() throws IOException {
        int port = served.port();
        try (Tmux tmux = Tmux.console(80, 24, EN, port)) {
            tmux.sees("S sign in here");
            tmux.keys("S");
            tmux.sees("Person:");
            sign(tmux, "op-1");
            tmux.sees("sign out op-1");
            served.stop();
            tmux.sees("NO ANSWER");
            served.start(port);
            tmux.loses("NO ANSWER");
            station.run(PRESSURE, 36.0, 2);
            tmux.keys("2");
            tmux.sees("unacknowledged");
            tmux.keys("a");
            tmux.sees("PIN:");
            sign(tmux);
            tmux.sees("✓");
            tmux.sees("acknowledged");
            tmux.keys("9");
            tmux.sees("beginning of the journal");
        }
    }

    @Test
    void signingOnAtTheCommandLineAsksOneByOneAndHidesThePin() {
        try (Tmux tmux = Tmux.command(80, 24, EN, served.port(), "sign-on --person lead-1 --work emulsion")) {
            tmux.sees("helmet [y/n]");
            tmux.type("y");
            tmux.keys("Enter");
            tmux.sees("gloves [y/n]");
            tmux.type("y");
            tmux.keys("Enter");
            tmux.sees("PIN of lead-1");
            tmux.type(TestStation.PIN);
            tmux.keys("Enter");
            tmux.sees("exit 0");
            String screen = String.join("\n", tmux.screen());
            assertTrue(screen.contains("helmet [y/n] y") && screen.contains("Leader One is on duty"), screen);
            assertFalse(screen.contains(TestStation.PIN), screen);
        }
    }

    @Test
    void itGrowsShrinksAndOutlivesTheAgent() throws IOException {
        int port = served.port();
        try (Tmux tmux = Tmux.console(80, 24, ZH, port)) {
            tmux.sees("没有待确认的报警");
            tmux.resize(120, 40);
            tmux.sees("○");
            assertEquals(40, tmux.screen().size());
            tmux.resize(60, 20);
            tmux.sees("60 列 20 行");
            tmux.resize(80, 24);
            tmux.sees("没有待确认的报警");
            served.stop();
            tmux.sees("代理程序无应答", Duration.ofSeconds(2));
            served.start(port);
            tmux.loses("代理程序无应答");
            List<String> screen = tmux.screen();
            assertTrue(screen.get(0).contains("总览"), screen::toString);
        }
    }

    @Test
    void whereThereIsNoTerminalItSaysSo() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.pumpwatch.cli.Main",
                        "console")
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor(), said);
        assertTrue(said.contains("terminal") && !said.contains("\tat "), said);
    }
}
