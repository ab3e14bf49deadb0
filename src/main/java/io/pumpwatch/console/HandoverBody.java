package io.pumpwatch.console;

import io.pumpwatch.api.HandoverBook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/** The handover: what is to be done now, the sheet that filled itself, tools, remarks, signatures. Pure. */
final class HandoverBody {
    /** So many lines says what is to be done now. */
    private static final int NEXT_MAX = 3;
    /** So many lines has what somebody said. */
    private static final int NOTE_MAX = 3;

    private HandoverBody() {}

    static List<AttributedString> lines(Model model, Say say, int columns, int room) {
        HandoverBook book = model.data().handover();
        if (book == null) {
            return List.of(ListBodies.nothing(say, columns));
        }
        List<AttributedString> lines = new ArrayList<>();
        String crew = names(book.crew());
        lines.addAll(new Ink()
                .put(" " + say.word("console.incharge") + " ")
                .put(crew.isEmpty() ? say.word("console.nobody") : crew)
                .put("   " + say.word("console.change") + " " + say.at(book.nextChange()))
                .put(book.overdue() ? "  ! " + say.word("console.overdue") : "", Ink.HIGH)
                .fold(columns));
        lines.addAll(Ink.whole("→ " + book.next(), Ink.BOLD, columns, NEXT_MAX));
        for (HandoverBook.Note order : book.orders()) {
            String words = say.word("console.order") + " " + order.topic() + ", " + say.clock(order.at()) + ": "
                    + order.words();
            lines.addAll(Ink.whole(words, Ink.PLAIN, columns, NOTE_MAX));
        }
        HandoverBook.Sheet sheet = Rows.handover(model.data());
        if (sheet == null) {
            return lines;
        }
        lines.add(new Ink()
                .put(" " + say.word("console.handover") + " " + sheet.number() + "  " + sheet.stageText() + "  "
                        + say.word("console.cutoff") + " " + say.at(sheet.cutOff()))
                .line(columns));
        List<AttributedString> below = below(sheet, say, columns);
        List<HandoverBook.Item> items = sheet.items();
        int list = Math.max(3, room - lines.size() - below.size());
        lines.addAll(Body.list(
                items.size(),
                model.place().row(),
                list,
                i -> item(items.get(i)),
                i -> items.get(i).text(),
                columns));
        lines.addAll(below);
        return lines;
    }

    private static String names(List<HandoverBook.Someone> people) {
        return people.stream().map(HandoverBook.Someone::name).collect(Collectors.joining(", "));
    }

    private static Ink item(HandoverBook.Item item) {
        return new Ink()
                .put(" " + Ink.cut(item.kindText(), 16), Ink.DIM)
                .to(19)
                .put((item.subject() + " " + item.name()).strip(), Ink.BOLD)
                .to(30)
                .put(item.text());
    }

    private static List<AttributedString> below(HandoverBook.Sheet sheet, Say say, int columns) {
        List<AttributedString> lines = new ArrayList<>();
        List<HandoverBook.Counted> short_ = sheet.tools().stream()
                .filter(tool -> tool.counted() == null || tool.counted() != tool.listed())
                .toList();
        String tools = short_.isEmpty()
                ? say.word("console.tools.whole")
                : short_.stream()
                        .map(tool -> tool.name() + " " + (tool.counted() == null ? "?" : tool.counted()) + "/"
                                + tool.listed())
                        .collect(Collectors.joining(", "));
        if (!sheet.tools().isEmpty()) {
            lines.add(new Ink()
                    .put(" " + say.word("console.tools") + " ")
                    .put(tools, short_.isEmpty() ? Ink.PLAIN : Ink.HIGH)
                    .line(columns));
        }
        sheet.remarks().forEach(note -> lines.addAll(note(note, say, columns)));
        sheet.objections().forEach(note -> lines.addAll(note(note, say, columns)));
        sheet.refusals().forEach(note -> lines.addAll(note(note, say, columns)));
        for (HandoverBook.Amendment change : sheet.amendments()) {
            String words = "+ " + change.byName() + " " + say.at(change.at()) + ": " + change.words();
            lines.addAll(Ink.whole(words, Ink.PLAIN, columns, NOTE_MAX));
        }
        HandoverBook.Note out = sheet.signed();
        HandoverBook.Note in = sheet.accepted();
        lines.add(new Ink()
                .put(" " + say.word("console.outgoing") + " ")
                .put(out == null ? "____" : out.byName() + " " + say.clock(out.at()), Ink.BOLD)
                .put("   " + say.word("console.incoming") + " ")
                .put(in == null ? "____" : in.byName() + " " + say.clock(in.at()), Ink.BOLD)
                .line(columns));
        return lines;
    }

    private static List<AttributedString> note(HandoverBook.Note note, Say say, int columns) {
        String words = "- " + note.byName() + " " + say.clock(note.at()) + " " + note.topic() + " " + note.words();
        return Ink.whole(words, Ink.PLAIN, columns, NOTE_MAX);
    }
}
