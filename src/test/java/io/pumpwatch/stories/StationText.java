package io.pumpwatch.stories;

import java.util.ArrayList;
import java.util.List;

/** A station file's text with small changes: {@code set SECTION KEY = VALUE}, {@code drop SECTION [KEY]}. */
final class StationText {
    private StationText() {}

    static String edited(String text, List<String> edits) {
        String next = text;
        for (String edit : edits) {
            next = edited(next, edit);
        }
        return next;
    }

    private static String edited(String text, String edit) {
        String[] words = edit.split(" +", 3);
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = lines.indexOf("[" + words[1] + "]");
        if (words[0].equals("set")) {
            if (at < 0) {
                lines.add("[" + words[1] + "]");
                at = lines.size() - 1;
            }
            int key = key(lines, at, words[2].split("=", 2)[0].strip());
            if (key >= 0) {
                lines.remove(key);
            }
            lines.add(at + 1, words[2]);
        } else if (at < 0) {
            throw new IllegalArgumentException("no section [" + words[1] + "] to drop");
        } else if (words.length == 3) {
            lines.remove(key(lines, at, words[2]));
        } else {
            lines.subList(at, end(lines, at)).clear();
        }
        return String.join("\n", lines);
    }

    private static int end(List<String> lines, int at) {
        int end = at + 1;
        while (end < lines.size() && !lines.get(end).startsWith("[")) {
            end++;
        }
        return end;
    }

    private static int key(List<String> lines, int at, String key) {
        for (int i = at + 1; i < end(lines, at); i++) {
            if (lines.get(i).split("=", 2)[0].strip().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
