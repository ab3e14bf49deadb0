package io.pumpwatch.stories;

import io.pumpwatch.stories.Story.Fault;
import io.pumpwatch.stories.Story.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a scenario file: head lines ({@code rules}, {@code station}, {@code set}, {@code drop}, {@code unfiltered},
 * {@code input}), then for each {@code story TITLE} its own head lines and a table. Head lines before the first story
 * hold for all of the file.
 */
final class StoryReader {
    private static final Pattern TIME = Pattern.compile("([0-9.]+) *(ms|s|min|h|d)");

    private final String file;
    private final List<Story> stories = new ArrayList<>();
    private final Head common = new Head();
    private Head head = common;
    private String title = "";
    private List<String> columns = List.of();
    private List<Row> rows = new ArrayList<>();

    private static final class Head {
        private List<String> rules = List.of();
        private String station = "";
        private final List<String> edits = new ArrayList<>();
        private final Map<String, String> inputs = new LinkedHashMap<>();

        Head copy() {
            Head copy = new Head();
            copy.rules = rules;
            copy.station = station;
            copy.edits.addAll(edits);
            copy.inputs.putAll(inputs);
            return copy;
        }
    }

    private StoryReader(String file) {
        this.file = file;
    }

    static List<Story> read(String file, String text) {
        StoryReader reader = new StoryReader(file);
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                reader.line(i + 1, line);
            }
        }
        reader.finish(lines.length);
        if (reader.stories.isEmpty()) {
            throw new Fault(file, 1, "no story here: a story begins with a line 'story TITLE'");
        }
        return reader.stories;
    }

    private void line(int number, String line) {
        if (line.startsWith("story ")) {
            finish(number);
            title = line.substring(6).strip();
            head = common.copy();
            columns = List.of();
        } else if (line.contains("|")) {
            cells(
                    number,
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
        } else {
            head(number, line);
        }
    }

    private void head(int number, String line) {
        String rest = line.substring(line.indexOf(' ') + 1).strip();
        switch (line.split(" ", 2)[0]) {
            case "rules" -> head.rules = List.of(rest.split(" +", -1));
            case "station" -> head.station = rest;
            case "set", "drop" -> head.edits.add(line);
            case "unfiltered" -> {
                for (String tag : rest.split(" +", -1)) {
                    head.edits.add("set instrument." + tag + " median = false");
                    head.edits.add("set instrument." + tag + " filter = 1");
                }
            }
            case "input" -> head.inputs.put(rest.split("=", 2)[0].strip(), rest.split("=", 2)[1].strip());
            default -> throw new Fault(file, number, "not a head line (rules, station, set, drop, unfiltered, input)");
        }
    }

    private void cells(int number, List<String> cells) {
        if (columns.isEmpty()) {
            columns = cells;
            return;
        }
        if (cells.stream().skip(columns.size()).anyMatch(cell -> !cell.isEmpty())) {
            throw new Fault(file, number, cells.size() + " cells for " + columns.size() + " columns");
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 1; i < Math.min(cells.size(), columns.size()); i++) {
            if (!cells.get(i).isEmpty()) {
                named.put(columns.get(i), cells.get(i));
            }
        }
        long atMs = ms(cells.get(0), number);
        if (!rows.isEmpty() && atMs <= rows.get(rows.size() - 1).atMs()) {
            throw new Fault(file, number, "time doesn't go on");
        }
        rows.add(new Row(number, atMs, named));
    }

    private void finish(int number) {
        if (title.isEmpty()) {
            return;
        }
        if (head.station.isEmpty() || head.rules.isEmpty() || rows.isEmpty()) {
            throw new Fault(file, number, "story '" + title + "' lacks its station, rules or rows");
        }
        stories.add(new Story(file, title, head.rules, head.station, head.edits, head.inputs, columns, rows));
        rows = new ArrayList<>();
    }

    private long ms(String text, int number) {
        try {
            return ms(text);
        } catch (IllegalArgumentException fault) {
            throw new Fault(file, number, String.valueOf(fault.getMessage()));
        }
    }

    /** Milliseconds of {@code 15 s}, {@code 10min}, {@code 1 min 30 s}. */
    static long ms(String text) {
        Matcher matcher = TIME.matcher(text);
        long sum = 0;
        int end = 0;
        while (matcher.find()) {
            double each = switch (matcher.group(2)) {
                case "ms" -> 1;
                case "s" -> 1_000;
                case "min" -> 60_000;
                case "h" -> 3_600_000;
                default -> 86_400_000;
            };
            sum += Math.round(Double.parseDouble(matcher.group(1)) * each);
            end = matcher.end();
        }
        if (end == 0 || end != text.length()) {
            throw new IllegalArgumentException("not a time (form 15 s): '" + text + "'");
        }
        return sum;
    }
}
