package io.pumpwatch.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * One line of the screen as it is written, with widths as the terminal draws them: a Chinese character takes two
 * columns. Grey when normal, colour only for what needs a person, and never colour alone.
 */
final class Ink {
    static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    static final AttributedStyle DIM = AttributedStyle.DEFAULT.faint();
    static final AttributedStyle BOLD = AttributedStyle.BOLD;
    static final AttributedStyle CHOSEN = AttributedStyle.INVERSE;
    static final AttributedStyle CRITICAL =
            AttributedStyle.BOLD.foreground(AttributedStyle.WHITE).background(AttributedStyle.RED);
    static final AttributedStyle HIGH = AttributedStyle.BOLD.foreground(AttributedStyle.RED);
    static final AttributedStyle MEDIUM = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
    static final AttributedStyle LOW = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);

    private static final String FOLD = "     ";
    private static final String SIGNS = "▶□●○✓✗→–─…·";
    private static final String PLAIN_SIGNS = ">-*ov!>--~.";

    private final AttributedStringBuilder out = new AttributedStringBuilder();

    Ink put(String text) {
        return put(text, PLAIN);
    }

    Ink put(String text, AttributedStyle style) {
        out.style(style).append(clean(text)).style(PLAIN);
        return this;
    }

    /** Blanks up to a column; one at least where something stands before. */
    Ink to(int column) {
        int missing = column - out.columnLength();
        out.append(" ".repeat(Math.max(out.length() == 0 ? 0 : 1, missing)));
        return this;
    }

    int columns() {
        return out.columnLength();
    }

    /** All of it, however wide a terminal would have to be. */
    String text() {
        return out.toString();
    }

    /** The line, cut where the terminal ends. */
    AttributedString line(int columns) {
        AttributedString line = out.toAttributedString();
        return line.columnLength() <= columns ? line : line.columnSubSequence(0, columns);
    }

    /** All of it on as many lines as it takes, those after the first indented; broken at blanks where there are. */
    List<AttributedString> fold(int columns) {
        AttributedString all = out.toAttributedString();
        if (all.columnLength() <= columns) {
            return List.of(all);
        }
        List<AttributedString> lines = new ArrayList<>();
        int from = 0;
        for (String part : wrapped(all.toString(), columns - FOLD.length())) {
            // Blanks where it was broken are left out.
            int at = all.toString().indexOf(part, from);
            AttributedStringBuilder line = new AttributedStringBuilder();
            line.append(lines.isEmpty() ? "" : FOLD).append(all.subSequence(at, at + part.length()));
            lines.add(line.toAttributedString());
            from = at + part.length();
        }
        return lines;
    }

    /** The whole line in one style to the terminal's end. */
    AttributedString bar(int columns, AttributedStyle style) {
        AttributedString line = line(columns);
        AttributedStringBuilder bar = new AttributedStringBuilder();
        bar.style(style).append(line.toString()).append(" ".repeat(Math.max(0, columns - line.columnLength())));
        return bar.toAttributedString();
    }

    /** How the line stands out that belongs to this priority. */
    static AttributedStyle of(String priority) {
        return switch (priority) {
            case "critical" -> CRITICAL;
            case "high" -> HIGH;
            case "medium" -> MEDIUM;
            default -> LOW;
        };
    }

    /** A mark for the priority that needs no colour. */
    static String mark(String priority) {
        return switch (priority) {
            case "critical" -> "!!!";
            case "high" -> "!! ";
            case "medium" -> "!  ";
            default -> ".  ";
        };
    }

    /** The line with signs that a plain Linux VT has none for in signs that it has, of the same width. */
    static AttributedString plain(AttributedString line) {
        AttributedStringBuilder plain = new AttributedStringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            int sign = SIGNS.indexOf(line.charAt(i));
            plain.style(line.styleAt(i)).append(sign < 0 ? line.charAt(i) : PLAIN_SIGNS.charAt(sign));
        }
        return plain.toAttributedString();
    }

    /** Width of a text in columns. */
    static int width(String text) {
        return new AttributedString(clean(text)).columnLength();
    }

    /** A text cut to so many columns. */
    static String cut(String text, int columns) {
        AttributedString whole = new AttributedString(clean(text));
        return whole.columnLength() <= columns
                ? whole.toString()
                : whole.columnSubSequence(0, Math.max(0, columns - 1)) + "…";
    }

    /** A text in lines of at most so many columns, broken at blanks where there are some. */
    static List<String> wrapped(String text, int columns) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (width(rest) > columns) {
            int end = 0;
            int space = 0;
            while (width(rest.substring(0, rest.offsetByCodePoints(end, 1))) <= columns) {
                end = rest.offsetByCodePoints(end, 1);
                space = rest.charAt(end - 1) == ' ' ? end : space;
            }
            // A blank near the beginning is no place to break a text that has no more of them, as Chinese.
            int cut = space > end / 2 ? space : end;
            parts.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut);
        }
        parts.add(rest);
        return parts;
    }

    /** A text in as many lines as it takes, at most so many; the last is cut where it takes more. */
    static List<AttributedString> whole(String text, AttributedStyle style, int columns, int linesMax) {
        List<String> parts = wrapped(text, columns - 3);
        List<AttributedString> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(linesMax, parts.size()); i++) {
            boolean more = i + 1 == linesMax && parts.size() > linesMax;
            String part = more ? cut(parts.get(i) + " " + parts.get(i + 1), columns - 3) : parts.get(i);
            lines.add(new Ink().put((i == 0 ? " " : "   ") + part, style).line(columns));
        }
        return lines;
    }

    static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    /** What somebody typed must not move the cursor. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return clean.toString();
    }
}
