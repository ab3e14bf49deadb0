package io.pumpwatch.cli;

import io.pumpwatch.view.TextWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a help that fit a terminal. Prose goes on in the next line; a command goes on behind a backslash, so that it
 * can be copied into a shell as it stands, and is never broken within quotes.
 */
final class HelpLines {
    static final int COLUMNS = 96;
    private static final String INDENT = "    ";
    private static final String PROGRAM = "pumpwatch ";

    private HelpLines() {}

    /** The lines of a text, each at most {@link #COLUMNS} wide where it can be broken at all. */
    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> fit(line, lines));
        return lines;
    }

    private static void fit(String whole, List<String> lines) {
        String rest = whole;
        int program = whole.indexOf(PROGRAM);
        // What stands before a command is its label or its blanks; prose that names one has words there.
        boolean command = program >= 0 && !whole.substring(0, program).strip().contains(" ");
        String blank = command ? " ".repeat(TextWidth.of(whole.substring(0, program))) + INDENT : "";
        while (TextWidth.of(rest) > COLUMNS) {
            int at = breakable(rest, command, blank.length());
            if (at < 0) {
                break;
            }
            lines.add(rest.substring(0, at).stripTrailing() + (command ? " \\" : ""));
            rest = blank + rest.substring(at).strip();
        }
        lines.add(rest);
    }

    /** The last place within that many columns where the line may end: a blank outside quotes, or Chinese commas. */
    private static int breakable(String line, boolean command, int indent) {
        int columns = command ? COLUMNS - 2 : COLUMNS;
        int best = -1;
        int option = -1;
        int width = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            width += TextWidth.of(String.valueOf(c));
            if (width > columns) {
                break;
            }
            quoted ^= c == '"';
            boolean after = "，。；、".indexOf(c) >= 0;
            if (!quoted
                    && i > indent
                    && (c == ' ' || after)
                    && !line.substring(0, i).isBlank()) {
                best = after ? i + 1 : i;
                // An option stays with its value.
                option = command && line.startsWith(" --", i) ? i : option;
            }
        }
        return option > 0 ? option : best;
    }
}
