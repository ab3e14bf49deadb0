package io.pumpwatch.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every rule has a story, and docs/rules.md says which. */
class RulesTest {
    /** Rules that work by now, and each line of "Protection, in detail". */
    private static final Set<String> MUST = Set.of(
            "P1",
            "P2",
            "P3",
            "D3",
            "D1",
            "D2",
            "D4",
            "D5",
            "D7",
            "D9",
            "E1",
            "E3",
            "E4",
            "E7",
            "E8",
            "E9",
            "P6",
            "E2",
            "E5",
            "E6",
            "P4",
            "P5",
            "D6",
            "D8",
            "lock-out",
            "defects",
            "commissioning",
            "which-pumps",
            "outputs",
            "trip",
            "swing",
            "running",
            "level-lost",
            "tank",
            "bypassed",
            "heartbeat",
            "bounds");

    private static final Pattern ROW = Pattern.compile("\\| ([A-Za-z0-9-]+) \\| [^|]+ \\| ([^|]*\\.txt[^|]*) \\|");

    @Test
    void theTableOfTheDocsIsThatOfTheStories() throws IOException {
        Map<String, String> told = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("docs/rules.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                told.put(row.group(1), row.group(2));
            }
        }
        assertEquals(lines(shown(Scenarios.in("scenarios"))), lines(told), "docs/rules.md, column 'stories'");
    }

    @Test
    void everyRuleHasAStory() {
        assertEquals(Set.of(), missing(Scenarios.in("scenarios")));
    }

    @Test
    void aRuleWithoutAStoryIsFound() {
        List<Story> fewer = Scenarios.in("scenarios").stream()
                .filter(story -> !story.rules().contains("tank"))
                .toList();
        assertEquals(Set.of("tank"), missing(fewer));
    }

    @Test
    void aFileNamedAfterARuleShowsIt() {
        for (Story story : Scenarios.in("scenarios")) {
            String name = story.file().replaceAll(".*/|-.*|\\.txt", "");
            if (name.matches("[EPD][0-9]+")) {
                assertTrue(story.rules().contains(name), story.file() + " shows " + story.rules());
            }
        }
    }

    private static Set<String> missing(List<Story> stories) {
        Set<String> missing = new TreeSet<>(MUST);
        missing.removeAll(shown(stories).keySet());
        return missing;
    }

    private static Map<String, String> shown(List<Story> stories) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Story story : stories) {
            String file = story.file().substring(story.file().indexOf('/') + 1);
            story.rules()
                    .forEach(rule ->
                            counts.computeIfAbsent(rule, key -> new TreeMap<>()).merge(file, 1, Integer::sum));
        }
        Map<String, String> shown = new TreeMap<>();
        counts.forEach((rule, files) -> shown.put(
                rule,
                String.join(
                        ", ",
                        files.entrySet().stream()
                                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                                .toList())));
        return shown;
    }

    private static String lines(Map<String, String> rows) {
        StringBuilder out = new StringBuilder();
        rows.forEach(
                (rule, files) -> out.append(rule).append(": ").append(files).append('\n'));
        return out.toString();
    }
}
