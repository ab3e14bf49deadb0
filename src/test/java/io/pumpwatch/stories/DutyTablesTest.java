package io.pumpwatch.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pumpwatch.journal.EntryLine;
import io.pumpwatch.scan.ScanResult;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The small machines of the duty book over every pair of state and event, against a table typed as text. */
class DutyTablesTest {
    private static final Path TABLES = Path.of("src/test/resources/io/pumpwatch/stories/duty-tables.txt");
    private static final List<String> UNFILTERED =
            List.of("set instrument.RT-601 median = false", "set instrument.RT-601 filter = 1");
    private static final List<String> CREW = List.of(
            "enrol chief roles=CHIEF",
            "enrol operator by=chief roles=OPERATOR",
            "enrol off-duty by=chief roles=OPERATOR",
            "enrol technician by=chief roles=TECHNICIAN",
            "enrol leader by=chief roles=SHIFT_LEADER",
            "enrol inspector by=chief roles=INSPECTOR",
            "sign-on by=operator",
            "sign-on by=leader");

    /** One machine: how to come to each state, what each event is, and what comes of each pair. */
    private static final class Machine {
        private final Map<String, String> states = new LinkedHashMap<>();
        private final Map<String, String> events = new LinkedHashMap<>();
        private final Map<String, String> outcomes = new LinkedHashMap<>();
    }

    private static Map<String, Machine> machines() throws IOException {
        Map<String, Machine> machines = new LinkedHashMap<>();
        Machine machine = new Machine();
        List<String> columns = List.of();
        for (String line : Files.readAllLines(TABLES)) {
            String[] words = line.split(" +", 2);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            switch (words[0]) {
                case "machine" -> {
                    machine = new Machine();
                    columns = List.of();
                    machines.put(words[1], machine);
                }
                case "state" -> machine.states.put(key(words[1]), value(words[1]));
                case "event" -> machine.events.put(key(words[1]), value(words[1]));
                default -> columns = row(machine, columns, line);
            }
        }
        return machines;
    }

    private static List<String> row(Machine machine, List<String> columns, String line) {
        List<String> cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        if (columns.isEmpty()) {
            return cells;
        }
        for (int i = 1; i < cells.size(); i++) {
            machine.outcomes.put(columns.get(i) + " / " + cells.get(0), cells.get(i));
        }
        return columns;
    }

    private static String key(String text) {
        return text.split(":", 2)[0].strip();
    }

    private static String value(String text) {
        return text.split(":", 2)[1].strip();
    }

    @TestFactory
    Stream<DynamicTest> everyPairOfStateAndEvent() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        machines().forEach((name, machine) -> {
            List<String> pairs = new ArrayList<>();
            machine.states
                    .keySet()
                    .forEach(state -> machine.events.keySet().forEach(event -> pairs.add(state + " / " + event)));
            tests.add(DynamicTest.dynamicTest(
                    name + " has every pair",
                    () -> assertEquals(new TreeSet<>(pairs), new TreeSet<>(machine.outcomes.keySet()))));
            for (String pair : pairs) {
                tests.add(DynamicTest.dynamicTest(name + ": " + pair, () -> pair(machine, pair)));
            }
        });
        assertTrue(tests.size() > 60, "few pairs: " + tests.size());
        return tests.stream();
    }

    private static void pair(Machine machine, String pair) {
        String[] parts = pair.split(" / ", 2);
        Rig rig = new Rig();
        for (String step : machine.states.getOrDefault(parts[0], "").split(";", -1)) {
            if (!step.isBlank()) {
                String came = rig.act(step.strip());
                assertTrue(!came.startsWith("refused"), () -> step + " on the way to " + parts[0] + ": " + came);
            }
        }
        assertEquals(machine.outcomes.get(pair), rig.act(machine.events.getOrDefault(parts[1], "")));
        assertEquals(rig.station.state(), rig.station.folded(), "the journal folds to the live state");
    }

    /** A drainage station in its flood season, its crew enrolled. */
    private static final class Rig {
        private final StoryStation station = new StoryStation(
                StoryStation.load("config/drainage.toml", UNFILTERED).plan());
        private final StoryInputs inputs = new StoryInputs();

        Rig() {
            CREW.forEach(this::act);
        }

        /** What came of a command, or of an instrument's new value: {@code TAG = WORD}. */
        String act(String text) {
            int before = station.journal().size();
            if (text.contains(" = ")) {
                inputs.put(new Tag(text.split(" = ", 2)[0]), text.split(" = ", 2)[1]);
            } else if (!text.isEmpty()) {
                StoryCommands command = StoryCommands.parse(text);
                station.post(command.command(), command.by());
            }
            List<String> refused = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                ScanResult result = station.scan(inputs.read(station.plan(), station.now()));
                result.answers()
                        .forEach(answer -> answer.refusal().map(Refusal::code).ifPresent(refused::add));
                station.pass(StoryPlayer.SCAN_MS);
            }
            List<String> kinds = station
                    .journal()
                    .subList(before, station.journal().size())
                    .stream()
                    .map(EntryLine::kind)
                    .filter(kind -> kind.startsWith("duty.") && !kind.contains("crew-"))
                    .map(kind -> kind.substring("duty.".length()))
                    .toList();
            String done = String.join(" ", kinds);
            String why = refused.isEmpty() ? "" : "refused " + refused.get(0);
            return done.isEmpty() && why.isEmpty() ? "-" : (why + " " + done).strip();
        }
    }
}
