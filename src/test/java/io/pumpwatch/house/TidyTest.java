package io.pumpwatch.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.house.TidyRules.Ban;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** House rules for every source file. A place that may break one is named here, with its reason. */
class TidyTest {
    private static final String MAIN = "src/main/java/";
    private static final String P = MAIN + "io/pumpwatch/";

    /** The one reader of both clocks of the machine. */
    private static final List<String> CLOCK = List.of(P + "app/SystemClock.java");

    private static final String BY_ARGUMENT = "time comes in as Now, or from a Clock that the shell was given";

    private static final String SEED = "use new Random(seed) with a seed that the caller names";

    private static final List<Ban> BANS = List.of(
            new Ban("Instant.now", MAIN, CLOCK, BY_ARGUMENT),
            new Ban("System.currentTimeMillis", MAIN, CLOCK, BY_ARGUMENT),
            new Ban("System.nanoTime", MAIN, CLOCK, BY_ARGUMENT),
            new Ban("LocalDate.now", "src/", List.of(), BY_ARGUMENT),
            new Ban("LocalTime.now", "src/", List.of(), BY_ARGUMENT),
            new Ban("LocalDateTime.now", "src/", List.of(), BY_ARGUMENT),
            new Ban("ZonedDateTime.now", "src/", List.of(), BY_ARGUMENT),
            new Ban("OffsetDateTime.now", "src/", List.of(), BY_ARGUMENT),
            new Ban("Clock.systemUTC", "src/", List.of(), BY_ARGUMENT),
            new Ban("Clock.systemDefaultZone", "src/", List.of(), BY_ARGUMENT),
            new Ban("Thread.sleep", "src/", List.of(), "wait for a condition: a queue, a latch, await() in tests"),
            new Ban("TimeUnit.SECONDS.sleep", "src/", List.of(), "wait for a condition"),
            new Ban("TimeUnit.MILLISECONDS.sleep", "src/", List.of(), "wait for a condition"),
            new Ban("System.out", MAIN, List.of(P + "cli/"), "write to the PrintWriter that the command was given"),
            new Ban("System.err", MAIN, List.of(P + "cli/"), "log with tinylog, or write in cli"),
            new Ban("new Random()", "src/", List.of(), SEED),
            new Ban("Math.random", "src/", List.of(), SEED),
            new Ban("ThreadLocalRandom.current", "src/", List.of(), SEED),
            new Ban("TimeZone.setDefault", "src/", List.of(), "pass the zone"),
            new Ban("Locale.setDefault", "src/", List.of(), "pass the Lang"));

    /** Words of unfinished work, written so that this file doesn't hold them. */
    private static final Pattern UNFINISHED =
            Pattern.compile("\\b([T]ODO|[F]IXME|[X]XX|[H]ACK)\\b|(?i:not [i]mplemented)");

    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.])/([w]ork|[h]ome|[r]oot)/");

    private static final Pattern TESTS =
            Pattern.compile("^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b", Pattern.MULTILINE);

    private static final String[] EVERYTHING = {
        "src", "config", "docs", "systemd", ".ci", "pom.xml", "README.md", "README.zh-CN.md", "CHANGELOG.md"
    };

    @Test
    void filesMethodsAndLinesAreShort() {
        List<String> faults = new ArrayList<>();
        for (Path file : Sources.javaFiles("src")) {
            faults.addAll(TidyRules.shapeFaults(Sources.name(file), Sources.text(file)));
        }
        none(faults);
    }

    @Test
    void callsAndNamesKeepTheHouseRules() {
        List<Path> files = Sources.javaFiles("src");
        assertTrue(files.size() > 20, "the sources weren't found: run the tests in the project's folder");
        List<String> faults = new ArrayList<>();
        Sources.parse(files).forEach(parsed -> faults.addAll(TidyRules.faults(parsed, BANS)));
        none(faults);
    }

    @Test
    void nothingUnfinishedAndNoPathOfOneMachine() {
        List<String> faults = new ArrayList<>();
        for (Path file : Sources.files(EVERYTHING)) {
            String name = Sources.name(file);
            if (name.matches(
                    ".*\\.(java|properties|toml|md|xml|json|yaml|txt|sh|service|rules|html|css|js|jte)|[^.]*")) {
                faults.addAll(textFaults(name, Sources.text(file)));
            }
        }
        none(faults);
    }

    private static List<String> textFaults(String name, String text) {
        List<String> faults = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (UNFINISHED.matcher(lines.get(i)).find()) {
                faults.add(name + ":" + (i + 1) + " speaks of unfinished work: finish it or open an issue");
            }
            if (MACHINE_PATH.matcher(lines.get(i)).find()) {
                faults.add(name + ":" + (i + 1) + " names a path of one machine");
            }
        }
        return faults;
    }

    @Test
    void everyTestClassIsFoundBySurefire() {
        List<String> faults = new ArrayList<>();
        for (Path file : Sources.javaFiles("src/test/java")) {
            String text = Sources.text(file);
            boolean contract = text.contains("abstract class " + className(file));
            if (TESTS.matcher(text).find() && !contract && !className(file).endsWith("Test")) {
                faults.add(Sources.name(file) + " has tests that nobody runs: end its name with Test");
            }
        }
        none(faults);
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<Path> packages = new TreeSet<>();
        Sources.javaFiles("src/main/java").forEach(file -> packages.add(file.resolveSibling("package-info.java")));
        List<String> faults = new ArrayList<>();
        for (Path info : packages) {
            if (!Files.exists(info)) {
                faults.add(Sources.name(info) + " is missing: it says what lives there, with @NullMarked");
            } else if (!Sources.text(info).contains("@NullMarked")) {
                faults.add(Sources.name(info) + " lacks @NullMarked");
            }
        }
        none(faults);
    }

    @Test
    void violationsAreFound(@TempDir Path folder) throws IOException {
        String body = """
                class StationManager {
                    long a = System.nanoTime();
                    java.util.function.Supplier<Object> b = java.time.Instant::now;
                    Object c = new java.util.Random();
                    Object seeded = new java.util.Random(7); // Instant.now() in a comment doesn't count
                    String d = "Thread.sleep(1)";
                    void longOne() {
                %s    }
                }
                """.formatted("        int x;\n".repeat(60));
        Path file = Files.writeString(folder.resolve("StationManager.java"), body);
        List<Ban> everywhere = BANS.stream()
                .map(b -> new Ban(b.call(), "", List.of(), b.instead()))
                .toList();
        List<String> faults = TidyRules.faults(Sources.parse(List.of(file)).get(0), everywhere);
        assertEquals(5, faults.size(), faults::toString);
        assertTrue(faults.get(0).contains("StationManager says nothing"), faults.get(0));
        assertTrue(faults.get(1).contains(":2 System.nanoTime"), faults.get(1));
        assertTrue(faults.get(2).contains(":3 Instant.now"), faults.get(2));
        assertTrue(faults.get(3).contains(":4 new Random()"), faults.get(3));
        assertTrue(faults.get(4).contains("longOne has 62 lines"), faults.get(4));
        assertEquals(
                2,
                TidyRules.shapeFaults("a", "\n".repeat(300) + "x".repeat(121)).size());
        assertFalse(textFaults("a", "// " + "TO" + "DO later").isEmpty());
        assertFalse(textFaults("a", "see /" + "home/me").isEmpty());
    }

    @Test
    void namedPlacesMay() {
        Ban ban = BANS.get(0);
        assertFalse(ban.forbids("Instant.now", P + "app/SystemClock.java"));
        assertTrue(ban.forbids("java.time.Instant.now", P + "app/Other.java"));
        assertFalse(ban.forbids("Instant.nowhere", P + "app/Other.java"));
    }

    private static void none(List<String> faults) {
        assertTrue(faults.isEmpty(), () -> faults.size() + " faults:\n" + String.join("\n", faults));
    }
}
