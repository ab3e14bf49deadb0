package io.pumpwatch.view.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.config.StationFile;
import io.pumpwatch.rounds.SheetPlan;
import io.pumpwatch.scan.StationPlan;
import io.pumpwatch.station.Lang;
import io.pumpwatch.view.TextWidth;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Paper asks what the screens ask, and fits on the paper. */
class BlankFormsTest {
    private static final StationPlan FULL = plan("full");

    private static StationPlan plan(String name) {
        Path file = Path.of("config/" + name + ".toml");
        return Objects.requireNonNull(StationFile.read(file).loaded()).plan();
    }

    static Stream<Arguments> forms() {
        return Stream.of("full", "drainage", "emulsion")
                .flatMap(station -> Stream.of(Lang.values())
                        .flatMap(lang -> BlankForms.names(plan(station), lang).keySet().stream()
                                .map(name -> Arguments.of(station, lang, name))));
    }

    private static String form(StationPlan plan, String name, Lang lang) {
        return Objects.requireNonNull(BlankForms.of(plan, name, lang), name);
    }

    /** Texts wrap on paper: for finding them again all white space is taken out. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormFitsOnA4AndHasItsWords(String station, Lang lang, String name) {
        String form = form(plan(station), name, lang);
        for (String line : form.lines().toList()) {
            assertTrue(TextWidth.of(line) <= Sheet.WIDTH, () -> TextWidth.of(line) + " cells: " + line);
        }
        for (String key : List.of("paper-form.", "window.", "gear.item.", "sheet.kind.", "role.", "verdict.")) {
            assertFalse(form.contains(key), () -> "a key without words: " + form);
        }
        assertTrue(form.contains("____"), form);
    }

    @Test
    void aSheetAsksEveryItemOfItsScreenWithUnitRangeAndSignatures() {
        for (Lang lang : Lang.values()) {
            for (SheetPlan sheet : FULL.rounds().sheets()) {
                String form = squeezed(form(FULL, sheet.id(), lang));
                int place = 0;
                for (SheetPlan.Item item : sheet.items()) {
                    place++;
                    String text = squeezed(item.text().in(lang));
                    String first = place + text.substring(0, Math.min(3, text.length()));
                    assertTrue(form.contains(first), sheet.id() + " has no item " + place + " " + item.id());
                    if (item.number()) {
                        assertTrue(form.contains("_" + squeezed(item.unit())), item.id());
                    }
                }
                String signature = lang == Lang.EN ? "Signature_" : "签名_";
                assertEquals(sheet.signatures(), form.split(signature, -1).length - 1, () -> sheet.id() + ": " + form);
            }
        }
    }

    @Test
    void theHandoverAsksEveryInstrumentPumpAndTool() {
        for (Lang lang : Lang.values()) {
            String form = form(FULL, BlankForms.HANDOVER, lang);
            FULL.instruments()
                    .forEach(each -> assertTrue(form.contains(each.tag().name()), form));
            FULL.interlocks()
                    .pumps()
                    .forEach(each -> assertTrue(form.contains(each.tag().name()), form));
            FULL.duty()
                    .handover()
                    .tools()
                    .forEach(each -> assertTrue(form.contains(each.name().in(lang)), form));
        }
        assertTrue(form(FULL, BlankForms.HANDOVER, Lang.ZH).contains("接班人"));
    }

    @Test
    void signOnAsksTheSevenThingsOfEmulsionWorkAndThePermitOfLiveWork() {
        String english = form(FULL, BlankForms.SIGN_ON, Lang.EN);
        for (String gear : Set.of(
                "helmet", "dust mask", "self-rescuer", "gloves", "work clothes", "mining boots", "miner's lamp")) {
            assertTrue(english.contains("[ ] " + gear), gear);
        }
        assertTrue(english.contains("grid work permit or special-operations permit"), english);
        assertTrue(form(FULL, BlankForms.SIGN_ON, Lang.ZH).contains("[ ] 自救器"));
    }

    @Test
    void supervisingOfficesStandOnThePaperOfTheirRules() {
        assertTrue(form(FULL, "pre-shift", Lang.EN).contains("Electromechanical office"));
        assertTrue(form(FULL, "fitter-daily", Lang.ZH).contains("生产技术办公室"));
        assertFalse(form(FULL, SheetPlan.ROUND, Lang.EN).contains("Supervised by"));
    }

    @Test
    void thereIsNoFormOfAnotherName() {
        assertNull(BlankForms.of(FULL, "no-such", Lang.EN));
    }

    @Test
    void textBreaksAtBlanksAndWithinChineseWhereItMust() {
        assertEquals(List.of("one two", "three"), Sheet.wrapped("one two three", 8));
        assertEquals(List.of("水泵声", "音"), Sheet.wrapped("水泵声音", 7));
        assertEquals(List.of(""), Sheet.wrapped("", 8));
    }
}
