package io.pumpwatch.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.Status;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Words;
import io.pumpwatch.web.Served;
import io.pumpwatch.web.TestStation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the chief and the leader do at the console, key by key, against a real server over a real scan. */
@Timeout(60)
class CrewScreensTest {
    @RegisterExtension
    final Served served = new Served();

    @TempDir
    Path folder;

    private final List<Object> wanted = new ArrayList<>();
    private AgentHttp http;
    private Model model;

    @BeforeEach
    void open() throws IOException {
        http = new AgentHttp(URI.create("http://127.0.0.1:" + served.port()), Lang.ZH, "console", 2_000, 20_000, null);
        model = Model.start(Lang.ZH, 80, 24, true);
        live();
    }

    /** What the stream would have told by now. */
    private void live() throws IOException {
        take(new Message.Live(http.get("status").as(Status.class), 0));
        take(new Message.Live(
                new Data.Asking(http.get("alarms").as(AlarmList.class).alarms()), 0));
    }

    /** A message, and all that it wants of the world. */
    private void take(Message message) throws IOException {
        Update.Step step = Update.update(model, message);
        model = step.model();
        for (Effect effect : step.effects()) {
            wanted.add(effect);
            if (effect instanceof Effect.Look look) {
                List<Object> came = new ArrayList<>();
                for (String document : look.documents()) {
                    came.add(Objects.requireNonNull(Documents.read(document, http.get(document)), document));
                }
                take(new Message.Came(came, false));
            } else if (effect instanceof Effect.Act act) {
                AgentHttp.Answer answer = http.act(act.verb(), act.fields());
                String words = answer.member(answer.ok() ? "message" : "detail");
                take(new Message.Answered(answer.ok(), true, words, null, false));
            } else if (effect instanceof Effect.Save save) {
                take(new SavedFiles(http, folder, Words.of(Lang.ZH)).save(save));
            }
        }
    }

    private void keys(String... names) throws IOException {
        for (String name : names) {
            take(new Message.Key(name));
        }
    }

    /** Answers the questions of a form one by one. */
    private void answer(String... texts) throws IOException {
        for (String text : texts) {
            Form form = Objects.requireNonNull(model.hand().form());
            take(new Message.Pasted(text));
            assertTrue(form.fields().size() > form.at());
            keys("enter");
        }
    }

    private String screen() {
        List<AttributedString> lines = View.of(model);
        lines.forEach(line -> assertTrue(line.columnLength() <= 80, line::toString));
        return lines.stream().map(AttributedString::toString).collect(Collectors.joining("\n"));
    }

    private void did(String what) {
        assertNull(model.hand().form(), () -> what + "\n" + screen());
        assertFalse(model.hand().wrong(), () -> what + "\n" + screen());
    }

    @Test
    void aWeekIsArrangedAndSomebodyIsExcusedFromOneOfItsShifts() throws IOException {
        keys("8", "r");
        assertTrue(screen().contains("! 无人值班") && screen().contains("a 排一周的班"), screen());
        keys("a", "enter", "enter", "enter");
        assertTrue(screen().contains("2 Fitter One") && screen().contains("4 王伟"), screen());
        // By their places or their names.
        answer("4, Leader One", "chief-1", TestStation.PIN);
        did("arrange");
        assertTrue(screen().contains("Leader One, 王伟"), screen());
        keys("x");
        assertTrue(screen().contains("1 Leader One, 2 王伟"), screen());
        answer("2", "生病", "chief-1", TestStation.PIN);
        did("excuse");
        assertTrue(screen().contains("准假： 王伟: 生病"), screen());
        keys("down", "down", "a", "enter", "enter", "enter");
        answer("8");
        assertEquals(
                "people",
                Objects.requireNonNull(model.hand().form())
                        .fields()
                        .get(model.hand().form().at())
                        .name(),
                "there is no eighth");
    }

    @Test
    void aMusterIsCalledPeopleAreExcusedAndItEnds() throws IOException {
        keys("8", "u");
        assertTrue(screen().contains("没有进行中的集合"), screen());
        keys("e");
        assertTrue(model.hand().wrong(), "there is none to end");
        keys("c");
        answer("河水上涨", "chief-1", TestStation.PIN);
        did("call");
        assertTrue(screen().contains("! 未到  Fitter One") && screen().contains("按命令"), screen());
        keys("x");
        answer("Fitter One", "在医院", "chief-1", TestStation.PIN);
        did("excuse");
        assertTrue(screen().contains("准假  Fitter One  在医院"), screen());
        keys("m");
        answer("lead-1", TestStation.PIN);
        assertTrue(screen().contains("✓ 已到  Leader One"), screen());
        keys("e");
        answer("雨停", "chief-1", TestStation.PIN);
        did("end");
        assertTrue(screen().contains("没有进行中的集合"), screen());
    }

    @Test
    void floodModeBeginsAndEndsWhereTheMusterIs() throws IOException {
        keys("8", "u", "f");
        answer("暴雨预警", "lead-1", TestStation.PIN);
        did("flood on");
        live();
        assertTrue(screen().contains("防汛"), screen());
        assertNotNull(Objects.requireNonNull(model.data().status()).flood());
        keys("o");
        answer("雨停", "lead-1", TestStation.PIN);
        did("flood off");
        live();
        assertNull(Objects.requireNonNull(model.data().status()).flood());
    }

    @Test
    void aVisitorIsApprovedComesInGoesOutAndIsTakenOffTheList() throws IOException {
        keys("8", "v", "a");
        answer("张三", "", "厂家修泵", "chief-1", TestStation.PIN);
        did("approve");
        assertTrue(screen().contains("可进入") && screen().contains("张三"), screen());
        keys("i");
        // Who is chosen is proposed.
        answer("op-1", "换密封", "lead-1", TestStation.PIN);
        did("in");
        assertTrue(screen().contains("在内") && screen().contains("陪同 王伟"), screen());
        keys("o");
        answer("lead-1", TestStation.PIN);
        did("out");
        assertFalse(screen().contains("在内"), screen());
        keys("k");
        answer("chief-1", TestStation.PIN);
        did("revoke");
        assertFalse(screen().contains("可进入"), screen());
        keys("x");
        answer("陌生人", "找同事", "lead-1", TestStation.PIN);
        did("outsider");
        assertTrue(screen().contains("! 外来人员   陌生人"), screen());
    }

    @Test
    void aDrillBeginsOnTheChosenPointAndEnds() throws IOException {
        keys("2", "p", "e");
        assertTrue(model.hand().wrong(), "there is none to end");
        keys("d");
        answer("月度演练", "15", "tech-1", TestStation.PIN);
        did("drill");
        live();
        assertTrue(screen().contains("演练") && screen().contains("结束：按 2、p、e"), screen());
        keys("e");
        answer("tech-1", TestStation.PIN);
        did("drill end");
        live();
        assertNull(Objects.requireNonNull(model.data().status()).drill());
    }

    @Test
    void theTechnicianHoldsTheBriefingWithRisksAndMeasuresAndTheLeaderTestsForAlcohol() throws IOException {
        keys("8", "h");
        answer("换密封", "软管甩动, 伤人；滑倒", "站在护板后；清油", "tech-1", TestStation.PIN);
        did("briefing");
        assertTrue(screen().contains("软管甩动, 伤人 → 站在护板后") && screen().contains("滑倒 → 清油"), screen());
        keys("t");
        answer("op-1", "0", "lead-1", TestStation.PIN);
        did("test");
    }

    @Test
    void whoLacksGearIsToldTheKeyAndSignsOnWithTheLeadersWord() throws IOException {
        keys("8", "i");
        answer("emulsion");
        String asked = screen();
        assertTrue(asked.contains("1 全部, 2 ") && asked.contains(": 全部"), asked);
        take(new Message.Key("backspace"));
        take(new Message.Key("backspace"));
        answer("2", "y", "y", "fit-1", TestStation.PIN);
        assertTrue(screen().replaceAll("\\s+", "").contains("按8键，再按w"), screen());
        keys("escape", "8", "w");
        answer("emulsion", "1", "y", "y", "手套在洗", "fit-1", TestStation.PIN, "lead-1", TestStation.PIN);
        did("without");
        assertTrue(screen().contains("Fitter One"), screen());
    }

    /** Two keys from anywhere: last month's records lie in the folder, and the console says where. */
    @Test
    void aMonthsRecordsGoIntoAFileFromTheListAndFromTheReport() throws IOException {
        http.signIn("chief-1", TestStation.PIN);
        keys("0");
        assertTrue(screen().contains("c 存 CSV") && screen().contains("x 存 XLSX"), screen());
        keys("c");
        Effect.Save save = (Effect.Save) wanted.get(wanted.size() - 1);
        String name = save.name();
        assertTrue(name.matches("pumpwatch-shift-20[0-9]{2}-[01][0-9]\\.csv"), name);
        assertTrue(screen().replaceAll("\\s+", "").contains(folder.resolve(name).toString()), screen());
        assertTrue(Files.readString(folder.resolve(name)).contains("值班记录"));
        keys("enter", "x", "j", "c");
        did("save");
        byte[] book = Files.readAllBytes(folder.resolve(name.replace(".csv", ".xlsx")));
        assertEquals('P', book[0]);
        assertTrue(
                Files.readString(folder.resolve(name.replace(".csv", ".jsonl"))).startsWith("{"));
        assertEquals(
                Files.readString(folder.resolve(name)),
                Files.readString(folder.resolve(name.replace(".csv", "-2.csv"))),
                "one that was there stays");
        assertEquals(Screen.RECORD, model.place().screen());
    }

    @Test
    void whereNothingCanBeKeptItSaysWhatToDo() throws IOException {
        folder = folder.resolve("none");
        http.signIn("chief-1", TestStation.PIN);
        keys("0", "x");
        assertTrue(model.hand().wrong());
        assertTrue(screen().contains("请在自己的目录中启动控制台"), screen());
        served.stop();
        keys("x");
        assertTrue(screen().contains("站上没有应答，未保存"), screen());
    }
}
