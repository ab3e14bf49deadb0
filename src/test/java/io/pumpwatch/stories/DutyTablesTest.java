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

/** The small machines of the duty book over every pair of state and event, against tables typed as text. */
class DutyTablesTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/pumpwatch/stories");
    private static final long WAIT_SCAN_MS = 1_000;
    private static final List<String> CREW = List.of(
            "enrol chief roles=CHIEF",
            "enrol operator by=chief roles=OPERATOR",
            "enrol off-duty by=chief roles=OPERATOR",
            "enrol technician by=chief roles=TECHNICIAN",
            "enrol leader by=chief roles=SHIFT_LEADER",
            "enrol inspector by=chief roles=INSPECTOR",
            "sign-on by=operator",
            "sign-on by=leader");

    /** The station that a file's machines run on, and the kinds of entries that count there. */
    private record Ground(String station, List<String> edits, List<String> crew, List<String> kinds) {
        static Ground empty() {
            return new Ground("", new ArrayList<>(), new ArrayList<>(CREW), new ArrayList<>());
        }

        Ground with(String line) {
            String[] words = line.split(" +", 2);
            switch (words[0]) {
                case "station" -> {
                    return new Ground(words[1], edits, crew, kinds);
                }
                case "set" -> edits.add(line);
                case "crew" -> crew.add(words[1]);
                default -> kinds.add(words[1]);
            }
            return this;
        }
    }

    /** One machine: how to come to each state, what each event is, and what comes of each pair. */
    private static final class Machine {
        private final Ground ground;
        private final Map<String, String> states = new LinkedHashMap<>();
        private final Map<String, String> events = new LinkedHashMap<>();
        private final Map<String, String> outcomes = new LinkedHashMap<>();

        Machine(Ground ground) {
            this.ground = ground;
        }
    }

    private static Map<String, Machine> machines(String file) throws IOException {
        Map<String, Machine> machines = new LinkedHashMap<>();
        Ground ground = Ground.empty();
        Machine machine = new Machine(ground);
        List<String> columns = List.of();
        for (String line : Files.readAllLines(FOLDER.resolve(file))) {
            String[] words = line.split(" +", 2);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            switch (words[0]) {
                case "machine" -> {
                    machine = new Machine(ground);
                    columns = List.of();
                    machines.put(words[1], machine);
                }
                case "station", "set", "crew", "kinds" -> ground = ground.with(line);
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
    Stream<DynamicTest> peopleShiftsMusterDoor() throws IOException {
        return everyPair("duty-tables.txt");
    }

    @TestFactory
    Stream<DynamicTest> sheetsDefectsJobs() throws IOException {
        return everyPair("rounds-tables.txt");
    }

    @TestFactory
    Stream<DynamicTest> workItems() throws IOException {
        return everyPair("work-tables.txt");
    }

    @TestFactory
    Stream<DynamicTest> handovers() throws IOException {
        return everyPair("handover-tables.txt");
    }

    private static Stream<DynamicTest> everyPair(String file) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        machines(file).forEach((name, machine) -> {
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
        assertTrue(tests.size() > 40, "few pairs: " + tests.size());
        return tests.stream();
    }

    private static void pair(Machine machine, String pair) {
        String[] parts = pair.split(" / ", 2);
        Rig rig = new Rig(machine.ground);
        for (String step : machine.states.getOrDefault(parts[0], "").split(";", -1)) {
            if (!step.isBlank()) {
                String came = rig.act(step.strip());
                assertTrue(!came.startsWith("refused"), () -> step + " on the way to " + parts[0] + ": " + came);
            }
        }
        assertEquals(machine.outcomes.get(pair), rig.act(machine.events.getOrDefault(parts[1], "")));
        assertEquals(rig.station.state(), rig.station.folded(), "the journal folds to the live state");
    }

    /** A station with its crew enrolled. */
    private static final class Rig {
        private final StoryStation station;
        private final StoryInputs inputs = new StoryInputs();
        private final Ground ground;

        Rig(Ground ground) {
            this.ground = ground;
            this.station = new StoryStation(
                    StoryStation.load(ground.station(), ground.edits()).plan());
            ground.crew().forEach(this::act);
        }

        /** What came of a command, of an instrument's new value ({@code TAG = WORD}), of time ({@code wait 30 s}). */
        String act(String text) {
            int before = station.journal().size();
            long waitMs = 0;
            if (text.startsWith("wait ")) {
                waitMs = StoryReader.ms(text.substring("wait ".length()));
            } else if (text.contains(" = ")) {
                inputs.put(new Tag(text.split(" = ", 2)[0]), text.split(" = ", 2)[1]);
            } else if (!text.isEmpty()) {
                StoryCommands command = StoryCommands.parse(text);
                station.post(command.command(), command.by());
            }
            List<String> refused = new ArrayList<>();
            for (; waitMs > 0; waitMs -= WAIT_SCAN_MS) {
                station.scan(inputs.read(station.plan(), station.now()));
                station.pass(WAIT_SCAN_MS);
            }
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
                    .filter(kind -> ground.kinds().stream().anyMatch(kind::startsWith) && !kind.contains("crew-"))
                    .map(kind -> kind.substring(kind.indexOf('.') + 1))
                    .toList();
            String done = String.join(" ", kinds);
            String why = refused.isEmpty() ? "" : "refused " + refused.get(0);
            return done.isEmpty() && why.isEmpty() ? "-" : (why + " " + done).strip();
        }
    }
}
