package io.pumpwatch.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import io.pumpwatch.api.AlarmList;
import io.pumpwatch.api.Events;
import io.pumpwatch.station.Lang;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

/** Long texts on the smallest terminal: what matters is there to its last word. */
class WholeTextTest {
    private static Model console(Lang lang, Screen screen) {
        Model model = Sample.console(
                lang, 80, 24, Sample.status("", ""), Sample.alarms("unacked", 1), Sample.round(), Sample.shift());
        return model.with(model.place().at(screen));
    }

    private static String text(Model model) {
        return View.of(model).stream().map(AttributedString::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void whatToDoAboutAnAlarmIsInSightToTheLastWord() {
        String long_ = "leave the hoses, ".repeat(14) + "then call the leader";
        Data.Asking some = Sample.alarms("acked", 1);
        JSON json = JSON.std;
        AlarmList.Alarm longer;
        try {
            longer = json.beanFrom(
                    AlarmList.Alarm.class, json.asString(some.list().get(0)).replace("stop the pumps", long_));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
        Model model = Sample.with(console(Lang.EN, Screen.ALARMS), new Data.Asking(List.of(longer)));
        assertTrue(text(model).replaceAll("\\s+", " ").contains("then call the leader"), text(model));
    }

    /** The demo's people must be found by whoever is asked who they are, however much its story has told since. */
    @Test
    void whatWasNotedStandsWholeInTheHelpAndBesideTheQuestionWhoSomebodyIs() {
        String note = "People and their PINs: " + "somebody 1234  ".repeat(12) + "last 9876";
        Model noted = Update.update(console(Lang.EN, Screen.ALARMS), new Message.Noted(note))
                .model();
        Model told = Update.update(noted, new Message.Told("the door opens")).model();
        for (String key : List.of("?", "a", "S")) {
            String shown = text(Update.update(told, new Message.Key(key)).model());
            assertTrue(shown.contains("last 9876"), () -> key + "\n" + shown);
        }
        assertTrue(text(told).contains("the door opens"), text(told));
    }

    @Test
    void theShiftSaysItsRisksMeasuresAndWhoIsMissingToTheLastWord() {
        String missing = "Somebody With A Name, ".repeat(6) + "the last one";
        String risk = "软管甩动伤人，".repeat(8) + "滑倒";
        Model there = Sample.with(
                console(Lang.ZH, Screen.SHIFT),
                Sample.briefed(risk, "stand behind the guard ".repeat(4) + "always", missing));
        String all = text(there).replaceAll("\\s+", "");
        for (String seen : List.of("thelastone", risk, "always")) {
            assertTrue(all.contains(seen), () -> seen + "\n" + text(there));
        }
        View.of(there).forEach(line -> assertTrue(line.columnLength() <= 80, line::toString));
    }

    @Test
    void aRemarkOfTheHandoverIsThereToItsLastWord() {
        String words = "the strainer of P-101 was cleaned twice, ".repeat(4) + "look again at six";
        Model there = Sample.with(console(Lang.EN, Screen.HANDOVER), Sample.remarked(words));
        assertTrue(text(there).replaceAll("\\s+", " ").contains("look again at six"), text(there));
    }

    @Test
    void whatARowCutsStandsWholeBelowIt() {
        Model model = console(Lang.EN, Screen.LOG);
        String words = "round · 2026-11-26 evening · " + "a very long line of the journal ".repeat(4) + "end";
        Events.Event event = new Events.Event("1-1", "2026-11-25T04:00:01.000Z", "x", "x", "", words, "{}", "");
        Model there = Update.update(
                        model, new Message.Came(List.of(new Events("Asia/Shanghai", List.of(event), null)), false))
                .model();
        assertTrue(text(there).replaceAll("\\s+", " ").contains(words), text(there));
    }

    @Test
    void peopleStandWithTheirPapersThoseThatEndFirstOnTop() {
        Model model = console(Lang.ZH, Screen.PEOPLE);
        Model there = Update.update(model, new Message.Came(List.of(Sample.people(), Sample.papers()), false))
                .model();
        String text = text(there);
        assertTrue(text.indexOf("李娜") < text.indexOf("王伟"), text);
        assertTrue(text.contains("泵站司机") && text.contains("grid-permit  1234"), text);
        assertTrue(text.contains("! 已过期") && text.contains("! 12 天后到期"), text);
        assertEquals(5, Rows.count(there), "somebody who left isn't among them");
        View.of(there).forEach(line -> assertTrue(line.columnLength() <= 80, line::toString));
    }
}
