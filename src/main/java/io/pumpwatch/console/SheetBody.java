package io.pumpwatch.console;

import io.pumpwatch.api.Sheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/** A round or sheet: what to look at, what was answered, the agent's reading beside the number. Pure. */
final class SheetBody {
    private final Model model;
    private final Say say;
    private final int columns;

    SheetBody(Model model, Say say, int columns) {
        this.model = model;
        this.say = say;
        this.columns = columns;
    }

    List<AttributedString> lines(int room) {
        Sheets.Sheet sheet = model.data().sheet(model.place().sheet());
        List<AttributedString> lines = new ArrayList<>();
        if (sheet == null) {
            lines.add(ListBodies.nothing(say, columns));
            return lines;
        }
        boolean late = sheet.state().equals("late");
        long answered =
                sheet.items().stream().filter(item -> item.answer() != null).count();
        lines.add(new Ink()
                .put(" " + sheet.name() + " (" + sheet.rule() + ")  ", Ink.BOLD)
                .put(say.state("sheet", sheet.state()), late ? Ink.HIGH : Ink.PLAIN)
                .put("  " + say.at(sheet.from()) + " – " + say.clock(sheet.to()))
                .put("  " + answered + "/" + sheet.items().size())
                .line(columns));
        String signed = sheet.signed().stream().map(Sheets.Signature::byName).collect(Collectors.joining(", "));
        lines.add(new Ink()
                .put(
                        " "
                                + say.word(
                                        "console.signatures",
                                        Map.of(
                                                "signed", "" + sheet.signed().size(),
                                                "needed", "" + sheet.signatures()))
                                + " " + signed,
                        Ink.DIM)
                .line(columns));
        List<Sheets.Item> items = sheet.items();
        lines.addAll(Body.list(
                items.size(),
                model.place().row(),
                Math.max(1, room - 4),
                i -> row(items.get(i)),
                i -> items.get(i).text(),
                columns));
        Sheets.Item chosen = Rows.chosen(model, items);
        if (chosen != null && chosen.answer() != null) {
            answer(chosen, chosen.answer(), lines);
        }
        return lines;
    }

    private Ink row(Sheets.Item item) {
        Sheets.Answer answer = item.answer();
        Ink ink = new Ink().put(String.format(" %3d ", item.place()));
        if (answer == null) {
            ink.put("[ ] ");
        } else {
            boolean wrong = answer.verdict().equals("abnormal") || answer.noteNeeded();
            ink.put(wrong ? "[!] " : "[✓] ", wrong ? Ink.HIGH : Ink.PLAIN);
        }
        ink.put(Ink.cut(item.text(), 40))
                .to(50)
                .put(Ink.cut(item.equipment(), 12), Ink.DIM)
                .to(63);
        if (answer != null) {
            ink.put(say.state("verdict", answer.verdict()));
            if (answer.value() != null) {
                ink.put(" " + Ink.number(answer.value()) + " " + item.unit());
            }
        } else if (item.number()) {
            ink.put("___ " + item.unit(), Ink.DIM);
        }
        return ink;
    }

    private void answer(Sheets.Item item, Sheets.Answer answer, List<AttributedString> lines) {
        Ink ink = new Ink().put(" " + say.clock(answer.at()) + " " + answer.byName() + " " + answer.text());
        if (answer.agent() != null) {
            ink.put("  " + say.word("console.agent") + " " + Ink.number(answer.agent()) + " " + item.unit());
        }
        if (answer.noteNeeded()) {
            ink.put("  " + say.word("console.noteneeded"), Ink.HIGH);
        }
        if (!answer.note().isEmpty()) {
            ink.put("  " + answer.note());
        }
        lines.add(ink.line(columns));
    }
}
