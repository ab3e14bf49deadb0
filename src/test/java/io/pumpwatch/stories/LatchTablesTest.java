package io.pumpwatch.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pumpwatch.interlocks.InterlockState.SwingLatch;
import io.pumpwatch.interlocks.InterlockState.Trial;
import io.pumpwatch.scan.ScanResult;
import io.pumpwatch.station.ClockTrust;
import io.pumpwatch.station.Refusal;
import io.pumpwatch.station.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Latches over every pair of state and event, against tables typed from the domain page. */
class LatchTablesTest {
    private static final Tag PT101 = new Tag("PT-101");
    private static final List<String> PEOPLE = List.of(
            "enrol chief roles=CHIEF",
            "enrol operator by=chief roles=OPERATOR",
            "enrol fitter by=chief roles=STATION_FITTER",
            "enrol leader by=chief roles=SHIFT_LEADER",
            "enrol both by=chief roles=SHIFT_LEADER,STATION_FITTER",
            "sign-on by=operator");

    /** An emulsion station whose P-101 runs. */
    private static final class Rig {
        private final StoryStation station = new StoryStation(
                StoryStation.load("config/emulsion.toml", List.of()).plan());
        private final StoryInputs inputs = new StoryInputs();
        private String refused = "";

        Rig() {
            inputs.put(new Tag("XS-101"), "closed");
            pressure("32 MPa");
            PEOPLE.forEach(each -> post(each, false));
            scan(450);
        }

        void pressure(String word) {
            inputs.put(PT101, word);
        }

        void post(String text, boolean scans) {
            StoryCommands command = StoryCommands.parse(text);
            station.post(command.command(), command.by());
            if (scans) {
                scan(1);
            }
        }

        void scan(int times) {
            refused = "";
            for (int i = 0; i < times; i++) {
                ScanResult result = station.scan(inputs.read(station.plan(), station.now()));
                result.answers()
                        .forEach(answer -> answer.refusal().map(Refusal::code).ifPresent(code -> refused = code));
                station.pass(StoryPlayer.SCAN_MS);
            }
        }

        String swing() {
            SwingLatch latch = station.state().interlocks().header(PT101).swing();
            if (latch == null) {
                return "none";
            }
            Trial trial = latch.trial();
            String tried = trial == null ? "" : trial.over() ? "used" : "trial";
            return latch.cause() == null ? (tried.isEmpty() ? "latched" : tried) : "caused" + dash(tried);
        }

        private static String dash(String tried) {
            return tried.isEmpty() ? "" : "-" + tried;
        }

        void swingEvent(String event) {
            switch (event) {
                case "swing" -> {
                    pressure("27 MPa");
                    scan(2);
                    pressure("32 MPa");
                    scan(2);
                }
                case "cause" -> post("cause PT-101 by=both cause=valve", true);
                case "release" -> post("release PT-101 by=leader", true);
                case "same" -> post("release PT-101 by=both", true);
                case "trial" -> post("trial PT-101 by=leader pump=P-101 second=fitter", true);
                case "stop" -> {
                    inputs.put(new Tag("XS-101"), "open");
                    scan(2);
                }
                case "time" -> scan(6_001);
                case "ack" -> post("ack by=operator", true);
                case "shelve" -> post("shelve PT-101.SWING by=leader for=1h reason=x", true);
                case "calm" -> scan(600);
                case "restart" -> {
                    station.restart(5_000, ClockTrust.NTP);
                    scan(20);
                }
                default -> throw new IllegalArgumentException(event);
            }
        }

        void bringSwing(String state) {
            List<String> way = switch (state) {
                case "none" -> List.of();
                case "latched" -> List.of("swing");
                case "caused" -> List.of("swing", "cause");
                case "trial" -> List.of("swing", "trial");
                case "caused-trial" -> List.of("swing", "trial", "cause");
                case "used" -> List.of("swing", "trial", "stop");
                default -> List.of("swing", "trial", "stop", "cause");
            };
            way.forEach(this::swingEvent);
            assertEquals(state, swing());
        }

        String trip() {
            if (station.state().interlocks().trips().isEmpty()) {
                return "none";
            }
            var reading = station.last().live().conditioned().of(PT101);
            return reading.bad() ? "blind" : reading.raw() > 35 ? "present" : "gone";
        }

        void tripEvent(String event) {
            switch (event) {
                case "high" -> {
                    pressure("36 MPa");
                    scan(3);
                }
                case "fall" -> {
                    pressure("32 MPa");
                    scan(3);
                }
                case "break" -> {
                    pressure("fault");
                    scan(50);
                }
                case "reset" -> post("trip-reset PT-101.TRIP by=fitter cause=valve", true);
                case "by-operator" -> post("trip-reset PT-101.TRIP by=operator cause=valve", true);
                case "no-cause" -> post("trip-reset PT-101.TRIP by=leader cause=", true);
                case "ack" -> post("ack by=operator", true);
                case "shelve" -> post("shelve PT-101.TRIP by=leader for=1h reason=x", true);
                case "restart" -> {
                    station.restart(5_000, ClockTrust.UNSET);
                    scan(50);
                }
                default -> throw new IllegalArgumentException(event);
            }
        }

        void bringTrip(String state) {
            if (!state.equals("none")) {
                tripEvent("high");
            }
            if (state.equals("gone") || state.equals("blind")) {
                tripEvent(state.equals("gone") ? "fall" : "break");
            }
            assertEquals(state, trip());
        }
    }

    @TestFactory
    Stream<DynamicTest> swingLatch() throws IOException {
        return table("swing-latch.txt", (state, event) -> {
            Rig rig = new Rig();
            rig.bringSwing(state);
            rig.swingEvent(event);
            return rig.refused.isEmpty() ? rig.swing() : rig.swing() + " !" + rig.refused;
        });
    }

    @TestFactory
    Stream<DynamicTest> tripLatch() throws IOException {
        return table("trip-latch.txt", (state, event) -> {
            Rig rig = new Rig();
            rig.bringTrip(state);
            rig.tripEvent(event);
            // With a wire broken and nothing latched there is nothing to tell apart.
            String trip = rig.trip();
            return rig.refused.isEmpty() ? trip : trip + " !" + rig.refused;
        });
    }

    private interface Step {
        String after(String state, String event);
    }

    private static Stream<DynamicTest> table(String name, Step step) throws IOException {
        List<List<String>> lines = Files.readString(Path.of("src/test/resources/io/pumpwatch/stories", name))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
        List<DynamicTest> tests = new ArrayList<>();
        List<String> events = lines.get(0);
        for (List<String> line : lines.subList(1, lines.size())) {
            String state = line.get(0);
            for (int i = 1; i < events.size(); i++) {
                String event = events.get(i);
                String cell = line.get(i);
                String wanted = cell.equals("-") ? state : cell.startsWith("!") ? state + " " + cell : cell;
                tests.add(DynamicTest.dynamicTest(
                        state + " + " + event + " = " + wanted, () -> assertEquals(wanted, step.after(state, event))));
            }
        }
        return tests.stream();
    }
}
