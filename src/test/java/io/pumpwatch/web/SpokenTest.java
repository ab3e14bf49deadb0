package io.pumpwatch.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.alarms.Alarms;
import io.pumpwatch.duty.HandoverItem;
import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.Named;
import io.pumpwatch.view.SheetLine;
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
                Map.of("person", "王伟", "sheet", "巡视", "sheetId", "round", "defect", "1"),
                to(Lang.ZH, Reader.PAGE).args(named));
        assertEquals(
                Map.of("item", "渗漏", "sheet", "巡视", "sheetId", "round"),
                to(Lang.ZH, Reader.CONSOLE).args(Map.of("item", "leaks", "sheet", "round")));
        assertEquals(
                Map.of("person", "王伟 (op-1)", "sheet", "巡视 (round)", "sheetId", "round", "defect", "1"),
                to(Lang.ZH, Reader.LINE).refusal(new Refusal("any", named), "").args(),
                "who types commands goes on with the ids");
        assertEquals(
                Map.of("person", "nobody", "sheet", "none", "sheetId", "none"),
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
        assertEquals(
                "渗漏 (leaks)",
                to(Lang.ZH, Reader.LINE).refusal(open, "round").args().get("item"));
        assertEquals(refusal, to(Lang.EN, Reader.LINE).refusal(refusal, ""));
    }

    @Test
    void gearCertificatesAndPeopleOfARefusalGoByTheirNames() {
        Refusal gear = Refusal.of("gear.missing", "gear", "helmet, dust-mask");
        assertEquals(
                "安全帽、防尘口罩", to(Lang.ZH, Reader.PAGE).refusal(gear, "").args().get("gear"));
        assertEquals(
                "helmet, dust mask (dust-mask)",
                to(Lang.EN, Reader.LINE).refusal(gear, "").args().get("gear"));
        Refusal paper = Refusal.of("certificate.missing", "person", "王伟", "kinds", "grid-permit");
        assertEquals(
                "电网作业许可证", to(Lang.ZH, Reader.PAGE).refusal(paper, "").args().get("kinds"));
        Refusal locks = Refusal.of("job.locks", "job", "1", "people", "op-1, fit-1");
        assertEquals(
                "王伟 (op-1), Fitter One (fit-1)",
                to(Lang.EN, Reader.LINE).refusal(locks, "").args().get("people"));
        assertEquals(
                "王伟、Fitter One",
                to(Lang.ZH, Reader.PAGE).refusal(locks, "").args().get("people"));
        Refusal on = Refusal.of("job.pump", "kind", "none", "pump", "P-101", "pumps", "emulsion");
        assertEquals("乳化液泵", to(Lang.ZH, Reader.LINE).refusal(on, "").args().get("pumps"));
        // Who is enrolled isn't named twice.
        Map<String, String> added = Map.of("id", "op-1", "name", "王伟");
        assertEquals(added, to(Lang.ZH, Reader.LINE).args(added));
    }

    @Test
    void aFieldOfAFormGoesByItsOwnLabel() {
        Words words = Words.of(Lang.EN);
        Map<String, String> roster = Map.of("field", "from", "verb", "roster-set", "form", "a date");
        String said = Reader.PAGE.say(words, "field.wrong", roster);
        assertTrue(said.contains("From (date)"), said);
        String report = Reader.PAGE.say(words, "field.wrong", Map.of("field", "from", "form", "a date"));
        assertTrue(report.contains("2026-11"), report);
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
            String said = SheetLine.text(item, Named.of(station.view(), Lang.ZH));
            assertTrue(said.startsWith(row[1]), said);
        }
    }
}
