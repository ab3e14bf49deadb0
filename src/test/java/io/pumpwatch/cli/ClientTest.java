package io.pumpwatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client commands against a real server over a real scan. */
class ClientTest {
    private static final List<Family> FAMILIES =
            List.of(new StatusCommand(), new AlarmCommands(), new ProtectionCommands(), new PeopleCommands());

    private final TestStation station = new TestStation(true);
    private final Map<String, String> env = new HashMap<>();
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private WebServer server;

    @BeforeEach
    void start() throws IOException {
        server = WebServer.start(new WebSettings("127.0.0.1", 0), station, "1.2.3");
        env.put("PUMPWATCH_URL", "http://127.0.0.1:" + server.port());
        env.put("PUMPWATCH_PIN", TestStation.PIN);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int run(Lang lang, String... args) {
        out = new StringWriter();
        err = new StringWriter();
        Shell shell = new Shell(lang, new PrintWriter(out, true), new PrintWriter(err, true), env, question -> {
            asked.add(question);
            return typed.poll();
        });
        int exit = Main.run(shell, FAMILIES, args);
        assertFalse((out + "" + err).contains("\tat "), () -> "a stack trace: " + err);
        assertFalse((out + "" + err).contains("cli."), () -> "a key without words: " + out + err);
        return exit;
    }

    /** The words of a line; an apostrophe holds together what has blanks. */
    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        for (String part : line.strip().split(" (?=(?:[^']*'[^']*')*[^']*$)", -1)) {
            if (!part.isEmpty()) {
                words.add(part.replace("'", ""));
            }
        }
        return words.toArray(String[]::new);
    }

    /** A line, its exit code, and what it says in English and in Chinese. Carried out in order. */
    private static final String TABLE = """
            sign-on --person op-1                                         | 0 | op-1 is on duty          | op-1 已到岗
            ack --all --person op-1                                       | 0 | Acknowledged: all        | 已确认：全部
            ack PT-101.HH LT-301.H --person op-1                          | 0 | PT-101.HH, LT-301.H      | 已确认：PT-101.HH
            ack PT-101.XX --person op-1                                   | 1 | Did you mean PT-101.H    | 是否指 PT-101.H
            ack --all --person fit-1                                      | 4 | may not do this          | 无权
            ack --all --person op-1 --pin 0                               | 4 | PIN of op-1 is wrong     | PIN 错误
            ack --person op-1                                             | 2 | give --all               | --all
            ack --all                                                     | 2 | --person                 | --person
            shelve LT-301.H --reason 'wave' --minutes 30 --person op-1    | 0 | shelved for 30 min       | 已搁置 30 分钟
            shelve LT-301.H --reason x --minutes 0 --person op-1          | 1 | past                     | 已过
            shelve LT-301.H --reason x --minutes soon --person op-1       | 2 | whole number             | 整数
            shelve LT-301.H --minutes 5 --person op-1                     | 2 | --reason                 | --reason
            unshelve LT-301.H --person op-1                               | 0 | no longer shelved        | 已取消搁置
            silence                                                       | 0 | horn is silent           | 已消音
            reset PT-101.HH --person op-1                                 | 1 | not latched              | 没有自锁
            confirm PT-101.HH 'valve closed' --person op-1                | 0 | Recorded                 | 已记录
            out-of-service PT-101.H --reason t --minutes 9 --person tech-1| 0 | out of service           | 已停用
            in-service PT-101.H --person tech-1                           | 0 | in service again         | 已恢复使用
            drill start LT-301.HH --reason d --minutes 5 --person tech-1  | 0 | The drill runs           | 演练已开始
            drill end --person tech-1                                     | 0 | has ended                | 演练已结束
            drill end --person tech-1                                     | 1 | No drill                 | 没有正在进行
            cause PT-101 'air' --person fit-1                             | 1 | No pressure swing        | 没有压力波动
            release PT-101 --person lead-1                                | 1 | No pressure swing        | 没有压力波动
            trial PT-101 --pump P-101 --second fit-1 --second-pin 1234 --person lead-1 | 1 | No pressure swing | 没有压力波动
            stop P-101 --reason 'end of shift' --person op-1              | 0 | is announced             | 已预告
            explain P-101 --reason x --person op-1                        | 1 | no stop                  | 没有未记录原因
            gauge LT-301 2.1 --person op-1                                | 0 | 2.1 for LT-301           | 标尺读数 2.1
            gauge LT-301 high --person op-1                               | 2 | must be a number         | 必须是数字
            flood on --reason storm --person lead-1                       | 0 | Flood mode is on         | 防汛模式已开启
            flood off --reason over --person lead-1                       | 0 | Flood mode is off        | 防汛模式已关闭
            accident 'hose burst'                                         | 0 | accident is reported     | 事故已报告
            person add op-2 --name Li --role operator,technician --new-pin 4321 --person chief-1 | 0 | is on the list | 已在册
            person list                                                   | 0 | station chief            | 站长
            person remove op-2 --person chief-1                           | 0 | has left                 | 已离开
            person list                                                   | 0 | left                     | 已离开
            pin --new-pin 1234 --person op-1                              | 0 | PIN is changed           | PIN 已更改
            sign-off --person op-1                                        | 0 | off duty                 | 已离岗
            status                                                        | 0 | North station            | 北泵站
            alarms                                                        | 0 | unacknowledged           | 未确认
            alarms --all                                                  | 0 | PT-101.SWING             | PT-101.SWING
            """;

    @Test
    void everyCommandSpeaksBothLanguages() {
        List<String> faults = new ArrayList<>();
        station.run(SmallPlan.LEVEL, 4.2, 1);
        for (Lang lang : Lang.values()) {
            for (String row : TABLE.lines().toList()) {
                String[] cell = row.split("\\|", -1);
                int exit = run(lang, words(cell[0]));
                String said = out + "" + err;
                String wanted = cell[lang == Lang.EN ? 2 : 3].strip();
                boolean onIts =
                        exit == 0 ? err.toString().isEmpty() : out.toString().isEmpty();
                if (exit != Integer.parseInt(cell[1].strip()) || !said.contains(wanted) || !onIts) {
                    faults.add(lang + " " + cell[0].strip() + " ended with " + exit + " and said: " + said);
                }
            }
        }
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    @Test
    void everyPrintingCommandGivesOneJsonDocument() throws IOException {
        for (String line :
                List.of("status", "alarms", "alarms --all", "person list", "silence", "sign-on --person op-1")) {
            String[] words = words(line + " --json");
            assertEquals(0, run(Lang.EN, words), line);
            assertFalse(JSON.std.mapFrom(out.toString()).isEmpty());
            assertEquals("", err.toString());
        }
        assertEquals(1, run(Lang.EN, words("unshelve LT-301.H --person op-1 --json")));
        Map<String, Object> refused = JSON.std.mapFrom(out.toString());
        assertEquals("alarm.not-shelved", refused.get("code"));
        assertEquals(false, refused.get("done"));
        assertEquals(0, run(Lang.EN, words("status --json")));
        Map<String, Object> status = JSON.std.mapFrom(out.toString());
        assertEquals("station-1", status.get("station"));
        assertEquals(null, status.get("accident"));
        assertTrue(status.containsKey("accident"), "a field that has no value is there all the same");
    }

    @Test
    void everyCommandTeaches() {
        for (Lang lang : Lang.values()) {
            for (String name : List.of(
                    "status",
                    "alarms",
                    "ack",
                    "silence",
                    "shelve",
                    "unshelve",
                    "reset",
                    "confirm",
                    "out-of-service",
                    "in-service",
                    "drill start",
                    "drill end",
                    "cause",
                    "release",
                    "trial",
                    "stop",
                    "explain",
                    "gauge",
                    "flood on",
                    "flood off",
                    "accident",
                    "sign-on",
                    "sign-off",
                    "pin",
                    "person add",
                    "person list",
                    "person remove")) {
                assertEquals(0, run(lang, words(name + " --help")), name);
                assertTrue(out.toString().contains("pumpwatch " + name), () -> name + ": " + out);
                assertTrue(out.toString().contains(lang == Lang.EN ? "Example:" : "示例："), () -> name + ": " + out);
            }
        }
    }

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
        assertEquals(0, run(Lang.EN, "status"));
        assertTrue(out.toString().contains("NO START, NO WORK BEFORE THE CAUSE IS KNOWN (P3)"), out::toString);
        String trial = "trial PT-101 --pump P-101 --person lead-1 --second fit-1";
        env.put("PUMPWATCH_SECOND_PIN", "1234");
        assertEquals(0, run(Lang.EN, words(trial)), err::toString);
        assertEquals(0, run(Lang.EN, "cause", "PT-101", "air in the line", "--person", "fit-1"));
        assertEquals(0, run(Lang.EN, "release", "PT-101", "--person", "lead-1"));
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
    void chineseColumnsLineUp() {
        station.run(SmallPlan.LEVEL, 4.6, 1);
        station.run(SmallPlan.PRESSURE, 36, 1);
        assertEquals(0, run(Lang.ZH, "ack", "PT-101.HH", "--person", "op-1"));
        assertEquals(0, run(Lang.ZH, "alarms"));
        List<String> lines = out.toString().lines().toList();
        int column = Table.width(lines.get(0).substring(0, lines.get(0).indexOf("数值")));
        for (String line : lines.subList(1, 3)) {
            int value = line.indexOf(line.startsWith("LT") ? "4.60" : "36.00");
            assertEquals(column, Table.width(line.substring(0, value)), () -> out.toString());
        }
        assertEquals(4, Table.width("水位"));
        assertEquals(6, Table.width("ＰＴ-1"));
        assertEquals(1, Table.width("e\u0301"));
    }

    @Test
    void localTimesAreInTheStationsZone() {
        assertEquals("2026-11-23 08:00:00", Plain.time("2026-11-23T00:00:00.000Z", "Asia/Shanghai"));
        assertEquals("-", Plain.number(null, "m"));
        assertEquals("25:01 h", Plain.hours(90_060_000));
    }
}
