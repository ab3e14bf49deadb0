package io.pumpwatch.console;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** What the keys and marks mean. Pure. */
final class HelpBody {
    private HelpBody() {}

    static List<AttributedString> lines(Say say, int columns) {
        List<AttributedString> lines = new ArrayList<>();
        say.word("console.help")
                .lines()
                .flatMap(line -> Ink.wrapped(line, columns - 2).stream())
                .forEach(line -> lines.add(new Ink().put(" " + line).line(columns)));
        return lines;
    }
}
