package io.pumpwatch.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import io.pumpwatch.house.Sources;
import io.pumpwatch.house.Sources.Parsed;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordsTest {
    private static final String FOLDER = "src/main/resources/io/pumpwatch/station/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    @Test
    void placeholdersAreFilledOnce() {
        Words words = new Words(Map.of("a", "{point} is {state}, {point}!", "open", "brace { stays"));
        assertEquals(
                "PT-101.HH is {point}, PT-101.HH!", words.say("a", Map.of("point", "PT-101.HH", "state", "{point}")));
        assertEquals("{point} is off, {point}!", words.say("a", Map.of("state", "off")));
        assertEquals("brace { stays", words.say("open"));
    }

    @Test
    void anUnknownKeySaysItself() {
        assertEquals("no.such.key", Words.of(Lang.EN).say("no.such.key"));
        assertEquals("no.such.key", Words.of(Lang.ZH).say(Refusal.of("no.such.key", "tag", "PT-101")));
    }

    @Test
    void eachLanguageHasItsOwnWords() {
        assertTrue(Words.of(Lang.ZH).say("cli.about").contains("泵站"));
        assertTrue(Words.of(Lang.EN).say("cli.about").contains("pump station"));
    }

    @Test
    void bothFilesHaveTheSameKeysAndPlaceholders() throws IOException {
        Properties english = properties("words_en.properties");
        Properties chinese = properties("words_zh.properties");
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            assertEquals(placeholders(english.getProperty(key, "")), placeholders(chinese.getProperty(key, "")), key);
            assertFalse(english.getProperty(key, "").isBlank(), key + " is empty in English");
            assertFalse(chinese.getProperty(key, "").isBlank(), key + " is empty in Chinese");
        }
    }

    @Test
    void noKeyStandsTwiceInAFile() {
        for (String file : List.of("words_en.properties", "words_zh.properties")) {
            Set<String> keys = new TreeSet<>();
            for (String line : Sources.text(Path.of(FOLDER + file)).lines().toList()) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    assertTrue(keys.add(line.substring(0, equals).strip()), file + " says twice: " + line);
                }
            }
        }
    }

    @Test
    void everyRefusalHasWordsForWhatItNames() {
        List<String> faults = new ArrayList<>();
        for (Parsed parsed : Sources.parse(Sources.javaFiles("src/main/java"))) {
            refusals(parsed).forEach((code, names) -> {
                for (Lang lang : Lang.values()) {
                    if (!Words.of(lang).has(code)) {
                        faults.add(parsed.path() + " refuses with " + code + ", which has no words in " + lang);
                    } else if (!names.containsAll(placeholders(Words.of(lang).say(code)))) {
                        faults.add(
                                parsed.path() + " names " + names + " with " + code + ", " + lang + " asks for more");
                    }
                }
            });
        }
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    @Test
    void refusalsAreFoundInSources(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("A.java"), """
                class A {
                    Object a = Refusal.of("a.one");
                    Object b = Optional.of(Refusal.of(x ? "b.one" : "b.two", "tag", tag, "max", "9"));
                    Object c = refuse("c.one", "pump", pump);
                    Object d = new Refusal("d.one", Map.of("point", "x"));
                    Object e = accept("e.one");
                }
                """);
        Map<String, Set<String>> found = refusals(Sources.parse(List.of(file)).get(0));
        assertEquals(Set.of("a.one", "b.one", "b.two", "c.one", "d.one"), found.keySet());
        assertEquals(Set.of("tag", "max", "9"), found.get("b.two"));
        assertEquals(Set.of("point", "x"), found.get("d.one"));
    }

    /**
     * Codes that a file refuses with, by {@code Refusal.of}, {@code new Refusal} or its own {@code refuse}: every
     * string in the first argument; and the strings of the other arguments, among them the names.
     */
    private static Map<String, Set<String>> refusals(Parsed parsed) {
        Map<String, Set<String>> codes = new TreeMap<>();
        boolean knowsRefusals = parsed.unit().toString().contains("Refusal");
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void unused) {
                String called = node.getMethodSelect().toString();
                add(called.equals("Refusal.of") || (knowsRefusals && called.equals("refuse")), node.getArguments());
                return super.visitMethodInvocation(node, null);
            }

            @Override
            public @Nullable Void visitNewClass(NewClassTree node, @Nullable Void unused) {
                add(node.getIdentifier().toString().equals("Refusal"), node.getArguments());
                return super.visitNewClass(node, null);
            }

            private void add(boolean refusal, List<? extends ExpressionTree> arguments) {
                if (refusal && !arguments.isEmpty()) {
                    Set<String> names = new TreeSet<>();
                    arguments.subList(1, arguments.size()).forEach(argument -> names.addAll(strings(argument)));
                    strings(arguments.get(0)).forEach(code -> codes.put(code, names));
                }
            }
        }.scan(parsed.unit(), null);
        return codes;
    }

    private static Set<String> strings(Tree tree) {
        Set<String> strings = new TreeSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitLiteral(LiteralTree node, @Nullable Void unused) {
                if (node.getKind() == Tree.Kind.STRING_LITERAL) {
                    strings.add(String.valueOf(node.getValue()));
                }
                return null;
            }
        }.scan(tree, null);
        return strings;
    }

    private static Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Sources.text(Path.of(FOLDER + file))));
        return properties;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
