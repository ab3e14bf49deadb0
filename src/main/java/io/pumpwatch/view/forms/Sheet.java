package io.pumpwatch.view.forms;

import io.pumpwatch.station.Lang;
import io.pumpwatch.station.Text;
import io.pumpwatch.station.Words;
import io.pumpwatch.view.TextWidth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A page under construction: lines of at most {@value #WIDTH} cells, which a printer puts on A4 at 10 points. */
final class Sheet {
    /** A4 is 210 mm wide; without its margins it takes so many cells. */
    static final int WIDTH = 80;

    private static final int WORDS_MIN = 8;

    private final Words words;
    private final Lang lang;
    private final List<String> lines = new ArrayList<>();

    Sheet(Lang lang) {
        this.lang = lang;
        this.words = Words.of(lang);
    }

    String say(String key, String... namesAndValues) {
        Map<String, String> args = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            args.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return words.say("paper-form." + key, args);
    }

    /** Words of any key. */
    String known(String key) {
        return words.say(key);
    }

    /** Words of a key, or the text itself where there are none. */
    String known(String family, String word) {
        return words.has(family + word) ? words.say(family + word) : word;
    }

    String in(Text text) {
        return text.in(lang);
    }

    /** Text that runs on over as many lines as it needs. */
    Sheet text(String text) {
        lines.addAll(wrapped(text, WIDTH));
        return this;
    }

    /** Things to tick, as many on a line as fit. */
    Sheet boxes(List<String> things) {
        StringBuilder line = new StringBuilder();
        for (String thing : things) {
            String box = "[ ] " + thing;
            if (!line.isEmpty() && TextWidth.of(line + "  " + box) > WIDTH) {
                text(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : "  ").append(box);
        }
        return text(line.toString());
    }

    /** A heading with an empty line above. */
    Sheet heading(String text) {
        lines.add("");
        return text(text).rule('-');
    }

    Sheet rule(char mark) {
        lines.add(String.valueOf(mark).repeat(WIDTH));
        return this;
    }

    Sheet empty() {
        lines.add("");
        return this;
    }

    /** Something to write, to the end of the line. */
    Sheet blank(String label) {
        List<String> parts = wrapped(label, WIDTH - WORDS_MIN);
        lines.addAll(parts.subList(0, parts.size() - 1));
        String last = parts.get(parts.size() - 1) + " ";
        lines.add(last + "_".repeat(WIDTH - TextWidth.of(last)));
        return this;
    }

    /** Several things to write on one line, each as long as the others. */
    Sheet blanks(String... labels) {
        int each = WIDTH / labels.length;
        StringBuilder line = new StringBuilder();
        for (String label : labels) {
            int room = each - TextWidth.of(label) - 2;
            if (room < WORDS_MIN) {
                for (String one : labels) {
                    blank(one);
                }
                return this;
            }
            line.append(label).append(' ').append("_".repeat(room)).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return this;
    }

    /** Two columns: text that wraps in the left one behind its mark, and lines of the right one beside it. */
    Sheet beside(String mark, String left, int leftWidth, List<String> right) {
        int indent = TextWidth.of(mark);
        List<String> parts = wrapped(left, leftWidth - indent - 2);
        for (int i = 0; i < Math.max(parts.size(), right.size()); i++) {
            String first = (i == 0 ? mark : " ".repeat(indent)) + (i < parts.size() ? parts.get(i) : "");
            String second = i < right.size() ? right.get(i) : "";
            lines.add((first + " ".repeat(leftWidth - TextWidth.of(first)) + second).stripTrailing());
        }
        return this;
    }

    /** Lines of at most so many cells: broken at blanks where there are some, else where the line is full. */
    static List<String> wrapped(String text, int width) {
        List<String> all = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int cells = 0;
        int lastBlank = -1;
        for (int c : text.codePoints().toArray()) {
            int wide = TextWidth.of(c);
            if (cells + wide > width) {
                boolean atBlank = lastBlank > 0;
                String kept = atBlank ? line.substring(0, lastBlank) : line.toString();
                String rest = atBlank ? line.substring(lastBlank + 1) : "";
                all.add(kept);
                line = new StringBuilder(rest);
                cells = TextWidth.of(rest);
                lastBlank = rest.lastIndexOf(' ');
            }
            if (c == ' ') {
                lastBlank = line.length();
            }
            line.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            cells += wide;
        }
        all.add(line.toString());
        return all;
    }

    String done() {
        return String.join("\n", lines) + "\n";
    }
}
