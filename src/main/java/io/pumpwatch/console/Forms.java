package io.pumpwatch.console;

import io.pumpwatch.console.Form.Field;
import io.pumpwatch.console.Form.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;

/** A form as lines at the foot of the screen. Pure. */
final class Forms {
    /** So many lines has why it was refused. */
    private static final int FAULT_MAX = 4;

    /** So many lines has what was noted beside the question who somebody is. */
    private static final int NOTE_MAX = 4;

    /** So many lines has what can be answered. */
    private static final int CHOICES_MAX = 5;

    private Forms() {}

    static List<AttributedString> draw(Form form, String note, Say say, int columns) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(new Ink().put("─".repeat(columns), Ink.DIM).line(columns));
        Ink title = new Ink().put(" " + say.word(form.deed().words()), Ink.BOLD);
        for (String shown : List.of("point", "points", "item", "job", "step", "defect", "name", "date")) {
            Object of = form.base().get(shown);
            if (of != null) {
                title.put("  " + (of instanceof List<?> list ? String.valueOf(list.get(0)) : of));
            }
        }
        lines.add(title.line(columns));
        for (int i = 0; i < form.fields().size(); i++) {
            lines.add(field(form, i, say, columns));
            Field field = form.fields().get(i);
            if (!field.options().isEmpty() && field.kind() != Kind.COUNTS && i == form.at() && !form.sent()) {
                lines.addAll(Ink.whole("    " + choices(field, say), Ink.DIM, columns, CHOICES_MAX));
            }
        }
        boolean who = form.fields().stream().anyMatch(field -> field.kind() == Kind.SECRET);
        if (who && !note.isEmpty()) {
            lines.addAll(Ink.whole(note, Ink.DIM, columns, NOTE_MAX));
        }
        if (!form.fault().isEmpty()) {
            lines.addAll(Ink.whole("✗ " + form.fault(), Ink.HIGH, columns, FAULT_MAX));
        }
        String keys = form.sent() ? "console.form.sent" : "console.form.keys";
        lines.add(new Ink().put(" " + say.word(keys), Ink.DIM).line(columns));
        return lines;
    }

    /** What can be answered, each with its place: 1 out, 2 back. */
    private static String choices(Field field, Say say) {
        return IntStream.range(0, field.options().size())
                .mapToObj(i -> (i + 1) + " " + say.known(field.labels().get(i)))
                .collect(Collectors.joining(", "));
    }

    private static AttributedString field(Form form, int place, Say say, int columns) {
        Field field = form.fields().get(place);
        boolean here = place == form.at() && !form.sent();
        String typed = form.typed().get(place);
        String shown = field.kind() == Kind.SECRET ? "*".repeat(typed.length()) : typed;
        String words = say.word(field.words());
        if (field.optional()) {
            words += " " + say.word("console.form.optional");
        }
        Ink ink = new Ink()
                .put(here ? " > " : "   ")
                .put(words, here ? Ink.BOLD : Ink.PLAIN)
                .put(": ");
        int room = columns - ink.columns() - 2;
        // The end of a long answer is what is being typed.
        while (Ink.width(shown) > room) {
            shown = shown.substring(shown.offsetByCodePoints(0, 1));
        }
        ink.put(shown);
        return here ? ink.put(" ", Ink.CHOSEN).line(columns) : ink.line(columns);
    }
}
