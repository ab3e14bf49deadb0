package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.alarms.Alarms;
import io.pumpwatch.duty.HandoverItem;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.view.SheetLine;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names in answers: those that the reader knows, in the reader's language. */
class SpokenTest {
    private final TestStation station = new TestStation(true);

    private Spoken to(Lang lang, Reader reader) {
        return new Spoken(station.view(), lang, reader);
    }

    @Test
    void aPageCallsPeopleAndSheetsByTheirNames() {
        Map<String, String> named = Map.of("person", "op-1", "sheet", "round", "defect", "1");
        assertEquals(
                Map.of("person", "王伟", "sheet", "巡视", "defect", "1"),
                to(Lang.ZH, Reader.PAGE).args(named));
        assertEquals(
                Map.of("item", "渗漏", "sheet", "巡视"),
                to(Lang.ZH, Reader.CONSOLE).args(Map.of("item", "leaks", "sheet", "round")));
        assertEquals(named, to(Lang.ZH, Reader.LINE).args(named), "who types commands goes on with the ids");
        assertEquals(
                Map.of("person", "nobody", "sheet", "none"),
                to(Lang.EN, Reader.PAGE).args(Map.of("person", "nobody", "sheet", "none")));
    }

    @Test
    void sheetsOfARefusalAreInTheReadersLanguage() {
        Refusal refusal = Refusal.of("handover.checks", "sheets", "Round (round), Daily check of the spray pump");
        for (Reader reader : Reader.values()) {
            assertEquals(
                    "巡视 (round), 喷雾泵日检表",
                    to(Lang.ZH, reader).refusal(refusal, "").args().get("sheets"));
        }
        Refusal open = Refusal.of("sheet.open", "item", "leaks");
        assertEquals(
                "渗漏", to(Lang.ZH, Reader.PAGE).refusal(open, "round").args().get("item"));
        assertEquals(open, to(Lang.ZH, Reader.LINE).refusal(open, "round"));
        assertEquals(refusal, to(Lang.EN, Reader.LINE).refusal(refusal, ""));
    }

    @Test
    void whySomethingIsSuppressedIsInTheReadersLanguage() {
        for (String why : List.of(Alarms.NOT_SETTLED, Alarms.SEVERER)) {
            String said = String.valueOf(AlarmAnswer.suppressed(why, Lang.ZH));
            assertTrue(said.codePoints().allMatch(Character::isIdeographic), said);
        }
        assertEquals("the file says so", AlarmAnswer.suppressed("the file says so", Lang.ZH));
    }

    @Test
    void aContactOnAHandoverSheetIsInTheReadersLanguage() {
        for (String[] row : new String[][] {{"closed", "闭合"}, {"open", "断开"}, {"2.50", "2.50"}}) {
            HandoverItem item = HandoverItem.of(
                    HandoverItem.Kind.READING,
                    "XS-101",
                    "value",
                    row[0],
                    "unit",
                    "",
                    "quality",
                    "good",
                    "cause",
                    "none");
            String said = SheetLine.text(item, Lang.ZH, ZoneId.of("Asia/Shanghai"));
            assertTrue(said.startsWith(row[1]), said);
        }
    }
}
