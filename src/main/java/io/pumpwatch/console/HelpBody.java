package io.pumpwatch.console;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** What the keys and marks mean. Pure. */
final class HelpBody {
    private HelpBody() {}

    static List<AttributedString> lines(Model model, Say say, int columns) {
        List<AttributedString> lines = new ArrayList<>();
        String note = model.look().note();
        if (!note.isEmpty()) {
            Ink.wrapped(note, columns - 2)
                    .forEach(line ->
                            lines.add(new Ink().put(" " + line, Ink.BOLD).line(columns)));
            lines.add(AttributedString.EMPTY);
        }
        say.word("console.help")
                .lines()
                .flatMap(line -> Ink.wrapped(line, columns - 2).stream())
                .forEach(line -> lines.add(new Ink().put(" " + line).line(columns)));
        return lines;
    }
}
